package org.palimpsest.evidence.entry.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.ReportName;
import org.palimpsest.evidence.format.ReviewVerdict;
import org.palimpsest.evidence.format.Sha256;

@DisplayName("the reports of a case")
final class ReportsTest {
  private static final ReportName P1 = new ReportName("P1", Sha256.hash(new byte[] {1}));
  private static final ReportName P2 = new ReportName("P2", Sha256.hash(new byte[] {2}));
  private static final Person ONE = new Person("R. One", Told.key(2), Role.REVIEWER);
  private static final Person TWO = new Person("R. Two", Told.key(3), Role.REVIEWER);
  private static final Person READER = new Person("L. Ooker", Told.key(4), Role.READER);

  private final People people =
      Told.first().with(Told.admits(ONE)).with(Told.admits(TWO)).with(Told.admits(READER));
  private final Reports issued = Reports.none().with(Told.issues(Told.EXAMINER, P1), people);

  @Test
  @DisplayName("are none at first, then drafts in the order of issue")
  void drafts() {
    assertThat(Reports.none().list()).isEmpty();
    Reports both = issued.with(Told.issues(Told.EXAMINER, P2), people);
    assertThat(both.list()).extracting(IssuedReport::name).containsExactly(P1, P2);
    IssuedReport draft = both.find("P1").orElseThrow();
    assertThat(draft.state()).isEqualTo(ReportState.DRAFT);
    assertThat(draft.seq()).isEqualTo(7);
    assertThat(draft.issuer().name()).isEqualTo("E. Xaminer");
    assertThat(draft.reviews()).isEmpty();
    assertThat(both.find("P3")).isEmpty();
    assertThat(issued.list()).as("a value stays as it was").hasSize(1);
  }

