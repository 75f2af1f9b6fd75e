package org.palimpsest.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.testing.Bench;
import org.palimpsest.evidence.casefile.CaseFile;

@DisplayName("a key that a command makes at first use")
final class KeyAtFirstUseTest {
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
    }
    assertThat(bench.run("report", dir, "--out", bench.path("r.pdf").toString()).status()).isZero();
  }

  @Test
  @DisplayName("is not made for a review that is refused")
  void refusedReview() throws Exception {
    String out = reviewers.path("review.note").toString();
    String[] start = {"review", dir, "--reviewer", REVIEWER, "--out", out};
    refused(reviewers, "no report P9", join(start, "--report", "P9", "--agree"));
    refused(reviewers, "needs the report", join(start, "--agree"));
    refused(reviewers, "needs a comment", join(start, "--report", "P1", "--object"));
    refused(reviewers, "not both", join(start, "--report", "P1", "--object", "--agree"));
    refused(reviewers, "says nothing", join(start, "--comment", " "));
    refused(reviewers, "not a case", "review", elsewhere + "/no", "--reviewer", "R", "--out", out);
    refused(reviewers, "within the case", "review", dir, "--reviewer", "R", "--out", dir + "/x");
    refused(reviewers, "not on this computer", "review", dir, "--reviewer", REVIEWER);
    assertThat(reviewers.path("user").resolve("keys")).doesNotExist();
    assertThat(Path.of(out)).doesNotExist();
    assertThat(reviewers.run(join(start, "--report", "P1", "--agree")).status()).isZero();
    assertThat(keys(reviewers)).containsExactly(REVIEWER + ".p12");
  }

  @Test
  @DisplayName("is not made for a case that cannot be made")
  void refusedCase() throws Exception {
    String file = Files.writeString(reviewers.path("letter"), "Dear").toString();
    for (String where : List.of(dir, file, file + "/case")) {
      refused(
          reviewers,
          "cannot be made",
          "case",
          "create",
          where,
          "--title",
          "t",
          "--authority",
          "a",
          "--purpose",
          "p",
          "--examiner",
          "E");
    }
    refused(
        reviewers,
        "needs a purpose",
        "case",
        "create",
        reviewers.path("b").toString(),
        "--title",
        "t",
        "--authority",
        "a",
        "--purpose",
        " ",
        "--examiner",
        "E");
    refused(reviewers, "something is there already", "demo", "--case", dir);
    assertThat(reviewers.path("user").resolve("keys")).doesNotExist();
  }

  @Test
  @DisplayName("is not made for a person who is not admitted")
  void refusedPerson() throws Exception {
    bench.run("case", "admit", dir, "--name", REVIEWER, "--role", "reviewer");
    refused(bench, "a role is", "case", "admit", dir, "--name", "X", "--role", "boss");
    refused(bench, "a name is needed", "case", "admit", dir, "--name", " ", "--role", "reader");
    refused(bench, "not a case", "case", "admit", dir + "2", "--name", "X", "--role", "reader");
    refused(
        bench,
        "is reviewer and may not admit",
        "case",
        "admit",
        dir,
        "--as",
        REVIEWER,
        "--name",
        "X",
        "--role",
        "reader");
    assertThat(keys(bench)).containsExactly("Ada Examiner.p12", REVIEWER + ".p12");
  }

  @Test
  @DisplayName("is not made under a name that hides something or looks like another's")
  void badNames() throws Exception {
    for (String name : List.of(" Ada", "Ada\u202e", "A\u200bda", "Ada\t")) {
      refused(bench, "a name has", "key", name);
      refused(bench, "a name has", "case", "admit", dir, "--name", name, "--role", "reader");
      refused(
          bench,
          "a name has",
          "case",
          "create",
          bench.path("b").toString(),
          "--title",
          "t",
          "--authority",
          "a",
          "--purpose",
          "p",
          "--examiner",
          name);
      String out = bench.path("n").toString();
      refused(
          bench, "a name has", "review", dir, "--comment", "c", "--out", out, "--reviewer", name);
    }
    String words = "could be taken for \"Ada Examiner\"";
    refused(bench, words, "case", "admit", dir, "--name", "ada examiner", "--role", "reviewer");
    assertThat(keys(bench)).containsExactly("Ada Examiner.p12");
  }

  @Test
  @DisplayName("is not made, nor used, under a name that the case knows under another key")
  void anothersName() throws Exception {
    String key = reviewers.run("key", REVIEWER, "--json").one().get("publicKey").getAsString();
    bench.run("case", "admit", dir, "--name", REVIEWER, "--role", "reviewer", "--public-key", key);
    String[] review = {"review", dir, "--reviewer", REVIEWER, "--report", "P1", "--agree", "--out"};
    String words = "is admitted under another key";
    refused(bench, words, join(review, bench.path("n").toString()));
    assertThat(keys(bench)).containsExactly("Ada Examiner.p12");
    bench.run("key", REVIEWER);
    refused(bench, words, join(review, bench.path("n").toString()));
    refused(bench, words, "release", dir, "P1", "--as", REVIEWER);
    refused(bench, words, "review", dir, "--reviewer", REVIEWER, "--report", "P1", "--agree");
    String note = reviewers.path("n").toString();
    assertThat(reviewers.run(join(review, note)).status()).isZero();
    assertThat(bench.run("receive", dir, note).status()).isZero();
  }

  private static String[] join(String[] start, String... more) {
    return Stream.concat(Stream.of(start), Stream.of(more)).toArray(String[]::new);
  }

  private static List<String> keys(Bench bench) throws Exception {
    try (Stream<Path> files = Files.list(bench.path("user").resolve("keys"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static void refused(Bench bench, String words, String... args) {
    Bench.Run run = bench.run(args);
    assertThat(run.status()).as(String.join(" ", args) + run.err()).isEqualTo(2);
    assertThat(run.err()).contains(words);
    assertThat(run.err().lines()).as(run.err()).hasSize(1);
    assertThat(run.out()).isEmpty();
  }
}
