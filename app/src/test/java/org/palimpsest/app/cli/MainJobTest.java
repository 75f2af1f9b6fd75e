package org.palimpsest.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.Recording;
import org.palimpsest.analysis.audio.RecordingReader;
import org.palimpsest.analysis.audio.SampleRate;
import org.palimpsest.analysis.signal.Levels;
import org.palimpsest.app.testing.Bench;
import org.palimpsest.app.testing.Voice;

@DisplayName("the main job on the command line")
final class MainJobTest {
  @TempDir private Path folder;
  private Bench bench;
  private String dir;

  @BeforeEach
  void makeCase() {
    bench = new Bench(folder);
    dir = bench.path("a.palimpsest").toString();
    Bench.Run made =
        bench.run(
            "case",
            "create",
            dir,
            "--title",
            "T",
            "--authority",
            "A",
            "--purpose",
            "P",
            "--examiner",
            "E",
            "--time-zone",
            "Asia/Tokyo",
            "--json");
    assertThat(made.status()).isZero();
    assertThat(made.one().get("seq").getAsInt()).isZero();
  }

  @Test
  @DisplayName("goes from a protected recording to a report and a verified ledger")
  void fromExhibitToReport() throws Exception {
    Path seized = bench.protectedVoice("seized.wav", 120, 3);
    Path known = bench.voice("known.wav", 122, 3);
    JsonObject exhibit =
        bench.run("import", dir, seized.toString(), "--role", "questioned", "--json").one();
    assertThat(exhibit.get("id").getAsString()).isEqualTo("Q1");
    assertThat(exhibit.get("seq").getAsInt()).isEqualTo(1);
    bench.run("import", dir, known.toString(), "--role", "known", "--speaker", "N. N.");

    Bench.Run restored =
        bench.run(
            "restore",
            dir,
            "Q1",
            "--method",
            "inversion",
            "--protector",
            "ssed-protector",
            "--json");
    assertThat(restored.status()).as(restored.err()).isZero();
    JsonObject step = restored.one();
    assertThat(step.get("id").getAsString()).isEqualTo("R1");
    assertThat(step.get("outcome").getAsString()).isEqualTo("completed");
    assertThat(step.get("snrDb").getAsDouble()).isBetween(5.0, 60.0);
    assertThat(step.get("forwardResidualDb").getAsDouble()).isLessThan(-30);

    assertThat(bench.run("extract", dir, "R1", "--out", bench.path("r.wav").toString()).status())
        .isZero();
    Recording result = new RecordingReader().read(bench.path("r.wav"), OptionalInt.empty());
    assertThat(result.facts().format()).isEqualTo("WAV, PCM 16 bit");
    assertThat(result.clip().length()).isEqualTo(3 * 16_000);
    double before =
        Levels.snrDb(
            Voice.speak(120, 3), new RecordingReader().read(seized, OptionalInt.empty()).clip());
    assertThat(Levels.snrDb(Voice.speak(120, 3), result.clip())).isGreaterThan(before + 6);

    Bench.Run compared = bench.run("compare", dir, "R1", "--known", "K1", "--json");
    assertThat(compared.one().get("similarity").getAsDouble()).isBetween(-1.0, 1.0);
    assertThat(compared.one().get("known").getAsString()).isEqualTo("K1");
    assertThat(compared.out()).doesNotContain("log10Lr");
    assertThat(compared.err()).contains("not a likelihood ratio");

    Path pdf = bench.path("report.pdf");
    Bench.Run report = bench.run("report", dir, "--out", pdf.toString(), "--json");
    assertThat(report.status()).as(report.err()).isZero();
    assertThat(Files.readAllBytes(pdf))
        .startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

    Bench.Run verified = bench.run("verify", dir, "--json");
    assertThat(verified.status()).isZero();
    assertThat(verified.one().get("anchored").getAsBoolean()).isTrue();
    assertThat(verified.one().get("entries").getAsInt()).isEqualTo(6);
    assertThat(verified.one().get("openKey").getAsBoolean()).isTrue();
  }

  @Test
  @DisplayName("takes several recordings at once, all or none")
  void importsAllOrNone() throws Exception {
    String good = bench.voice("good.wav", 120, 1).toString();
    Path bad = Files.writeString(bench.path("bad.wav"), "no sound at all");
    Bench.Run refused = bench.run("import", dir, good, bad.toString(), "--role", "known");
    assertThat(refused.status()).isEqualTo(2);
    assertThat(bench.run("case", "info", dir, "--json").one().get("entries").getAsInt())
        .isEqualTo(1);
    String other = bench.voice("other.wav", 150, 1).toString();
    Bench.Run both = bench.run("import", dir, good, other, "--role", "known", "--json");
    assertThat(both.json()).extracting(j -> j.get("id").getAsString()).containsExactly("K1", "K2");
  }

