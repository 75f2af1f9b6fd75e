package org.palimpsest.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.CancelledException;
import org.palimpsest.analysis.method.Progress;
import org.palimpsest.app.testing.Bench;

/** End to end, on voices by formula and the shipped packages. */
@DisplayName("an evaluation")
final class EvaluateProtectionTest {
  @TempDir private static Path folder;
  private static Bench bench;
  private static Path data;
  private static Path out;
  private static Evaluation first;

  @BeforeAll
  static void evaluate() throws Exception {
    bench = new Bench(folder);
    data = SmallData.make(folder.resolve("data"), 2, 2, 2.1);
    out = folder.resolve("out");
    first = run(out);
  }

  private static Evaluation run(Path where) throws Exception {
    return bench
        .workbench()
        .evaluateProtection()
        .run(SmallData.request(data, Optional.of(where)), Progress.NONE, Cancellation.NEVER);
  }

  private static JsonObject row(JsonObject json, String table, String field, String value) {
    for (JsonElement row : json.getAsJsonArray(table)) {
      if (row.getAsJsonObject().get(field).getAsString().equals(value)) {
        return row.getAsJsonObject();
      }
    }
    throw new AssertionError("no row of " + value + " in " + table);
  }

  private static double mean(JsonObject json, String condition, String figure) {
    return row(json, "signals", "condition", condition)
        .getAsJsonObject("figures")
        .getAsJsonObject(figure)
        .get("mean")
        .getAsDouble();
  }

  @Test
  @DisplayName("measures what protect and restore give one by one")
  void agreesWithTheCommands() {
    JsonObject utterance = first.json().getAsJsonArray("utterances").get(0).getAsJsonObject();
    String file = data.resolve(utterance.get("utterance").getAsString()).toString();
    String exhibit = folder.resolve("exhibit.wav").toString();
    JsonObject snr =
        bench
            .run("protect", file, "--protector", "ssed-protector", "--out", exhibit, "--json")
            .one();
    JsonObject conditions = utterance.getAsJsonObject("conditions");
    assertThat(conditions.getAsJsonObject("adv").get("snrToOriginalDb").getAsDouble())
        .isEqualTo(snr.get("snrDb").getAsDouble());
    String dir = folder.resolve("check.palimpsest").toString();
    bench.run(
        "case",
        "create",
        dir,
        "--title",
        "t",
        "--authority",
        "a",
        "--purpose",
        "p",
        "--examiner",
        "e");
    bench.run("import", dir, exhibit, "--role", "questioned");
    bench.run("import", dir, file, "--role", "known");
    for (String method : List.of("inversion", "learned-remover")) {
      JsonObject step =
          bench
              .run(
                  "restore",
                  dir,
                  "Q1",
                  "--method",
                  method,
                  "--protector",
                  "ssed-protector",
                  "--original",
                  "K1",
                  "--json")
              .one();
      JsonObject restored = conditions.getAsJsonObject("rst " + method);
      assertThat(restored.get("snrToOriginalDb").getAsDouble())
          .isCloseTo(step.get("restoredSnrToOriginalDb").getAsDouble(), within(1e-6));
      assertThat(restored.get("bitExactShare").getAsDouble())
          .isCloseTo(step.get("bitExactShare").getAsDouble(), within(1e-8));
    }
  }

  @Test
  @DisplayName("finds the order that must be: inversion above remover above protected")
  void order() {
    JsonObject json = first.json();
    double adv = mean(json, "adv", "snrToOriginalDb");
    double remover = mean(json, "rst learned-remover", "snrToOriginalDb");
    double inversion = mean(json, "rst inversion", "snrToOriginalDb");
    assertThat(remover).isGreaterThan(adv + 3);
    assertThat(inversion).isGreaterThan(remover + 10);
    assertThat(mean(json, "an", "snrToOriginalDb")).isLessThan(adv);
    assertThat(mean(json, "rst inversion", "estoi")).isGreaterThan(mean(json, "an", "estoi"));
    assertThat(mean(json, "rst inversion", "pitchCorrelation")).isGreaterThan(0.999);
    assertThat(row(json, "signals", "condition", "rst inversion").get("realTimeFactor"))
        .isNotNull();
  }

