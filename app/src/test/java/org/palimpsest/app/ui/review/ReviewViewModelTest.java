package org.palimpsest.app.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.casework.ExhibitRole;
import org.palimpsest.app.casework.Passwords;
import org.palimpsest.app.ui.Bench;
import org.palimpsest.app.ui.session.CaseReviews;
import org.palimpsest.app.ui.session.CaseSession;
import org.palimpsest.evidence.entry.v1.Person;
import org.palimpsest.evidence.entry.v1.ReportState;
import org.palimpsest.evidence.entry.v1.Role;
import org.palimpsest.evidence.format.ReviewVerdict;

@DisplayName("a review")
final class ReviewViewModelTest {
  private static final String REVIEWER = "R. Eviewer";

  @TempDir private Path folder;
  private Bench bench;
  private CaseSession session;
  private CaseReviews reviews;

  @BeforeEach
  void makeCase() throws Exception {
    bench = new Bench(folder);
    session = bench.newCase();
    session.importRecording(
        bench.request(bench.wav("v.wav", Bench.voice(1, 120)), ExhibitRole.QUESTIONED));
    bench
        .workbench()
        .admitPerson()
        .admit(
            session.file(),
            new Person(
                REVIEWER,
                bench.workbench().openCase().key(REVIEWER, Passwords.NONE).verifyingKey(),
                Role.REVIEWER));
    session.report(folder.resolve("report.pdf"), issued -> {});
    reviews = session.reviews();
  }

  @AfterEach
  void close() throws Exception {
    session.close();
  }

  private ReviewViewModel agreeing() {
    ReviewViewModel model = new ReviewViewModel(reviews);
    model.reviewerProperty().set(" " + REVIEWER + " ");
    model.verdictProperty().set(ReviewVerdict.AGREES);
    return model;
  }

  @Test
  @DisplayName("is signed into a file, taken in, and lets the report be released")
  void wholeRound() {
    ReviewViewModel model = agreeing();
    assertThat(model.reportProperty().get()).isEqualTo("P1");
    assertThat(model.problem()).isEmpty();
    Path out = model.path().orElseThrow();
    reviews.sign(model.words(), Passwords.NONE, out);
    assertThat(bench.errors().notes()).isEmpty();
    assertThat(out).isNotEmptyFile();
    assertThat(model.problem().orElseThrow()).contains("nothing is overwritten");
    assertThat(reviews.reports().get(0).state()).isEqualTo(ReportState.DRAFT);
    reviews.receive(out);
    assertThat(reviews.reports().get(0).state()).isEqualTo(ReportState.REVIEWED);
    assertThat(session.now().entries()).hasSize(5);
    reviews.release("P1");
    assertThat(reviews.reports().get(0).state()).isEqualTo(ReportState.RELEASED);
    assertThat(bench.errors().notes()).isEmpty();
    reviews.receive(out);
    assertThat(bench.errors().notes()).hasSize(1);
  }

  @Test
  @DisplayName("has a reviewer, words where it needs them, and a file of its own")
  void problems() throws Exception {
    ReviewViewModel model = new ReviewViewModel(reviews);
    assertThat(model.problem().orElseThrow()).contains("state the reviewer");
    model.reviewerProperty().set(REVIEWER);
    assertThat(model.problem().orElseThrow()).contains("in the comment");
    model.verdictProperty().set(ReviewVerdict.OBJECTS);
    assertThat(model.problem().orElseThrow()).contains("in the comment");
    model.commentProperty().set("Q1 was cut.");
    assertThat(model.problem()).isEmpty();
    model.reportProperty().set(ReviewViewModel.THE_CASE);
    assertThat(model.problem().orElseThrow()).contains("on the case there are only comments");
    model.verdictProperty().set(ReviewVerdict.COMMENTS);
    model.aboutProperty().set("Q1");
    assertThat(model.subjects()).containsExactly("the case", "Q1");
    assertThat(model.problem()).isEmpty();
    assertThat(model.words().report()).isEmpty();
    assertThat(model.words().comments().get(0).about()).isEqualTo("Q1");
    model.outProperty().set(" ");
    assertThat(model.problem().orElseThrow()).contains("cannot be a file");
    model.outProperty().set(Files.writeString(folder.resolve("taken"), "x").toString());
    assertThat(model.problem().orElseThrow()).contains("exists already");
  }

  @Test
  @DisplayName("that cannot be read, or of which nobody knows, is refused in the one place")
  void refused() {
    reviews.receive(folder.resolve("nowhere"));
    reviews.release("P7");
    assertThat(bench.errors().notes()).hasSize(2);
    assertThat(bench.errors().notes().get(1).words()).contains("nowhere: cannot be read");
    assertThat(bench.errors().notes().get(0).words()).contains("no report P7");
    assertThat(session.now().entries()).hasSize(4);
  }
}
