package org.palimpsest.analysis.restoration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.preimage.AndersonSettings;
import org.palimpsest.analysis.preimage.FilterPerturbation;
import org.palimpsest.analysis.preimage.Found;
import org.palimpsest.analysis.preimage.PreImage;

@DisplayName("A rehearsal")
final class RehearsalTest {
  private static final int SAMPLES = 40_000;
  private static final PreImage SEARCH =
      new PreImage(new AndersonSettings(30, 8, 1600, 1e-8, true, 0.05), 2);

  @Test
  @DisplayName("gets as much wrong as the inversion of the exhibit, however much that is")
  void foretells() throws Exception {
    for (double gain : new double[] {0.1, 0.2, 0.4}) {
      FilterPerturbation delta = new FilterPerturbation(gain);
      float[] original = noise();
      float[] exhibit = delta.protect(original);
      Found found = SEARCH.find(delta, exhibit, List.of(exhibit), Cancellation.NEVER);
      Rehearsal rehearsal =
          Rehearsal.of(SEARCH, delta, found.signal(), exhibit, 0, Cancellation.NEVER);
      double wrong = 0;
      double rehearsed = 0;
      for (int i = 0; i < SAMPLES; i++) {
        wrong += square(found.signal()[i] - original[i]);
        rehearsed += square(rehearsal.error(i));
      }
      assertThat(wrong).isPositive();
      assertThat(rehearsed / wrong).as("gain %s", gain).isBetween(0.7, 1.4);
    }
  }

  @Test
  @DisplayName("raises doubts where more was got wrong than they let expect, and lowers none")
  void raises() throws Exception {
    FilterPerturbation delta = new FilterPerturbation(0.4);
    float[] exhibit = delta.protect(noise());
    Found found = SEARCH.find(delta, exhibit, List.of(exhibit), Cancellation.NEVER);
    Rehearsal rehearsal =
        Rehearsal.of(SEARCH, delta, found.signal(), exhibit, 0, Cancellation.NEVER);
    int wrong = 0;
    for (int i = 0; i < SAMPLES; i++) {
      wrong += rehearsal.error(i) == 0 ? 0 : 1;
    }
    double share = (double) wrong / SAMPLES;
    assertThat(mean(rehearsal.raised(all(share / 10)))).isCloseTo(share, within(share / 4));
    assertThat(rehearsal.raised(all(10 * share))).isEqualTo(all(10 * share));
    assertThat(mean(rehearsal.raised(all(0)))).isCloseTo(share, within(share / 4));
  }

  @Test
  @DisplayName("changes a sample by up to one step, which depends on its place in the recording")
  void changes() {
    float[] signal = noise();
    float[] changed = Rehearsal.changed(signal, 0);
    int[] counts = new int[3];
    for (int i = 0; i < SAMPLES; i++) {
      counts[(int) Math.rint((changed[i] - signal[i]) / Pcm16.LSB) + 1]++;
    }
    assertThat(Arrays.stream(counts).min())
        .satisfies(least -> assertThat(least.getAsInt()).isGreaterThan(SAMPLES / 4));
    float[] tail = Arrays.copyOfRange(signal, 100, SAMPLES);
    assertThat(Rehearsal.changed(tail, 100)).isEqualTo(Arrays.copyOfRange(changed, 100, SAMPLES));
  }

  private static float[] all(double value) {
    float[] values = new float[SAMPLES];
    Arrays.fill(values, (float) value);
    return values;
  }

  private static double mean(float... values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double square(double value) {
    return value * value;
  }

  private static float[] noise() {
    Random random = new Random(7);
    float[] noise = new float[SAMPLES];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = Pcm16.round(0.05 * random.nextGaussian());
    }
    return noise;
  }
}
