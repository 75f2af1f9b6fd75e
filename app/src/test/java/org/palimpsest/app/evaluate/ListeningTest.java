package org.palimpsest.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.SampleRate;
import org.palimpsest.analysis.inference.InferenceEngine;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.inference.ModelSession;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.CancelledException;
import org.palimpsest.analysis.method.Outcome;
import org.palimpsest.analysis.restoration.Restored;
import org.palimpsest.app.testing.Bench;
import org.palimpsest.app.testing.Voice;

@DisplayName("listening to one utterance")
final class ListeningTest {
  private final AudioClip original = Voice.speak(120, 1.5);
  private final Listening listening = new Listening(original, Map.of());

  private static SortedMap<String, Double> figures(String name, double value) {
    SortedMap<String, Double> figures = new TreeMap<>();
    figures.put(name, value);
    return figures;
  }

  /** The original with an error in its first window and a larger one in its third. */
  private AudioClip wrong() {
    float[] samples = original.toArray();
    samples[10] += 0.01f;
    samples[2 * Restored.WINDOW + 5] += 0.02f;
    return AudioClip.of(samples, SampleRate.WORKING);
  }

  private Treated to(Outcome<Restored> outcome) throws CancelledException {
    return listening.to(outcome, figures(Figure.SECONDS, 1.5), Cancellation.NEVER);
  }

  @Test
  @DisplayName("finds nothing between a signal and itself")
  void same() throws Exception {
    Treated same = listening.to(original, new TreeMap<>(), Cancellation.NEVER);
    assertThat(same.figures())
        .containsEntry(Figure.SNR, Double.POSITIVE_INFINITY)
        .containsEntry(Figure.BIT_EXACT, 1.0)
        .containsKey(Figure.SI_SDR);
    assertThat(same.figures().get(Figure.ESTOI)).isCloseTo(1, within(1e-9));
    assertThat(same.figures().get(Figure.PITCH_CORRELATION)).isCloseTo(1, within(1e-9));
    assertThat(listening.toOriginal(Cancellation.NEVER).figures()).isEmpty();
  }

  @Test
  @DisplayName("leaves out what has no value")
  void silence() throws Exception {
    AudioClip silence = AudioClip.of(new float[original.length()], SampleRate.WORKING);
    Treated nothing = listening.to(silence, new TreeMap<>(), Cancellation.NEVER);
    assertThat(nothing.figures()).doesNotContainKeys(Figure.PITCH_CORRELATION, Figure.SI_SDR);
    assertThat(nothing.figures().get(Figure.SNR)).isCloseTo(0, within(1e-9));
  }

  @Test
  @DisplayName("tells the share of the error in windows that the method marks, if it marks any")
  void marks() throws Exception {
    BitSet third = new BitSet();
    third.set(2);
    Treated marked =
        to(
            new Outcome.Completed<>(
                new Restored(
                    wrong(), figures(Figure.UNSETTLED, 1 / 60.0), third, Optional.empty())));
    assertThat(marked.figures().get(Figure.ERROR_IN_UNSETTLED)).isCloseTo(0.8, within(1e-5));
    assertThat(marked.figures()).containsKeys(Figure.UNSETTLED, Figure.SECONDS);
    Treated unmarked =
        to(
            new Outcome.Completed<>(
                new Restored(wrong(), new TreeMap<>(), new BitSet(), Optional.empty())));
    assertThat(unmarked.figures()).doesNotContainKey(Figure.ERROR_IN_UNSETTLED);
  }

  @Test
  @DisplayName("keeps the reason where a method restored nothing")
  void refused() throws Exception {
    Treated none = to(new Outcome.NotApplicable<>("it did not converge"));
    assertThat(none.refusal()).hasValue("it did not converge");
    assertThat(none.figures()).isEmpty();
    assertThat(to(new Outcome.Failed<>(Outcome.Cause.INPUT, "too long")).refusal())
        .hasValue("too long");
  }

  @Test
  @DisplayName("ends at a cancellation, and at a defect, which is no figure")
  void ends() {
    assertThatThrownBy(() -> to(new Outcome.Cancelled<>())).isInstanceOf(CancelledException.class);
    assertThatThrownBy(() -> to(new Outcome.Failed<>(Outcome.Cause.DEFECT, "broken")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("broken");
  }

  @Test
  @DisplayName("embeds the voice with every encoder it is given")
  void embeds() throws Exception {
    ModelPackage encoder = ModelPackage.open(Bench.shipped("palimpsest-encoder"));
    try (ModelSession session = new InferenceEngine().open(encoder)) {
      Listening hearing = new Listening(original, Map.of(encoder.sha256(), session));
      Treated own = hearing.toOriginal(Cancellation.NEVER);
      Treated other = hearing.to(wrong(), new TreeMap<>(), Cancellation.NEVER);
      assertThat(own.voices().keySet()).containsExactly(encoder.sha256());
      assertThat(
              own.voices().get(encoder.sha256()).similarity(other.voices().get(encoder.sha256())))
          .isBetween(0.5, 1.0);
    }
  }
}
