package org.palimpsest.analysis.restoration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.audio.SampleRate;
import org.palimpsest.analysis.inference.InferenceEngine;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.inference.TinyOnnx;
import org.palimpsest.analysis.inference.TinyPackages;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.Outcome;
import org.palimpsest.analysis.method.Progress;
import org.palimpsest.analysis.signal.Levels;

@DisplayName("A planned restoration")
final class PlannedRestorationTest {
  private static final TinyOnnx LOCAL =
      TinyPackages.convolution(0.02f, 8, 0.1f, -0.2f, 0.5f, -0.2f, 0.1f);

  private final InferenceEngine engine = new InferenceEngine();

  @Test
  @DisplayName("by inversion recovers nearly every sample of the original, and says so")
  void inverts() throws Exception {
    ModelPackage protector = TinyPackages.of("protector", LOCAL, 2);
    AudioClip original = speech(20_001);
    AudioClip exhibit = new Protection(engine).apply(protector, original);
    assertThat(Levels.snrDb(original, exhibit)).isLessThan(35);
    Restored restored = completed(run(inversion(protector, null), exhibit, Cancellation.NEVER));
    assertThat(restored.signal().length()).isEqualTo(original.length());
    assertThat(restored.signal().rate()).isEqualTo(SampleRate.WORKING);
    assertThat(Pcm16.round(restored.signal()).toArray()).isEqualTo(restored.signal().toArray());
    assertThat(Levels.snrDb(original, restored.signal())).isGreaterThan(70);
    assertThat(Levels.shareChanged(original, restored.signal())).isLessThan(0.3);
    Map<String, Double> figures = restored.figures();
    assertThat(figures)
        .containsOnlyKeys(
            "snrDb",
            "removedLevelDbfs",
            "changedShare",
            "forwardResidualDb",
            "reproducedShare",
            "unsettledShare",
            "iterations",
            "evaluations",
            "exactImageShare",
            "unexplainedIfImageShare",
            "unexplainedIfChangedShare",
            "missingBandsShare",
            "perturbationOffShare",
            "ambiguousShare",
            "certainShare",
            "medianBoundLsb");
    assertThat(figures.get("snrDb"))
        .isCloseTo(Levels.snrDb(exhibit, restored.signal()), within(1e-9));
    assertThat(figures.get("unsettledShare")).isZero();
    assertThat(figures.get("forwardResidualDb")).isLessThan(-70);
    assertThat(figures.get("reproducedShare")).isGreaterThan(0.7);
    assertThat(figures.get("changedShare")).isBetween(0.9, 1.0);
  }

  @Test
  @DisplayName("recovers every sample where protection keeps the grid apart")
  void recoversExactly() throws Exception {
    ModelPackage protector = TinyPackages.of("protector", TinyPackages.scale(0.25f), 0);
    AudioClip original = speech(16_000);
    AudioClip exhibit = new Protection(engine).apply(protector, original);
    Restored restored = completed(run(inversion(protector, null), exhibit, Cancellation.NEVER));
    assertThat(restored.signal().toArray()).isEqualTo(original.toArray());
    assertThat(restored.figures()).containsEntry("reproducedShare", 1.0);
    ModelPackage global = TinyPackages.of("protector", TinyPackages.mean(0.5f), -1);
    AudioClip shifted = new Protection(engine).apply(global, original);
    assertThat(
            completed(run(inversion(global, null), shifted, Cancellation.NEVER)).signal().toArray())
        .isEqualTo(original.toArray());
  }

  @Test
  @DisplayName("is the same when run again, and when cut into other chunks")
  void isRepeatable() throws Exception {
    ModelPackage protector = TinyPackages.of("protector", TinyPackages.scale(0.25f), 0);
    AudioClip exhibit = new Protection(engine).apply(protector, speech(9_000));
    PlannedRestoration plan = inversion(protector, null);
    Restored first = completed(run(plan, exhibit, Cancellation.NEVER));
    Restored second = completed(run(plan, exhibit, Cancellation.NEVER));
    assertThat(second.signal().toArray()).isEqualTo(first.signal().toArray());
    assertThat(second.figures()).isEqualTo(first.figures());
    PlannedRestoration cut = plan("inversion", Map.of("chunkSamples", "1600"), protector, null);
    assertThat(completed(run(cut, exhibit, Cancellation.NEVER)).signal().toArray())
        .isEqualTo(first.signal().toArray());
  }

