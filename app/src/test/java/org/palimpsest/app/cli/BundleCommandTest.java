package org.palimpsest.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.casework.ExhibitRole;
import org.palimpsest.app.testing.Bench;
import org.palimpsest.evidence.bag.Bag;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.format.Sha256;

@DisplayName("the command bundle")
final class BundleCommandTest {
  @TempDir private Path folder;
  private Bench bench;
  private String dir;
  private String zip;

  @BeforeEach
  void makeCase() throws Exception {
    bench = new Bench(folder);
    try (CaseFile file = bench.newCase("a.palimpsest")) {
      bench.take(file, bench.voice("q.wav", 120, 0.6), ExhibitRole.QUESTIONED);
    }
    dir = bench.path("a.palimpsest").toString();
    zip = bench.path("call.zip").toString();
  }

  @Test
  @DisplayName("says what it wrote, in words and as JSON")
  void says() throws Exception {
    Bench.Run run = bench.run("bundle", dir, "--out", zip, "--json");
    assertThat(run.status()).isZero();
    JsonObject json = run.one();
    assertThat(json.get("id").getAsString()).isEqualTo("B1");
    assertThat(json.get("seq").getAsLong()).isEqualTo(2);
    assertThat(json.get("checkpointSize").getAsLong()).isEqualTo(2);
    assertThat(json.get("omitted").getAsLong()).isZero();
    assertThat(json.get("size").getAsLong()).isEqualTo(Files.size(Path.of(zip)));
    assertThat(json.get("sha256").getAsString())
        .isEqualTo(Sha256.hash(Files.readAllBytes(Path.of(zip))).hex());
    Bench.Run again = bench.run("bundle", dir, "--out", zip);
    assertThat(again.status()).isEqualTo(2);
    assertThat(again.err()).hasLineCount(1).contains("nothing is overwritten");
    Bench.Run second = bench.run("bundle", dir, "--out", bench.path("two.zip").toString());
    assertThat(second.out()).startsWith("B2  ").contains("holds 3 entries");
    try (Bag bag = Bag.open(Path.of(zip))) {
      assertThat(bag.check()).isEmpty();
    }
  }

  @Test
  @DisplayName("makes a file on which the commands that look say what they say of the case")
  void looking() throws Exception {
    String before = bench.run("ledger", dir, "--json").out();
    String info = bench.run("case", "info", dir).out();
    bench.run("bundle", dir, "--out", zip);
    assertThat(bench.run("ledger", zip, "--json").out()).isEqualTo(before);
    assertThat(bench.run("case", "info", zip).out()).isEqualTo(info);
    Bench.Run verified = bench.run("verify", zip);
    assertThat(verified.out()).contains("verified: 2 entries, 2 checkpoints, 1 blob");
    assertThat(verified.status()).isZero();
    String taken = bench.path("taken.wav").toString();
    assertThat(bench.run("extract", zip, "Q1", "--out", taken).status()).isZero();
    assertThat(Path.of(taken)).hasSameBinaryContentAs(bench.path("q.wav"));
  }

  @Test
  @DisplayName("makes a file that the commands that write refuse in one line, and leave as it is")
  void writing() throws Exception {
    bench.run("bundle", dir, "--out", zip);
    byte[] bytes = Files.readAllBytes(Path.of(zip));
    String q = bench.path("q.wav").toString();
    String out = bench.path("out.zip").toString();
    for (String[] command :
        new String[][] {
          {"import", zip, q, "--role", "known"},
          {"restore", zip, "Q1", "--method", "inversion"},
          {"report", zip, "--out", bench.path("r.pdf").toString()},
          {"bundle", zip, "--out", out},
        }) {
      Bench.Run run = bench.run(command);
      assertThat(run.status()).as(command[0]).isEqualTo(2);
      assertThat(run.err()).hasLineCount(1).contains(zip).contains("for looking only");
    }
    assertThat(Path.of(zip)).hasBinaryContent(bytes);
    assertThat(Path.of(out)).doesNotExist();
  }

  @Test
  @DisplayName("makes nothing of a file that is none, and looking at it is refused in one line")
  void noBundle() {
    for (String command : new String[] {"ledger", "case info", "extract"}) {
      String[] args =
          (command + " " + bench.path("q.wav") + (command.equals("extract") ? " Q1 --out x" : ""))
              .split(" ");
      Bench.Run run = bench.run(args);
      assertThat(run.status()).as(command).isEqualTo(2);
      assertThat(run.err()).hasLineCount(1).contains("q.wav");
    }
  }
}
