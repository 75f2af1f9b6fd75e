package org.palimpsest.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.casework.ExhibitRole;
import org.palimpsest.app.testing.Bench;
import org.palimpsest.evidence.casefile.CaseFile;

@DisplayName("a second person, on the command line,")
final class SecondPersonTest {
  private static final String REVIEWER = "R. Eviewer";

  @TempDir private Path laboratory;
  @TempDir private Path elsewhere;
  private Bench bench;
  private Bench reviewers;
  private String dir;

  @BeforeEach
  void makeCase() throws Exception {
    bench = new Bench(laboratory);
    reviewers = new Bench(elsewhere);
    try (CaseFile file = bench.newCase("a.palimpsest")) {
      dir = file.folder().toString();
      bench.take(file, bench.voice("q.wav", 120, 1.2), ExhibitRole.QUESTIONED);
    }
    done("report", dir, "--out", bench.path("report.pdf").toString());
  }

  @Test
  @DisplayName("reviews a bundle on another computer, and the case takes the file in")
  void bundleThereReviewBack() throws Exception {
    String key = reviewers.run("key", REVIEWER, "--json").one().get("publicKey").getAsString();
    done("case", "admit", dir, "--name", REVIEWER, "--role", "reviewer", "--public-key", key);
    Path bundle = bench.path("a.zip");
    done("bundle", dir, "--out", bundle.toString());
    String copy = Files.copy(bundle, reviewers.path("copy.zip")).toString();
    assertThat(reviewers.run("verify", copy).status()).isZero();
    assertThat(reviewers.run("case", "info", copy).out()).contains("P1", "report, draft");
    String review = reviewers.path("review.note").toString();
    Bench.Run signed =
        reviewers.run(
            "review",
            copy,
            "--reviewer",
            REVIEWER,
            "--report",
            "P1",
            "--agree",
            "--comment",
            "Heard it.",
            "--on",
            "Q1=clear",
            "--out",
            review);
    assertThat(signed.status()).as(signed.err()).isZero();
    done("receive", dir, review);
    assertThat(bench.run("case", "info", dir).out()).contains("report, reviewed");
    done("release", dir, "P1");
    assertThat(bench.run("case", "info", dir).out()).contains("report, released");
    assertThat(bench.run("verify", dir).status()).isZero();
    assertThat(reviewers.run("import", copy, review, "--role", "known", "--as-is").status())
        .isEqualTo(2);
  }

  @Test
  @DisplayName("reviews the case itself under a key of the same computer, and releases the report")
  void atTheCase() {
    done("case", "admit", dir, "--name", REVIEWER, "--role", "reviewer");
    refused("release", dir, "P1");
    done("review", dir, "--reviewer", REVIEWER, "--report", "P1", "--object", "--comment", "why?");
    refused("release", dir, "P1", "--as", REVIEWER);
    done("review", dir, "--reviewer", REVIEWER, "--report", "P1", "--agree");
    done("release", dir, "P1", "--as", REVIEWER);
    refused("opinion", dir, "--as", REVIEWER, "--text", "not a reviewer's to enter");
    assertThat(bench.run("verify", dir).status()).isZero();
  }

  @Test
  @DisplayName("is not overruled by an older agreement of theirs that is entered again")
  void oldAgreement() throws Exception {
    String key = reviewers.run("key", REVIEWER, "--json").one().get("publicKey").getAsString();
    done("case", "admit", dir, "--name", REVIEWER, "--role", "reviewer", "--public-key", key);
    String copy = bench.path("a.zip").toString();
    done("bundle", dir, "--out", copy);
    String agrees = reviewers.path("agrees").toString();
    String again = reviewers.path("again").toString();
    String objects = reviewers.path("objects").toString();
    for (String out : new String[] {agrees, again, objects}) {
      boolean object = out.equals(objects);
      Bench.Run run =
          reviewers.run(
              "review",
              copy,
              "--reviewer",
              REVIEWER,
              "--report",
              "P1",
              "--comment",
              "words",
              object ? "--object" : "--agree",
              "--out",
              out);
      assertThat(run.status()).as(run.err()).isZero();
    }
    done("receive", dir, agrees);
    done("receive", dir, objects);
    assertThat(refused("receive", dir, agrees))
        .contains("this very review already, as V1 (entry 5)");
    done("receive", dir, again);
    refused("release", dir, "P1");
    assertThat(bench.run("verify", dir).out()).contains("was signed no later than another");
    assertThat(bench.run("case", "info", dir).out()).contains("report, objected to");
  }