  @Test
  @DisplayName("starts from a remover where one is known, and needs less work then")
  void startsFromARemover() throws Exception {
    ModelPackage protector = TinyPackages.of("protector", TinyPackages.scale(0.25f), 0);
    ModelPackage remover = TinyPackages.of("remover", TinyPackages.scale(0.2f), 0);
    AudioClip original = speech(5_000);
    AudioClip exhibit = new Protection(engine).apply(protector, original);
    Restored with = completed(run(inversion(protector, remover), exhibit, Cancellation.NEVER));
    Restored without = completed(run(inversion(protector, null), exhibit, Cancellation.NEVER));
    assertThat(with.signal().toArray()).isEqualTo(original.toArray());
    assertThat(with.figures().get("iterations")).isLessThan(without.figures().get("iterations"));
  }

  @Test
  @DisplayName("says that it does not apply where the inversion does not converge")
  void doesNotConverge() throws Exception {
    ModelPackage expanding = TinyPackages.of("protector", TinyPackages.scale(-1f), 0);
    Outcome<Restored> outcome = run(inversion(expanding, null), speech(10_000), Cancellation.NEVER);
    assertThat(outcome).isInstanceOf(Outcome.NotApplicable.class);
    assertThat(((Outcome.NotApplicable<Restored>) outcome).reason())
        .contains("did not converge", "100 %");
  }

  @Test
  @DisplayName("by a learned remover subtracts what the model estimates, on the grid")
  void removes() throws Exception {
    ModelPackage remover = TinyPackages.of("remover", TinyPackages.scale(0.1f), 0);
    AudioClip exhibit = speech(40_000);
    List<String> stages = new ArrayList<>();
    PlannedRestoration plan = plan("learned-remover", Map.of(), null, remover);
    Restored restored =
        completed(plan.run(exhibit, engine, (stage, f) -> stages.add(stage), Cancellation.NEVER));
    for (int i = 0; i < exhibit.length(); i++) {
      float expected = Pcm16.round(exhibit.at(i) - 0.1f * exhibit.at(i));
      assertThat(restored.signal().at(i)).isEqualTo(expected);
    }
    assertThat(restored.figures())
        .containsOnlyKeys("snrDb", "removedLevelDbfs", "changedShare", "perturbationOffShare");
    assertThat(restored.figures().get("snrDb")).isCloseTo(20, within(0.1));
    assertThat(stages).containsExactly("remover", "remover");
  }

  @Test
  @DisplayName("by a learned remover puts back what the exhibit no longer held")
  void putsBack() throws Exception {
    AudioClip original = speech(96_000);
    ModelPackage protector = TinyPackages.of("protector", TinyPackages.hum(0.01f, 0.37f), -1);
    ModelPackage remover = TinyPackages.of("remover", TinyPackages.hum(0.01f, 0.37f), -1);
    PlannedRestoration plan = plan("learned-remover", Map.of(), null, remover);
    AudioClip exhibit = new Protection(engine).apply(protector, original);
    Restored unchanged = completed(run(plan, exhibit, Cancellation.NEVER));
    assertThat(Levels.shareChanged(original, unchanged.signal())).isLessThan(0.001);
    assertThat(unchanged.figures()).doesNotContainKey("putBackShare");
    Restored never = completed(run(plan, original, Cancellation.NEVER));
    assertThat(never.figures().get("putBackShare")).isGreaterThan(0.7);
    assertThat(Levels.snrDb(original, never.signal()))
        .isGreaterThan(Levels.snrDb(original, exhibit) + 12);
  }

  @Test
  @DisplayName("restores a recording of one sample and one of silence")
  void restoresShortAndSilent() throws Exception {
    ModelPackage protector = TinyPackages.of("protector", LOCAL, 2);
    for (float[] samples : new float[][] {{0.5f}, new float[1_000]}) {
      AudioClip exhibit = AudioClip.of(samples, SampleRate.WORKING);
      Restored restored = completed(run(inversion(protector, null), exhibit, Cancellation.NEVER));
      assertThat(restored.signal().length()).isEqualTo(samples.length);
      assertThat(restored.figures().get("unsettledShare")).isZero();
    }
  }

