package org.palimpsest.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.compare.Embedding;
import org.palimpsest.analysis.evaluation.Scenario;
import org.palimpsest.analysis.evaluation.SpeakerBootstrap;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.restoration.RestorationRequest;
import org.palimpsest.app.testing.Bench;

@DisplayName("the rows of the tables")
final class TablesTest {
  private static final String REMOVED = "rst learned-remover";

  private final List<UtteranceRow> rows = new ArrayList<>();
  private Judge judge;
  private Defence defence;

  @BeforeEach
  void threeSpeakersOfTwoUtterances() throws Exception {
    judge = new Judge(ModelPackage.open(Bench.shipped("palimpsest-encoder")), Judge.Box.UNSTATED);
    ModelPackage protector = ModelPackage.open(Bench.shipped("ssed-protector"));
    RestorationRequest request =
        new RestorationRequest(
            "learned-remover", Map.of(), Optional.of(protector), Optional.empty());
    defence =
        new Defence(
            protector, List.of(new Removal(request.method(), request, Scenario.WELL_INFORMED)));
    for (int i = 0; i < 6; i++) {
      int speaker = i / 2;
      SortedMap<String, Treated> conditions = new TreeMap<>();
      double own = 120 * speaker + 10 * (i % 2);
      conditions.put("rec", treated(own, Double.NaN));
      conditions.put("adv", treated(0, 30));
      conditions.put(REMOVED, i == 5 ? Treated.refused("no") : treated(own + 1, 40 + i));
      for (String baseline : List.of("an", "qt", "ms")) {
        conditions.put(baseline, treated(own, i == 0 ? Double.POSITIVE_INFINITY : 20));
      }
      Utterance utterance =
          new Utterance(Path.of("x"), "s" + speaker, "s" + speaker + "/" + i, 32_000, "hash");
      rows.add(new UtteranceRow(utterance, protector.reference(), "pcm16", conditions));
    }
  }

  private Treated treated(double degrees, double snr) {
    double angle = Math.toRadians(degrees);
    SortedMap<String, Double> figures = new TreeMap<>();
    if (!Double.isNaN(snr)) {
      figures.put(Figure.SNR, snr);
      figures.put(Figure.PROCESSOR_SECONDS, 0.5);
      figures.put(Figure.EVALUATION_SECONDS, 0.1);
      figures.put(Figure.SECONDS, 2.0);
    }
    SortedMap<String, Embedding> voices = new TreeMap<>();
    voices.put(
        judge.encoder().sha256(), Embedding.of(new double[] {Math.cos(angle), Math.sin(angle)}));
    return new Treated(figures, voices, Optional.empty());
  }

  private List<VerificationRow> verification() {
    return new Tables(defence, "pcm16", rows).verification(judge, new SpeakerBootstrap(1, 100));
  }

  @Test
  @DisplayName("set each enrolment against each test, in the order of the paper")
  void conditions() {
    assertThat(verification())
        .extracting(VerificationRow::trials)
        .containsExactly(
            "rec-rec", "rec-adv", "adv-adv", "rec-" + REMOVED, "rec-an", "rec-qt", "rec-ms");
    assertThat(verification()).allMatch(row -> row.box() == Judge.Box.WHITE);
  }

  @Test
  @DisplayName("count the pairs, without a file against itself or one that was not restored")
  void counts() {
    List<VerificationRow> found = verification();
    assertThat(List.of(found.get(0).same(), found.get(0).different())).containsExactly(3, 12);
    assertThat(List.of(found.get(1).same(), found.get(1).different())).containsExactly(6, 24);
    // the sixth utterance is tested in no trial, and enrolled in those of the other five
    assertThat(List.of(found.get(3).same(), found.get(3).different())).containsExactly(5, 20);
  }

  @Test
  @DisplayName("find speakers who stay apart, and lose those whose voices became one")
  void rates() {
    List<VerificationRow> found = verification();
    assertThat(found.get(0).rate()).isZero();
    assertThat(found.get(0).interval().get().high()).isZero();
    assertThat(found.get(0).meanSame()).isCloseTo(Math.cos(Math.toRadians(10)), within(1e-12));
    assertThat(found.get(2).rate()).isEqualTo(0.5);
    assertThat(found.get(3).rate()).isZero();
  }

  @Test
  @DisplayName("average the figures, count the infinite and the refused apart, and add up times")
  void signals() {
    List<SignalRow> found = new Tables(defence, "pcm16", rows).signals();
    assertThat(found)
        .extracting(SignalRow::condition)
        .containsExactly("adv", REMOVED, "an", "qt", "ms");
    SignalRow removed = found.get(1);
    assertThat(removed.utterances()).isEqualTo(5);
    assertThat(removed.refused()).isEqualTo(1);
    assertThat(removed.scenario()).hasValue(Scenario.WELL_INFORMED);
    assertThat(removed.figures().get(Figure.SNR).mean()).isEqualTo(42);
    assertThat(removed.figures().get(Figure.SNR).lowest()).isEqualTo(40);
    assertThat(removed.realTimeFactor()).isCloseTo(0.25, within(1e-12));
    assertThat(removed.evaluationsOfTime()).isCloseTo(5, within(1e-12));
    Spread noise = found.get(2).figures().get(Figure.SNR);
    assertThat(noise).isEqualTo(new Spread(5, 1, 20, 0, 20, 100));
  }

  @Test
  @DisplayName("have a sample's deviation, and none of one value")
  void spread() {
    assertThat(Spread.of(List.of(1.0, 2.0, 3.0, 6.0)).deviation())
        .isCloseTo(Math.sqrt(14 / 3.0), within(1e-12));
    assertThat(Spread.of(List.of(4.0)).deviation()).isNaN();
    assertThat(Spread.of(List.of(Double.POSITIVE_INFINITY)).mean()).isNaN();
    assertThat(Spread.of(List.of(Double.POSITIVE_INFINITY)).infinite()).isEqualTo(1);
  }

  @Test
  @DisplayName("stand in Markdown without the columns that hold nothing")
  void markdown() {
    MarkdownTable table = new MarkdownTable(1, List.of("a", "b", "c"));
    table.row(List.of("x|y", MarkdownTable.NOTHING, "1"));
    table.row(List.of("z", MarkdownTable.NOTHING, MarkdownTable.NOTHING));
    assertThat(table.text()).isEqualTo("| a | c |\n| --- | --: |\n| x\\|y | 1 |\n| z | – |\n");
    assertThatThrownBy(() -> table.row(List.of("x"))).isInstanceOf(IllegalArgumentException.class);
  }
}
