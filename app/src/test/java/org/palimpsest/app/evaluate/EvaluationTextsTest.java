package org.palimpsest.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.evaluation.Interval;
import org.palimpsest.analysis.evaluation.Scenario;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.app.testing.Bench;

@DisplayName("the texts of an evaluation")
final class EvaluationTextsTest {
  private static final String HASH = "ab".repeat(32);

  private Header header;

  @BeforeEach
  void header() throws Exception {
    SortedMap<String, String> environment = new TreeMap<>(Map.of("processor", "Z80"));
    Utterance utterance = new Utterance(Path.of("x"), "s0", "s0/u0.wav", 32_000, HASH);
    header =
        new Header(
            "palimpsest evaluate --data d",
            environment,
            new DataSet("speech", List.of(utterance), List.of("s0/x.txt: neither")),
            List.of(ModelPackage.open(Bench.shipped("ssed-protector"))),
            7,
            1000,
            Map.of("perceptual measure", "ESTOI"));
  }

  private static VerificationRow verification(double rate, Optional<Interval> interval) {
    return new VerificationRow(
        "p@1",
        "pcm16",
        "e@2",
        Judge.Box.BLACK,
        "rec-adv",
        Optional.empty(),
        20,
        360,
        rate,
        interval,
        0.5);
  }

  private static SignalRow signals(String condition, SortedMap<String, Spread> figures) {
    return new SignalRow(
        "p@1", "pcm16", condition, Optional.of(Scenario.WELL_INFORMED), 4, 1, figures);
  }

  private Evaluation evaluation() {
    SortedMap<String, Spread> figures = new TreeMap<>();
    figures.put(Figure.SNR, new Spread(3, 1, 50.125, 2.5, -1.25, 150.375));
    figures.put(Figure.BIT_EXACT, new Spread(4, 0, 0.5, 0, 0.5, 2));
    figures.put(Figure.PROCESSOR_SECONDS, new Spread(4, 0, 0.5, 0, 0.5, 2));
    figures.put(Figure.EVALUATION_SECONDS, new Spread(4, 0, 0.1, 0, 0.1, 0.4));
    figures.put(Figure.SECONDS, new Spread(4, 0, 2, 0, 2, 8));
    SortedMap<String, Double> own = new TreeMap<>();
    own.put(Figure.SNR, Double.POSITIVE_INFINITY);
    own.put(Figure.BIT_EXACT, 0.25);
    SortedMap<String, Treated> conditions = new TreeMap<>();
    conditions.put("adv", new Treated(own, new TreeMap<>(), Optional.empty()));
    conditions.put("rst inversion", Treated.refused("it did not converge"));
    return new Evaluation(
        header,
        List.of(
            verification(0.0958, Optional.of(new Interval(0.0083, 0.1421))),
            verification(Double.NaN, Optional.empty())),
        List.of(signals("rst inversion", figures), signals("ms", figures)),
        List.of(new UtteranceRow(header.data().utterances().get(0), "p@1", "pcm16", conditions)));
  }

  @Test
  @DisplayName("begin with what it was made with, and name what was skipped")
  void headerText() {
    assertThat(evaluation().markdown())
        .startsWith("# Evaluation\n\n```\npalimpsest evaluate --data d\n```\n")
        .contains(
            "| processor | Z80 |",
            "| data | speech: 1 speakers, 1 utterances, 2.0 s |",
            "| protector | " + Bench.reference("ssed-protector") + ", ",
            "| seed | 7 |",
            "| perceptual measure | ESTOI |",
            "Skipped, 1 in all:\n\n- s0/x.txt: neither\n");
    assertThat(evaluation().skipped()).containsExactly("s0/x.txt: neither");
  }

  @Test
  @DisplayName("give a rate with its interval, and a dash where there is none")
  void rates() {
    assertThat(evaluation().markdown())
        .contains(
            "| p@1 | pcm16 | e@2 | black | rec-adv | 20 | 360 | 9.58 | 0.83 to 14.21 | 0.500 |\n",
            "| p@1 | pcm16 | e@2 | black | rec-adv | 20 | 360 | – | – | 0.500 |\n");
  }

  @Test
  @DisplayName("give mean, deviation, lowest and what is infinite; times only of restorations")
  void signalTexts() {
    assertThat(evaluation().markdown())
        .contains(
            "| p@1 | pcm16 | ms | well-informed | 4 | 50.13 (2.50), and 1 × ∞ |\n",
            "| p@1 | pcm16 | inversion | well-informed | 1 | 50.13, and 1 × ∞ | −1.25 | 50.00 |"
                + " 0.2500 | 5.0 |\n")
        .doesNotContain("| ms | well-informed | 1 |", "evaluations |  |");
  }

  @Test
  @DisplayName("are valid JSON with every figure by name, and none that does not exist")
  void json() {
    JsonObject json = JsonParser.parseString(evaluation().json().toString()).getAsJsonObject();
    JsonObject data = json.getAsJsonObject("header").getAsJsonObject("data");
    assertThat(data.get("sha256").getAsString()).isEqualTo(header.data().sha256());
    assertThat(data.getAsJsonArray("skipped")).hasSize(1);
    JsonObject rate = json.getAsJsonArray("verification").get(0).getAsJsonObject();
    assertThat(rate.get("eerPercent").getAsDouble()).isEqualTo(9.58);
    assertThat(rate.get("eerPercentHigh").getAsDouble()).isEqualTo(14.21);
    assertThat(rate.has("scenario")).isFalse();
    JsonObject missing = json.getAsJsonArray("verification").get(1).getAsJsonObject();
    assertThat(missing.keySet()).doesNotContain("eerPercent", "eerPercentLow");
    JsonObject row = json.getAsJsonArray("signals").get(0).getAsJsonObject();
    assertThat(row.get("realTimeFactor").getAsDouble()).isEqualTo(0.25);
    assertThat(row.get("refused").getAsInt()).isEqualTo(1);
    JsonObject snr = row.getAsJsonObject("figures").getAsJsonObject(Figure.SNR);
    assertThat(snr.get("lowest").getAsDouble()).isEqualTo(-1.25);
    assertThat(snr.get("infinite").getAsInt()).isEqualTo(1);
  }

  @Test
  @DisplayName("hold every utterance in JSON: infinite ratios as text, refusals with their line")
  void utterances() {
    JsonObject row = evaluation().json().getAsJsonArray("utterances").get(0).getAsJsonObject();
    assertThat(row.get("utterance").getAsString()).isEqualTo("s0/u0.wav");
    JsonObject conditions = row.getAsJsonObject("conditions");
    JsonObject adv = conditions.getAsJsonObject("adv");
    assertThat(adv.get(Figure.SNR).getAsString()).isEqualTo("Infinity");
    assertThat(adv.get(Figure.BIT_EXACT).getAsDouble()).isEqualTo(0.25);
    assertThat(conditions.getAsJsonObject("rst inversion").get("refusal").getAsString())
        .isEqualTo("it did not converge");
  }
}
