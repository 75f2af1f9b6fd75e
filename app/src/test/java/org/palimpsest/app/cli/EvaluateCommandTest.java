package org.palimpsest.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.testing.Bench;
import org.palimpsest.app.testing.Voice;

@DisplayName("palimpsest evaluate")
final class EvaluateCommandTest {
  @TempDir private Path folder;
  private Bench bench;
  private Path data;

  @BeforeEach
  void twoVoices() throws Exception {
    bench = new Bench(folder);
    data = folder.resolve("data set");
    for (int speaker = 0; speaker < 2; speaker++) {
      Path own = Files.createDirectories(data.resolve("s" + speaker));
      for (int i = 0; i < 2; i++) {
        Voice.write(Voice.speak(110 + 70 * speaker + i, 2.1), own.resolve(i + ".wav"));
      }
    }
  }

  private Bench.Run evaluate(String... more) {
    String[] args = new String[3 + more.length];
    args[0] = "evaluate";
    args[1] = "--data";
    args[2] = data.toString();
    System.arraycopy(more, 0, args, 3, more.length);
    return bench.run(args);
  }

  @Test
  @DisplayName("prints Markdown, with the command as it was typed and the progress apart")
  void prints() throws Exception {
    Files.writeString(data.resolve("s0/x.flac"), "not a flac file");
    Bench.Run run = evaluate("--method", "learned-remover", "--threads", "2");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith("# Evaluation\n")
        .contains("palimpsest evaluate --data '" + data + "' --method learned-remover --threads 2")
        .contains(
            "| "
                + Bench.reference("ssed-protector")
                + " | pcm16 | "
                + Bench.reference("palimpsest-encoder")
                + " | white | rec-rec |")
        .contains("Skipped, 1 in all:")
        .doesNotContain("inversion");
    assertThat(run.err())
        .contains("evaluate 50 %", "evaluate 100 %", "skipped s0/x.flac: ", "1 files skipped");
  }

  @Test
  @DisplayName("prints one JSON object with --json, or the names of the files it wrote")
  void json() {
    String out = folder.resolve("out").toString();
    Bench.Run written = evaluate("--method", "learned-remover", "--out", out);
    assertThat(written.out()).isEqualTo(out + "/table.md\n" + out + "/table.json\n");
    Bench.Run again = evaluate("--method", "learned-remover", "--out", out, "--json");
    assertThat(again.json()).hasSize(1);
    JsonObject json = again.one();
    assertThat(json.get("format").getAsString()).isEqualTo("palimpsest-evaluation/1");
    assertThat(json.getAsJsonArray("verification")).hasSize(7);
  }

  @Test
  @DisplayName("refuses bad input in one line with status 2, before it computes")
  void refuses() throws Exception {
    assertRefused(evaluate("--utterances", "0"), "--utterances is a whole number from 1 on");
    assertRefused(evaluate("--utterances", "some"), "--utterances is a whole number from 1 on");
    assertRefused(evaluate("--threads", "3"), "--threads is 1 or 2, not 3");
    assertRefused(evaluate("--seed", "x"), "--seed");
    assertRefused(evaluate("--method", "magic"), "no restoration method");
    assertRefused(evaluate("--encoder", "ssed-remover"), "not a speaker-encoder");
    assertRefused(evaluate("--utterances", "1"), "1 usable speakers");
    Path taken = Files.writeString(folder.resolve("taken"), "a file");
    assertRefused(evaluate("--out", taken.toString()), "taken: cannot be written");
    assertRefused(bench.run("evaluate"), "--data");
    assertRefused(bench.run("evaluate", "--data", taken.toString()), "taken: no such folder");
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertRefused(bench.run("evaluate", "--data", empty.toString()), "no recordings in it");
  }

  private static void assertRefused(Bench.Run run, String words) {
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith("palimpsest: ").contains(words);
  }
}