  @ParameterizedTest(name = "{0}, {1}, {2} of R. One; {3} of R. Two: {4}")
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, -, -, DRAFT",
        "comments, -, -, -, DRAFT",
        "agrees, -, -, -, REVIEWED",
        "objects, -, -, -, OBJECTED",
        "agrees, comments, -, -, REVIEWED",
        "objects, comments, -, -, OBJECTED",
        "agrees, objects, -, -, OBJECTED",
        "objects, agrees, -, -, REVIEWED",
        "objects, agrees, objects, -, OBJECTED",
        "agrees, -, -, agrees, REVIEWED",
        "agrees, -, -, objects, OBJECTED",
        "objects, agrees, -, objects, OBJECTED",
        "objects, -, -, agrees, OBJECTED",
      })
  @DisplayName("have a state by the newest verdict of each second person")
  void states(String one, String then, String last, String two, ReportState state) {
    Reports reports = issued;
    int second = 0;
    for (String verdict : new String[] {one, then, last}) {
      reports =
          verdict == null
              ? reports
              : reports.with(Told.reviews(ONE, P1, verdict, second++), people);
    }
    reports = two == null ? reports : reports.with(Told.reviews(TWO, P1, two), people);
    assertThat(reports.find("P1").orElseThrow().state()).isEqualTo(state);
    Reports before = reports;
    if (state == ReportState.REVIEWED) {
      IssuedReport released = before.with(Told.releases(P1), people).find("P1").orElseThrow();
      assertThat(released.state()).isEqualTo(ReportState.RELEASED);
    } else {
      assertThatThrownBy(() -> before.with(Told.releases(P1), people))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("the report P1 is " + state.text() + "; it can be released once");
    }
  }

  @Test
  @DisplayName("are reviewed only by who was admitted as reviewer, by name and key, and is there")
  void reviewers() {
    Person renamed = new Person("Other Name", ONE.key(), Role.REVIEWER);
    Person stranger = new Person("S. Tranger", Told.key(9), Role.REVIEWER);
    Person itself = new Person("e. xaminer", Told.key(8), Role.REVIEWER);
    People more = people.with(Told.admits(itself)).with(Told.dismisses(TWO));
    for (Person none : new Person[] {renamed, stranger, itself, READER, TWO, Told.EXAMINER}) {
      Reports reports = issued.with(Told.reviews(none, P1, "agrees"), more);
      assertThat(reports.find("P1").orElseThrow().reviews()).as(none.name()).isEmpty();
    }
    assertThat(issued.with(Told.reviews(ONE, P1, "agrees"), more).list().get(0).reviews())
        .containsExactly(java.util.Map.entry("R. One", ReviewVerdict.AGREES));
  }

  @Test
  @DisplayName("keep the verdict of a reviewer who left later, and stay released whatever follows")
  void later() {
    Reports reviewed = issued.with(Told.reviews(ONE, P1, "agrees"), people);
    People without = people.with(Told.dismisses(ONE));
    Reports released = reviewed.with(Told.releases(P1), without);
    assertThat(released.list().get(0).state()).isEqualTo(ReportState.RELEASED);
    Reports after = released.with(Told.reviews(TWO, P1, "objects"), without);
    assertThat(after.list().get(0).state()).isEqualTo(ReportState.RELEASED);
    assertThat(after.list().get(0).reviews()).containsEntry("R. Two", ReviewVerdict.OBJECTS);
  }

  @Test
  @DisplayName("do not count a verdict that was signed before another of the same person, or twice")
  void olderVerdicts() {
    Reports reports =
        issued
            .with(Told.reviews(ONE, P1, "agrees", 1), people)
            .with(Told.reviews(ONE, P1, "objects", 2), people)
            .with(Told.reviews(ONE, P1, "agrees", 1), people)
            .with(Told.reviews(ONE, P1, "agrees", 2), people);
    assertThat(reports.find("P1").orElseThrow().state()).isEqualTo(ReportState.OBJECTED);
    assertThat(
            reports
                .with(Told.reviews(ONE, P1, "agrees", 3), people)
                .find("P1")
                .orElseThrow()
                .state())
        .isEqualTo(ReportState.REVIEWED);
  }

  @Test
  @DisplayName("are spoken of by name and hash, both right")
  void names() {
    ReportName mixed = new ReportName("P1", P2.sha256());
    for (ReportName wrong : new ReportName[] {P2, mixed}) {
      String words = "the report " + wrong.id() + " was not issued so";
      assertThatThrownBy(() -> issued.with(Told.reviews(ONE, wrong, "agrees"), people))
          .hasMessage(words);
      assertThatThrownBy(() -> issued.with(Told.releases(wrong), people)).hasMessage(words);
    }
    assertThatThrownBy(() -> issued.with(Told.reviews(ONE, P1, "Agrees"), people))
        .hasMessageContaining("agrees, objects or comments");
  }

  @Test
  @DisplayName("do not change by a report without content or name, nor by a review of no report")
  void without() {
    JsonObject id = JsonObject.empty().with("id", "P9");
    LedgerEntry empty = Told.entry(Told.EXAMINER, EntryKind.REPORT_ISSUED, id);
    assertThat(issued.with(empty, people)).isSameAs(issued);
    LedgerEntry review =
        Told.entry(
            Told.EXAMINER,
            EntryKind.REVIEW_RECEIVED,
            JsonObject.empty().with("reviewer", ONE.toJson()).with("verdict", "comments"));
    assertThat(issued.with(review, people)).isSameAs(issued);
    assertThatThrownBy(() -> issued.byId().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  @DisplayName("take two keys of one name, however it is written, for one reviewer")
  void oneNameTwoKeys() {
    Person same = new Person("r.  one", Told.key(5), Role.REVIEWER);
    People both = people.with(Told.admits(same));
    Reports objected = issued.with(Told.reviews(ONE, P1, "objects", 1), both);
    Reports agreed = objected.with(Told.reviews(same, P1, "agrees", 2), both);
    assertThat(agreed.find("P1").orElseThrow().state()).isEqualTo(ReportState.REVIEWED);
    assertThat(agreed.find("P1").orElseThrow().reviews()).containsOnlyKeys("r.  one");
    Reports older = objected.with(Told.reviews(same, P1, "agrees", 1), both);
    assertThat(older.find("P1").orElseThrow().state()).isEqualTo(ReportState.OBJECTED);
  }
}
