package org.palimpsest.analysis.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.palimpsest.analysis.evaluation.FormulaVoice.clip;

import java.util.BitSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.signal.PitchTrack;

@DisplayName("measures of a signal against its original")
final class SignalMeasuresTest {
  @Test
  @DisplayName("SI-SDR ignores gain and polarity and takes the error orthogonal to the original")
  void siSdr() {
    AudioClip original = clip(3, 0, 4, 0);
    assertThat(SiSdr.db(original, clip(3, 0.5f, 4, 0))).isCloseTo(20, within(1e-6));
    assertThat(SiSdr.db(original, clip(-6, 1, -8, 0))).isCloseTo(20, within(1e-6));
    assertThat(SiSdr.db(original, clip(6, 0, 8, 0))).isInfinite().isPositive();
    assertThat(SiSdr.db(clip(0, 0), clip(1, 2))).isNaN();
    assertThatThrownBy(() -> SiSdr.db(original, clip(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("the error energy in windows is its share of all of it")
  void errorEnergy() {
    AudioClip original = clip(0, 0, 0, 0, 0);
    AudioClip restored = clip(1, 0, 0, 2, 2);
    BitSet second = new BitSet();
    second.set(1);
    assertThat(ErrorEnergy.shareWithin(original, restored, second, 2).getAsDouble())
        .isCloseTo(4.0 / 9, within(1e-12));
    second.set(2);
    assertThat(ErrorEnergy.shareWithin(original, restored, second, 2).getAsDouble())
        .isCloseTo(8.0 / 9, within(1e-12));
    assertThat(ErrorEnergy.shareWithin(original, restored, new BitSet(), 2)).hasValue(0);
    assertThat(ErrorEnergy.shareWithin(original, original, second, 2)).isEmpty();
  }

  @Test
  @DisplayName("pitch is found within half a percent, and none in noise")
  void pitch() {
    double[] tone = new double[16_000];
    for (int i = 0; i < tone.length; i++) {
      for (int h = 1; h <= 8; h++) {
        tone[i] += 0.05 * Math.sin(2 * Math.PI * 140 * h * i / 16_000);
      }
    }
    PitchTrack track = PitchTrack.of(clip(tone, 16_000));
    assertThat(track.frames()).isEqualTo(94);
    for (int i = 0; i < track.frames(); i++) {
      assertThat(track.isVoiced(i)).isTrue();
      assertThat((double) track.hertz(i)).isCloseTo(140, within(0.7));
    }
    PitchTrack noise = PitchTrack.of(clip(FormulaVoice.noise(16_000, 5), 16_000));
    int voiced = 0;
    for (int i = 0; i < noise.frames(); i++) {
      voiced += noise.isVoiced(i) ? 1 : 0;
    }
    assertThat(voiced).isLessThan(5);
    assertThat(PitchTrack.of(clip(new double[16_000], 16_000)).isVoiced(3)).isFalse();
    assertThat(PitchTrack.of(clip(new double[100], 16_000)).frames()).isZero();
  }

  @Test
  @DisplayName("pitch correlation counts the frames that are voiced in both")
  void pitchCorrelation() {
    float[] rising = {100, 110, 120, 130, 140, 150, 160, 170, 180, 190, 200, 0};
    float[] other = {100, 120, 110, 140, 130, 160, 150, 180, 170, 190, 0, 300};
    // r of ten values 1 to 10 against four pairs of neighbours exchanged: 1 - 6·8/(10·99)
    assertThat(
            PitchCorrelation.of(PitchTrack.ofHertz(rising), PitchTrack.ofHertz(other))
                .getAsDouble())
        .isCloseTo(1 - 48.0 / 990, within(1e-9));
    assertThat(
            PitchCorrelation.of(PitchTrack.ofHertz(rising), PitchTrack.ofHertz(rising))
                .getAsDouble())
        .isCloseTo(1, within(1e-12));
  }

  @Test
  @DisplayName("pitch correlation is absent with few frames or a pitch that never moves")
  void noPitchCorrelation() {
    PitchTrack flat =
        PitchTrack.ofHertz(100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100);
    assertThat(PitchCorrelation.of(flat, flat)).isEmpty();
    PitchTrack brief = PitchTrack.ofHertz(100, 110, 120);
    assertThat(PitchCorrelation.of(brief, brief)).isEmpty();
  }

  @Test
  @DisplayName("a 16-bit file carries what is on the grid untouched")
  void pcm16() {
    AudioClip sent = clip(FormulaVoice.voice(16_000), 16_000);
    assertThat(new Pcm16Wire().carry(sent).toArray()).containsExactly(sent.toArray());
    assertThat(new Pcm16Wire().carry(clip(0.3f / 32768)).at(0)).isZero();
  }
}