  @Test
  @DisplayName("ends as cancelled when the examiner cancels, at once or on the way")
  void cancels() throws Exception {
    ModelPackage protector = TinyPackages.of("protector", LOCAL, 2);
    ModelPackage remover = TinyPackages.of("remover", TinyPackages.scale(0.1f), 0);
    AudioClip exhibit = speech(20_000);
    for (int after : new int[] {0, 1, 2, 4}) {
      AtomicInteger asked = new AtomicInteger();
      Cancellation cancellation = () -> asked.incrementAndGet() > after;
      assertThat(run(inversion(protector, remover), exhibit, cancellation))
          .isInstanceOf(Outcome.Cancelled.class);
    }
    PlannedRestoration learned = plan("learned-remover", Map.of(), null, remover);
    assertThat(run(learned, exhibit, () -> true)).isInstanceOf(Outcome.Cancelled.class);
  }

  @Test
  @DisplayName("fails for a cause in its input where the model breaks on it")
  void failsForItsInput() throws Exception {
    AudioClip loud = AudioClip.of(new float[] {0.1f, 0.9f, 0.1f}, SampleRate.WORKING);
    ModelPackage brittle = TinyPackages.of("protector", TinyPackages.brittle(0.5f), 0);
    assertFailed(run(inversion(brittle, null), loud, Cancellation.NEVER), "not a number");
    ModelPackage longOnly = TinyPackages.of("protector", TinyPackages.longOnly(), 0);
    assertFailed(run(inversion(longOnly, null), loud, Cancellation.NEVER), "cannot be run");
    ModelPackage remover = TinyPackages.of("remover", TinyPackages.brittle(0.5f), 0);
    assertFailed(
        run(plan("learned-remover", Map.of(), null, remover), loud, Cancellation.NEVER),
        "not a number");
  }

  @Test
  @DisplayName("fails where a package does not even load")
  void failsToLoad() throws Exception {
    TinyOnnx wrong = new TinyOnnx().node("Palimpsest", "waveform -> perturbation");
    ModelPackage protector = TinyPackages.of("protector", wrong, 0);
    assertFailed(
        run(inversion(protector, null), speech(100), Cancellation.NEVER), "cannot be loaded");
  }

  @Test
  @DisplayName("undoes protection, which rounds to 16 bit and clips as the format demands")
  void protects() throws Exception {
    ModelPackage protector = TinyPackages.of("protector", TinyPackages.scale(0.25f), 0);
    AudioClip original =
        AudioClip.of(new float[] {0.5f, 3 / 32768f, -1, 0.99f}, SampleRate.WORKING);
    assertThat(new Protection(engine).apply(protector, original).toArray())
        .containsExactly(0.625f, 4 / 32768f, -1, 32767 / 32768f);
    ModelPackage remover = TinyPackages.of("remover", TinyPackages.scale(0.25f), 0);
    assertThatThrownBy(() -> new Protection(engine).apply(remover, original))
        .isInstanceOf(RefusedException.class)
        .hasMessage("tiny-remover@1.0.0 is a remover, not a protector");
  }

  private static void assertFailed(Outcome<Restored> outcome, String reason) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> {
              assertThat(failed.cause()).isEqualTo(Outcome.Cause.INPUT);
              assertThat(failed.line()).contains(reason).hasLineCount(1);
            });
  }

  private Outcome<Restored> run(
      PlannedRestoration plan, AudioClip exhibit, Cancellation cancellation) {
    return plan.run(exhibit, engine, Progress.NONE, cancellation);
  }

  private static Restored completed(Outcome<Restored> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Completed.class);
    return ((Outcome.Completed<Restored>) outcome).value();
  }

  private static PlannedRestoration inversion(ModelPackage protector, ModelPackage remover)
      throws RefusedException {
    return plan("inversion", Map.of(), protector, remover);
  }

  private static PlannedRestoration plan(
      String method, Map<String, String> parameters, ModelPackage protector, ModelPackage remover)
      throws RefusedException {
    return new RestorationPlanner()
        .plan(
            new RestorationRequest(
                method, parameters, Optional.ofNullable(protector), Optional.ofNullable(remover)),
            "00".repeat(32));
  }

  /** Harmonics under a slow envelope with some noise, on the 16-bit grid. */
  private static AudioClip speech(int length) {
    Random random = new Random(9);
    float[] signal = new float[length];
    for (int i = 0; i < length; i++) {
      double t = i / 16_000.0;
      double voice = Math.sin(2 * Math.PI * 120 * t) + 0.5 * Math.sin(2 * Math.PI * 730 * t);
      double envelope = 0.15 * Math.abs(Math.sin(2 * Math.PI * 2 * t));
      signal[i] = Pcm16.round(envelope * voice + 0.01 * random.nextGaussian());
    }
    return AudioClip.of(signal, SampleRate.WORKING);
  }
}