  @Test
  @DisplayName("gives back the bytes of an exhibit as they came")
  void extractsTheSameBytes() throws Exception {
    Path voice = bench.voice("v.wav", 120, 1);
    bench.run("import", dir, voice.toString(), "--role", "known");
    Path out = bench.path("copy.wav");
    assertThat(bench.run("extract", dir, "K1", "--out", out.toString()).status()).isZero();
    assertThat(out).hasSameBinaryContentAs(voice);
    assertThat(bench.run("extract", dir, "K1", "--out", out.toString()).status()).isEqualTo(2);
  }

  @Test
  @DisplayName("takes damaged evidence into custody as it is, and examines it no further")
  void takesAsItIs() throws Exception {
    Path damaged = Files.writeString(bench.path("damaged.wav"), "RIFF damaged");
    Bench.Run run =
        bench.run("import", dir, damaged.toString(), "--role", "questioned", "--as-is", "--json");
    assertThat(run.status()).isZero();
    assertThat(run.one().get("decodable").getAsBoolean()).isFalse();
    Bench.Run restore = bench.run("restore", dir, "Q1", "--method", "learned-remover");
    assertThat(restore.status()).isEqualTo(2);
    assertThat(restore.err()).contains("Q1");
  }

  @Test
  @DisplayName("writes one entry for a comparison that does not apply, and exits 2")
  void tooShortToCompare() throws Exception {
    bench.run("import", dir, bench.voice("short.wav", 120, 0.2).toString(), "--role", "questioned");
    bench.run("import", dir, bench.voice("long.wav", 120, 1).toString(), "--role", "known");
    Bench.Run run = bench.run("compare", dir, "Q1", "--known", "K1", "--json");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.one().get("outcome").getAsString()).isEqualTo("not-applicable");
    assertThat(run.one().get("seq").getAsInt()).isEqualTo(3);
  }

  @Test
  @DisplayName("writes what steers a terminal as its code, and says when bytes came twice")
  void plainLines() throws Exception {
    String voice = bench.voice("v.wav", 120, 1).toString();
    bench.run("import", dir, voice, "--role", "known", "--label", "\u001b[31mred\rK9 forged");
    Bench.Run info = bench.run("case", "info", dir);
    assertThat(info.out()).doesNotContain("\u001b", "\r").contains("\\u001b[31mred\\u000dK9");
    Bench.Run again = bench.run("import", dir, voice, "--role", "known");
    assertThat(again.err()).contains("K2 has the same bytes as K1");
  }

  @Test
  @DisplayName("says that silence holds no voice")
  void silence() throws Exception {
    Path silent =
        Voice.write(AudioClip.of(new float[16_000], SampleRate.WORKING), bench.path("silent.wav"));
    bench.run("import", dir, silent.toString(), "--role", "questioned");
    bench.run("import", dir, bench.voice("v.wav", 120, 1).toString(), "--role", "known");
    Bench.Run run = bench.run("compare", dir, "Q1", "--known", "K1", "--json");
    assertThat(run.one().get("outcome").getAsString()).isEqualTo("not-applicable");
    assertThat(run.one().get("message").getAsString()).contains("silent");
  }

  @Test
  @DisplayName("restores with a protector package from outside, as a folder")
  void acceptsPackagesFromOutside() throws Exception {
    Path copy = bench.path("mine");
    Bench.copyFolder(Bench.shipped("ssed-protector"), copy);
    Path json = copy.resolve("model.json");
    Files.writeString(json, Files.readString(json).replace("\"ssed-protector\"", "\"mine\""));
    bench.run(
        "import", dir, bench.protectedVoice("s.wav", 120, 1).toString(), "--role", "questioned");
    Bench.Run run =
        bench.run(
            "restore",
            dir,
            "Q1",
            "--method",
            "inversion",
            "--protector",
            copy.toString(),
            "--json");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(bench.run("ledger", dir, "--json").out())
        .contains("\"id\":\"mine\"")
        .contains("\"start\":\"exhibit\"");
  }

  @Test
  @DisplayName("prints every entry of the ledger, oldest first, as one JSON object each")
  void printsTheLedger() throws Exception {
    bench.run("import", dir, bench.voice("v.wav", 120, 1).toString(), "--role", "known");
    Bench.Run run = bench.run("ledger", dir, "--json");
    assertThat(run.json()).extracting(j -> j.get("seq").getAsInt()).containsExactly(0, 1);
    assertThat(run.json().get(1).getAsJsonObject("body").get("kind").getAsString())
        .isEqualTo("recording-imported");
  }
}
