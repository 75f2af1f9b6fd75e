package org.palimpsest.analysis.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.analysis.audio.SampleRate;

@DisplayName("slowed speech")
final class SlowSpeechTest {
  private static final int SECOND = SampleRate.WORKING.hertz();

  private static float[] sine(double hertz, int length) {
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * i / SECOND));
    }
    return samples;
  }

  private static List<Float> slowed(double tempo, float[] first, float[] second, int change) {
    SlowSpeech slow = new SlowSpeech(tempo, SampleRate.WORKING);
    List<Float> heard = new ArrayList<>();
    for (int at = 0; at + slow.piece() <= first.length; at += slow.step()) {
      float[] from = at < change ? first : second;
      for (float sample : slow.next(Arrays.copyOfRange(from, at, at + slow.piece()))) {
        heard.add(sample);
      }
    }
    return heard;
  }

  private static double hertz(List<Float> samples) {
    int crossings = 0;
    for (int i = 1; i < samples.size(); i++) {
      crossings += samples.get(i - 1) < 0 && samples.get(i) >= 0 ? 1 : 0;
    }
    return (double) crossings * SECOND / samples.size();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.6, 0.75, 0.9, 1})
  @DisplayName("lasts as much longer as its tempo says, at the same pitch and level")
  void slower(double tempo) {
    float[] tone = sine(200, 10 * SECOND);
    List<Float> heard = slowed(tempo, tone, tone, 0);
    assertThat((double) heard.size() / tone.length)
        .isCloseTo(1 / tempo, Offset.offset(0.03 / tempo));
    assertThat(hertz(heard)).isCloseTo(200, Offset.offset(2.0));
    assertThat(heard.stream().skip(SECOND).mapToDouble(Math::abs).max().orElseThrow())
        .isCloseTo(0.5, Offset.offset(0.02));
  }

  @Test
  @DisplayName("goes from one signal to another without a click")
  void noClick() {
    float[] low = sine(200, 4 * SECOND);
    float[] high = sine(330, 4 * SECOND);
    List<Float> heard = slowed(0.7, low, high, 2 * SECOND);
    double steepest = 0.5 * 2 * Math.PI * 330 / SECOND;
    for (int i = 1; i < heard.size(); i++) {
      assertThat((double) Math.abs(heard.get(i) - heard.get(i - 1))).isLessThan(1.5 * steepest);
    }
  }

  @Test
  @DisplayName("is half as fast at most, and never faster")
  void limits() {
    for (double tempo : new double[] {0.49, 1.01, Double.NaN}) {
      assertThatThrownBy(() -> new SlowSpeech(tempo, SampleRate.WORKING))
          .isInstanceOf(IllegalArgumentException.class);
    }
    SlowSpeech slow = new SlowSpeech(0.5, SampleRate.WORKING);
    assertThatThrownBy(() -> slow.next(new float[slow.piece() - 1]))
        .hasMessageContaining("not " + slow.piece());
  }
}
