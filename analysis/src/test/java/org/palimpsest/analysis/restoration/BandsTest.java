package org.palimpsest.analysis.restoration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.analysis.preimage.Perturbation;

@DisplayName("The frequency bands that an exhibit lost")
final class BandsTest {
  private static final int LENGTH = 16_000;

  @Test
  @DisplayName("are those that hold less than a quarter of the perturbation, and no others")
  void found() throws Exception {
    float[] perturbation = noise(0.01, 1);
    float[] speech = noise(0.05, 2);
    assertThat(Bands.missing(speech, perturbation).isEmpty()).isTrue();
    assertThat(Bands.missing(new float[LENGTH], new float[LENGTH]).isEmpty()).isTrue();
    BitSet upper = new BitSet();
    upper.set(16, 32);
    float[] telephone = new float[LENGTH];
    new BandLimited(new Fixed(speech), upper)
        .compute(speech, new SampleRange(0, LENGTH), telephone);
    BitSet found = Bands.missing(telephone, perturbation);
    assertThat(found.get(17, 32).cardinality()).isEqualTo(15); // at the edge it may go either way
    assertThat(found.get(0, 15).isEmpty()).isTrue();
  }

  @Test
  @DisplayName("are taken out of the perturbation; the others stay in place, also in pieces")
  void filtered() throws Exception {
    BitSet upper = new BitSet();
    upper.set(16, 32);
    float[] low = tone(1_000);
    float[] both = tone(1_000);
    float[] high = tone(6_000);
    for (int i = 0; i < LENGTH; i++) {
      both[i] += high[i];
    }
    BandLimited limited = new BandLimited(new Fixed(both), upper);
    float[] whole = new float[LENGTH];
    limited.compute(both, new SampleRange(0, LENGTH), whole);
    for (int i = 1_000; i < LENGTH - 1_000; i++) {
      assertThat(whole[i]).isCloseTo(low[i], within(0.002f));
    }
    float[] pieces = new float[LENGTH];
    for (int start = 0; start < LENGTH; start += 3_200) {
      limited.compute(both, new SampleRange(start, start + 3_200), pieces);
    }
    assertThat(pieces).isEqualTo(whole);
    assertThat(limited.reach(new SampleRange(3_000, 4_000), LENGTH))
        .isEqualTo(new SampleRange(2_745, 4_255));
  }

  /** The same perturbation whatever the signal. */
  private record Fixed(List<Float> values) implements Perturbation {
    Fixed(float[] values) {
      this(list(values));
    }

    @Override
    public List<SampleRange> pieces(int length) {
      return List.of(new SampleRange(0, length));
    }

    @Override
    public SampleRange reach(SampleRange piece, int length) {
      return piece;
    }

    @Override
    public void compute(float[] signal, SampleRange piece, float[] output) {
      for (int i = piece.start(); i < piece.end(); i++) {
        output[i] = values.get(i);
      }
    }

    private static List<Float> list(float[] values) {
      Float[] boxed = new Float[values.length];
      for (int i = 0; i < boxed.length; i++) {
        boxed[i] = values[i];
      }
      return List.of(boxed);
    }
  }

  private static float[] noise(double level, int seed) {
    Random random = new Random(seed);
    float[] noise = new float[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      noise[i] = (float) (level * random.nextGaussian());
    }
    return noise;
  }

  private static float[] tone(double hertz) {
    float[] tone = new float[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      tone[i] = (float) (0.1 * Math.sin(2 * Math.PI * hertz * i / 16_000));
    }
    return tone;
  }
}
