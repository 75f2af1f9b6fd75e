package org.palimpsest.app.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.method.AnalysisPlan;
import org.palimpsest.analysis.method.Outcome;
import org.palimpsest.app.testing.Voice;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.Artifact;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.StepOutcome;
import org.palimpsest.evidence.format.JsonObject;

@DisplayName("the view of a case")
final class CaseViewTest extends WithCase {
  @BeforeEach
  void makeCase() throws Exception {
    bench.take(file, bench.voice("q.wav", 120, 0.5), ExhibitRole.QUESTIONED);
    bench.take(file, bench.voice("k.wav", 150, 0.5), ExhibitRole.KNOWN);
    bench.take(file, bench.voice("p.wav", 180, 0.5), ExhibitRole.QUESTIONED);
  }

  private StepView log(EntryKind kind, String prefix, Outcome<Conclusion> end, String... ids)
      throws Exception {
    List<Artifact> inputs = new ArrayList<>();
    for (String id : ids) {
      inputs.add(new Artifact(id, bench.workbench().sounds().hashOf(file, id)));
    }
    AnalysisPlan plan =
        new AnalysisPlan(
            "trial",
            "7",
            new TreeMap<>(),
            inputs.stream().map(input -> input.sha256().hex()).toList(),
            List.of());
    return bench.perform(
        file, new PlannedStep(kind, prefix, plan, inputs, List.of(), (p, c) -> end));
  }

  private StepView restore(Outcome<Conclusion> end, String... ids) throws Exception {
    return log(EntryKind.RESTORATION, "R", end, ids);
  }

  private static Outcome<Conclusion> figures(JsonObject results) {
    return new Outcome.Completed<>(new Conclusion(results, Optional.empty()));
  }

  private static Outcome<Conclusion> signal() {
    return new Outcome.Completed<>(
        new Conclusion(JsonObject.empty(), Optional.of(Voice.speak(120, 0.5))));
  }

  @Test
  @DisplayName("sorts every entry into what it is, in the order of the ledger")
  void foldsTheLedger() throws Exception {
    restore(signal(), "Q1");
    log(EntryKind.COMPARISON, "C", figures(JsonObject.empty()), "Q1", "K1");
    bench.take(file, bench.path("k.wav"), ExhibitRole.KNOWN);
    bench.workbench().issueReport().run(file, bench.path("r.pdf"));
    restore(new Outcome.Cancelled<>(), "Q2");
    log(EntryKind.COMPARISON, "C", new Outcome.Cancelled<>(), "R1", "K2");
    CaseView view = CaseView.of(file);
    assertThat(view.exhibits()).extracting(Exhibit::id).containsExactly("Q1", "K1", "Q2", "K2");
    assertThat(view.exhibits()).extracting(Exhibit::seq).containsExactly(1L, 2L, 3L, 6L);
    assertThat(view.restorations()).extracting(StepView::id).containsExactly("R1", "R2");
    assertThat(view.restorations()).extracting(StepView::seq).containsExactly(4L, 8L);
    assertThat(view.comparisons()).extracting(StepView::id).containsExactly("C1", "C2");
    assertThat(file.size()).isEqualTo(10);
  }

  @Test
  @DisplayName("is the same whether the case was just written or is opened again")
  void sameWhenReopened() throws Exception {
    restore(signal(), "Q1", "K1");
    CaseView written = CaseView.of(file);
    try (CaseFile again = bench.workbench().openCase().readOnly(bench.path("a"))) {
      assertThat(CaseView.of(again)).isEqualTo(written);
    }
  }

  @Test
  @DisplayName("of a shorter ledger knows nothing of what came later")
  void ofAnEarlierState() throws Exception {
    restore(signal(), "Q1");
    CaseView early = CaseView.of(file.entries().subList(0, 2));
    assertThat(early.exhibits()).extracting(Exhibit::id).containsExactly("Q1");
    assertThat(early.restorations()).isEmpty();
    assertThat(early.restoration("R1")).isEmpty();
  }

  @Test
  @DisplayName("gives the restorations of one exhibit, also those that failed, not their offspring")
  void restorationsOfOne() throws Exception {
    restore(signal(), "Q1", "K1");
    restore(new Outcome.Failed<>(Outcome.Cause.INPUT, "no"), "Q1");
    restore(signal(), "Q2");
    restore(signal(), "R1");
    CaseView view = CaseView.of(file);
    assertThat(view.restorationsOf("Q1")).extracting(StepView::id).containsExactly("R1", "R2");
    assertThat(view.restorationsOf("Q2")).extracting(StepView::id).containsExactly("R3");
    assertThat(view.restorationsOf("R1")).extracting(StepView::id).containsExactly("R4");
    assertThat(view.restorationsOf("K1")).isEmpty();
  }