  @Test
  @DisplayName("cannot be the examiner, nor agree to a case that does not verify")
  void notTheExaminer() throws Exception {
    done("review", dir, "--reviewer", "Ada Examiner", "--report", "P1", "--agree");
    refused("release", dir, "P1");
    Path report = Path.of(dir, "reports", "report-001.pdf");
    Files.write(report, new byte[] {1});
    refused("review", dir, "--reviewer", "Ada Examiner", "--report", "P1", "--agree");
  }

  @Test
  @DisplayName("is refused in one line when a review says nothing that holds together")
  void badReviews() throws Exception {
    done("case", "admit", dir, "--name", REVIEWER, "--role", "reviewer");
    refused("review", dir, "--reviewer", REVIEWER, "--agree");
    refused("review", dir, "--reviewer", REVIEWER, "--report", "P9", "--agree");
    refused("review", dir, "--reviewer", REVIEWER, "--report", "P1", "--object");
    refused("review", dir, "--reviewer", REVIEWER, "--report", "P1", "--agree", "--object");
    refused("review", dir, "--reviewer", REVIEWER, "--comment", " ");
    refused("review", dir, "--reviewer", "Nobody");
    assertThat(refused("review", dir, "--reviewer", REVIEWER, "--on", "R9=words"))
        .contains("no R9");
    refused("review", dir, "--reviewer", REVIEWER, "--comment", "x".repeat(1 << 20));
    Path letter = Files.writeString(bench.path("letter"), "I agree.");
    refused("receive", dir, letter.toString());
    refused("receive", dir, bench.path("missing").toString());
    refused("case", "admit", dir, "--name", "X", "--role", "boss");
    refused("case", "admit", dir, "--name", "X", "--role", "reader", "--public-key", "AAAA");
    assertThat(refused("case", "dismiss", dir, "--name", "Nobody", "--reason", "none"))
        .contains("Nobody is no name and no key in this case; there are: Ada Examiner ");
    refused("case", "amend", dir, "--reason", "none");
    refused("case", "amend", dir, "--title", "a", "--purpose", "b", "--reason", "none");
    refused("opinion", dir, "--text", " ");
    refused("opinion", dir, "--about", "R9", "--text", "words");
    refused("opinion", dir, "--replaces", "Q1", "--text", "words");
  }

  @Test
  @DisplayName("takes a checkpoint away and later sees that the case continues it")
  void checkpointAway() throws Exception {
    Path note = reviewers.path("note");
    Path proof = reviewers.path("proof");
    done("checkpoint", dir, "--out", note.toString());
    done("opinion", dir, "--about", "Q1", "--text", "later");
    done("checkpoint", dir, "--since", note.toString(), "--out", proof.toString());
    assertThat(Files.readString(proof)).contains("palimpsest-consistency/1");
    assertThat(bench.run("verify", dir, "--checkpoint", note.toString()).status()).isZero();
    refused("checkpoint", dir, "--since", bench.path("q.wav").toString());
    try (CaseFile other = bench.newCase("b.palimpsest")) {
      refused("checkpoint", other.folder().toString(), "--since", note.toString());
    }
  }

  @Test
  @DisplayName("writes under a new key of the same name once the old one is dismissed")
  void changeOfKey() {
    String admit = "admit";
    done("case", admit, dir, "--name", "Ada Examiner", "--role", "examiner", "--key-of", "Ada 2");
    String old = bench.run("ledger", dir, "--json").one().toString();
    String id = old.replaceAll(".*\"actor\":\\{\"key\":\"([0-9a-f]{8})\".*", "$1");
    done("case", "dismiss", dir, "--name", id, "--reason", "the old key was lost");
    refused("opinion", dir, "--text", "under the old key");
    done("opinion", dir, "--as", "Ada 2", "--text", "under the new key");
    assertThat(bench.run("verify", dir).status()).isZero();
  }

  private void done(String... args) {
    Bench.Run run = bench.run(args);
    assertThat(run.status()).as(run.err()).isZero();
  }

  private String refused(String... args) {
    Bench.Run run = bench.run(args);
    assertThat(run.status()).as(String.join(" ", args)).isEqualTo(2);
    assertThat(run.err().lines()).as(run.err()).hasSize(1);
    assertThat(run.out()).isEmpty();
    return run.err();
  }
}
