package org.palimpsest.app.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.ffmpeg.Coding;
import org.palimpsest.analysis.ffmpeg.Ffmpeg;
import org.palimpsest.app.testing.Bench;
import org.palimpsest.app.testing.Voice;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.format.JsonObject;

@DisplayName("a lossy recording that comes into custody")
final class ImportLossyTest {
  @TempDir private Path folder;
  private Bench bench;
  private byte[] mp3;
  private int samples;

  @BeforeEach
  void makeRecording() throws Exception {
    Assumptions.assumeTrue(Ffmpeg.isThere(), "FFmpeg's libraries are not for this system");
    bench = new Bench(folder);
    float[] voice = Voice.speak(120, 1).toArray();
    short[] codes = new short[voice.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = Pcm16.code(voice[i]);
    }
    samples = codes.length;
    mp3 =
        new Ffmpeg(folder.resolve("libraries"))
            .encode(new Coding("libmp3lame", "mp3", 64_000), 16_000, codes);
  }

  @Test
  @DisplayName(
      "has decoder, versions, padding and promised length in its entry, and its bytes kept")
  void isTaken() throws Exception {
    Path file = Files.write(folder.resolve("call.mp3"), mp3);
    try (CaseFile opened = bench.newCase("a")) {
      Exhibit exhibit = take(opened, file);
      JsonObject facts = opened.entry(exhibit.seq()).body().object("facts");
      assertThat(facts.string("format")).isEqualTo("MP3");
      assertThat(facts.string("decoder"))
          .startsWith("FFmpeg " + Ffmpeg.VERSION + " mp3float (libavformat ");
      assertThat(facts.integer("frames")).isEqualTo(samples);
      assertThat(facts.object("padding").integer("declaredFrames")).isEqualTo(samples);
      assertThat(facts.object("padding").integer("skippedAtStart")).isEqualTo(1105);
      assertThat(facts.has("remarks")).isFalse();
      assertThat(Files.readAllBytes(opened.blobs().path(exhibit.blob().sha256()))).isEqualTo(mp3);
      assertThat(Exhibit.from(opened.entry(exhibit.seq()))).isEqualTo(exhibit);
      SoundArchive.Sound sound = bench.workbench().sounds().load(opened, exhibit.id());
      assertThat(sound.clip().length()).isEqualTo(samples);
    }
  }

  @Test
  @DisplayName("is known by its content, and what is wrong with it is remarked on in the entry")
  void isRemarkedOn() throws Exception {
    byte[] half = Arrays.copyOf(mp3, mp3.length / 2);
    Path file = Files.write(folder.resolve("call.wav"), half);
    try (CaseFile opened = bench.newCase("a")) {
      Exhibit exhibit = take(opened, file);
      assertThat(exhibit.decodable()).isTrue();
      assertThat(opened.entry(exhibit.seq()).body().object("facts").array("remarks").strings())
          .isEqualTo(exhibit.facts().orElseThrow().remarks())
          .anyMatch(remark -> remark.startsWith("the file promises " + samples + " samples"))
          .contains("named .wav, but its content is MPEG audio");
    }
  }

  @Test
  @DisplayName("unpacks FFmpeg beside the keys of this user, and only when it is needed")
  void unpacksLazily() throws Exception {
    Path libraries = bench.path("user/ffmpeg");
    try (CaseFile opened = bench.newCase("a")) {
      take(opened, bench.voice("v.wav", 120, 0.5));
      assertThat(libraries).doesNotExist();
      take(opened, Files.write(folder.resolve("call.mp3"), mp3));
      assertThat(libraries).isNotEmptyDirectory();
    }
  }

  @Test
  @DisplayName("is announced on the command line with its samples, and with a note for each remark")
  void isAnnounced() throws Exception {
    bench.newCase("a").close();
    Path file = Files.write(folder.resolve("call.ogg"), mp3);
    Bench.Run run =
        bench.run(
            "import", bench.path("a").toString(), file.toString(), "--role", "known", "--json");
    assertThat(run.status()).isZero();
    assertThat(run.one().get("format").getAsString()).isEqualTo("MP3");
    assertThat(run.one().get("samples").getAsInt()).isEqualTo(samples);
    String remark = "named .ogg, but its content is MPEG audio";
    assertThat(run.one().getAsJsonArray("remarks"))
        .singleElement()
        .satisfies(said -> assertThat(said.getAsString()).isEqualTo(remark));
    assertThat(run.err()).contains("K1: " + remark);
  }

  @Test
  @DisplayName("that cannot be decoded is refused in one line, and taken as it is on demand")
  void isTakenAsItIs() throws Exception {
    bench.newCase("a").close();
    Path file = Files.writeString(folder.resolve("call.mp3"), "ID3 and nothing of that sort");
    String[] plain = {
      "import", bench.path("a").toString(), file.toString(), "--role", "known", "--json"
    };
    Bench.Run refused = bench.run(plain);
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err().lines()).singleElement().asString().contains("call.mp3: damaged");
    String[] asIs = Arrays.copyOf(plain, plain.length + 1);
    asIs[plain.length] = "--as-is";
    assertThat(bench.run(asIs).one().get("decodable").getAsBoolean()).isFalse();
  }

  private Exhibit take(CaseFile opened, Path file) throws Exception {
    ImportRecording importer = bench.workbench().importRecording();
    ImportRecording.Request request =
        new ImportRecording.Request(
            file,
            ExhibitRole.QUESTIONED,
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            false);
    return importer.run(opened, importer.accept(request));
  }
}