  @Test
  @DisplayName("counts the ids of each role on their own")
  void nextId() throws Exception {
    restore(signal(), "Q1");
    CaseView view = CaseView.of(file);
    assertThat(view.nextExhibitId(ExhibitRole.QUESTIONED)).isEqualTo("Q3");
    assertThat(view.nextExhibitId(ExhibitRole.KNOWN)).isEqualTo("K2");
    CaseView empty = CaseView.of(file.entries().subList(0, 1));
    assertThat(empty.nextExhibitId(ExhibitRole.QUESTIONED)).isEqualTo("Q1");
  }

  @Test
  @DisplayName("refuses an id it does not have with those it has")
  void unknownId() throws Exception {
    CaseView view = CaseView.of(file);
    assertThat(view.requireExhibit("K1").role()).isEqualTo(ExhibitRole.KNOWN);
    for (String id : List.of("Q9", "q1", "", "R1")) {
      assertThatThrownBy(() -> view.requireExhibit(id))
          .isInstanceOf(RefusedException.class)
          .hasMessage("no exhibit or restoration " + id + " in this case; it has Q1, K1, Q2");
    }
  }

  @Test
  @DisplayName("cannot be changed by the lists that it was made of")
  void keepsCopies() {
    List<Exhibit> exhibits = new ArrayList<>(CaseView.of(file).exhibits());
    CaseView view = new CaseView(exhibits, List.of(), List.of());
    exhibits.clear();
    assertThat(view.exhibits()).hasSize(3);
  }

  @Test
  @DisplayName("shows a completed step with subject, others, output and no message")
  void completedStep() throws Exception {
    StepView step = restore(signal(), "Q1", "K1", "Q2");
    assertThat(step.completed()).isTrue();
    assertThat(step.method()).isEqualTo("trial");
    assertThat(step.subject()).isEqualTo("Q1");
    assertThat(step.others()).containsExactly("K1", "Q2");
    assertThat(step.output().map(Artifact::id)).contains("R1");
    assertThat(step.message()).isEmpty();
    assertThat(step.entry().body().has("cause")).isFalse();
    assertThat(CaseView.of(file).restoration("R1")).contains(step);
  }

  @Test
  @DisplayName("names a figure of a group after the group and its member, and sorts them")
  void figureNames() throws Exception {
    JsonObject group = JsonObject.empty().with("K2", "0.5").with("K1", "-0.25");
    StepView step =
        restore(
            figures(
                JsonObject.empty()
                    .with("snrDb", "12.5")
                    .with("similarity", group)
                    .with("count", 3)
                    .with("empty", JsonObject.empty())),
            "Q1");
    assertThat(List.copyOf(step.figures().keySet()))
        .containsExactly("count", "similarity K1", "similarity K2", "snrDb");
    assertThat(step.figures())
        .containsEntry("similarity K1", "-0.25")
        .containsEntry("similarity K2", "0.5")
        .containsEntry("snrDb", "12.5");
  }

  @Test
  @DisplayName("shows how a step ended that brought nothing, with its reason where it has one")
  void endedOtherwise() throws Exception {
    StepView failed = restore(new Outcome.Failed<>(Outcome.Cause.DEFECT, "no memory"), "Q1");
    StepView cancelled = restore(new Outcome.Cancelled<>(), "Q1");
    StepView not = restore(new Outcome.NotApplicable<>("too short"), "Q1");
    assertThat(List.of(failed, cancelled, not))
        .allSatisfy(
            step -> {
              assertThat(step.completed()).isFalse();
              assertThat(step.output()).isEmpty();
              assertThat(step.figures()).isEmpty();
            });
    assertThat(failed.message()).contains("no memory");
    assertThat(failed.entry().body().string("cause")).isEqualTo("defect");
    assertThat(cancelled.message()).isEmpty();
    assertThat(cancelled.entry().body().has("cause")).isFalse();
    assertThat(not.message()).contains("too short");
    assertThat(not.step().outcome()).isEqualTo(StepOutcome.NOT_APPLICABLE);
  }
}