  @Test
  @DisplayName("says in its header how to repeat it")
  void header() {
    JsonObject header = first.json().getAsJsonObject("header");
    assertThat(header.get("command").getAsString()).isEqualTo("a test");
    assertThat(header.get("engine").getAsString()).contains("OnnxRuntime");
    assertThat(header.getAsJsonObject("data").get("speakers").getAsInt()).isEqualTo(2);
    assertThat(header.getAsJsonObject("data").get("sha256").getAsString()).hasSize(64);
    assertThat(header.getAsJsonArray("packages")).hasSizeGreaterThanOrEqualTo(3);
    assertThat(first.markdown())
        .contains("a test", "processor", "well-informed", "ignorant", "rec-rst inversion")
        .contains(header.getAsJsonObject("data").get("sha256").getAsString())
        .doesNotContain("NaN");
  }

  @Test
  @DisplayName("writes both tables and keeps one file for each utterance")
  void writes() throws Exception {
    assertThat(Files.readString(out.resolve("table.md"))).isEqualTo(first.markdown());
    assertThat(JsonParser.parseString(Files.readString(out.resolve("table.json"))))
        .isEqualTo(JsonParser.parseString(first.json().toString()));
    try (Stream<Path> kept = Files.list(out.resolve("work"))) {
      assertThat(kept).hasSize(4);
    }
  }

  @Test
  @DisplayName("takes over what was kept instead of computing it again")
  void takesOver() throws Exception {
    Path copy = folder.resolve("taken-over");
    Bench.copyFolder(out, copy);
    try (Stream<Path> kept = Files.list(copy.resolve("work"))) {
      for (Path file : kept.toList()) {
        JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        json.getAsJsonObject("conditions")
            .getAsJsonObject("adv")
            .getAsJsonObject("figures")
            .addProperty("snrToOriginalDb", "12.5");
        Files.writeString(file, json.toString());
      }
    }
    assertThat(mean(run(copy).json(), "adv", "snrToOriginalDb")).isEqualTo(12.5);
  }

  @Test
  @DisplayName("goes on after it was stopped, with the figures of one that was not")
  void goesOn() throws Exception {
    Path stopped = folder.resolve("stopped");
    AtomicInteger seen = new AtomicInteger();
    assertThatThrownBy(
            () ->
                bench
                    .workbench()
                    .evaluateProtection()
                    .run(
                        SmallData.request(data, Optional.of(stopped)),
                        (stage, fraction) -> seen.incrementAndGet(),
                        () -> seen.get() > 0))
        .isInstanceOf(CancelledException.class);
    try (Stream<Path> kept = Files.list(stopped.resolve("work"))) {
      assertThat(kept).hasSize(1);
    }
    assertThat(stopped.resolve("table.md")).doesNotExist();
    Evaluation finished = run(stopped);
    assertThat(finished.verification()).isEqualTo(first.verification());
    assertThat(withoutTimes(finished)).isEqualTo(withoutTimes(first));
  }

  /** What does not depend on how busy the machine was. */
  private static List<SortedMap<String, Treated>> withoutTimes(Evaluation evaluation) {
    return evaluation.utterances().stream()
        .map(UtteranceRow::conditions)
        .map(TreatedJson::write)
        .map(
            json -> {
              for (String condition : json.keySet()) {
                json.getAsJsonObject(condition).add("voices", new JsonObject());
                JsonObject figures = json.getAsJsonObject(condition).getAsJsonObject("figures");
                figures.remove(Figure.PROCESSOR_SECONDS);
                figures.remove(Figure.EVALUATION_SECONDS);
              }
              return TreatedJson.read(json);
            })
        .toList();
  }
}
