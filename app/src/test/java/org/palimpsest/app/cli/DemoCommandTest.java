package org.palimpsest.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.testing.Bench;

@DisplayName("the demo")
final class DemoCommandTest {
  @TempDir private Path folder;

  @Test
  @DisplayName("does the main job on the bundled recordings, improves them, and its case verifies")
  void doesTheMainJob() {
    Bench bench = new Bench(folder);
    Path dir = bench.path("demo.palimpsest");
    Bench.Run run = bench.run("demo", "--case", dir.toString());
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("Q1", "K1", "R4", "inversion", "learned-remover", "verified");
    assertThat(dir.resolveSibling("demo.palimpsest.report.pdf")).isRegularFile();
    assertThat(bench.run("verify", dir.toString()).status()).isZero();
    bench
        .run("ledger", dir.toString(), "--json")
        .json()
        .forEach(
            entry -> {
              var body = entry.getAsJsonObject("body");
              if (body.get("kind").getAsString().equals("restoration")) {
                var results = body.getAsJsonObject("results");
                assertThat(results.get("restoredSnrToOriginalDb").getAsDouble())
                    .isGreaterThan(results.get("exhibitSnrToOriginalDb").getAsDouble() + 5);
              }
            });
    Bench.Run again = bench.run("demo", "--case", dir.toString());
    assertThat(again.status()).isEqualTo(2);
    assertThat(again.err().lines()).hasSize(1);
  }
}
