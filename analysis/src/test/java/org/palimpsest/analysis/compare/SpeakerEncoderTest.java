package org.palimpsest.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.SampleRate;
import org.palimpsest.analysis.inference.InferenceEngine;
import org.palimpsest.analysis.inference.ModelSession;
import org.palimpsest.analysis.inference.TinyPackages;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.CancelledException;

@DisplayName("A speaker encoder")
final class SpeakerEncoderTest {
  private final InferenceEngine engine = new InferenceEngine();

  @Test
  @DisplayName("gives embeddings of unit length whose likeness is their cosine")
  void embeds() throws Exception {
    try (ModelSession session = session(1)) {
      SpeakerEncoder encoder = new SpeakerEncoder(session);
      Embedding a = encoder.embed(constant(16_000, 0.5f), Cancellation.NEVER); // (1.5, 1.25)
      Embedding b = encoder.embed(constant(16_000, -1), Cancellation.NEVER); // (0, 2)
      assertThat(a.dimensions()).isEqualTo(2);
      assertThat(Math.hypot(a.at(0), a.at(1))).isCloseTo(1, within(1e-12));
      assertThat(a.similarity(b)).isCloseTo(1.25 / Math.hypot(1.5, 1.25), within(1e-6));
      assertThat(a.similarity(b)).isEqualTo(b.similarity(a));
      assertThat(a.similarity(a)).isCloseTo(1, within(1e-12)).isLessThanOrEqualTo(1);
    }
  }

  @Test
  @DisplayName("refuses less than half a second")
  void refusesShortClips() throws Exception {
    try (ModelSession session = session(1)) {
      SpeakerEncoder encoder = new SpeakerEncoder(session);
      assertThatThrownBy(() -> encoder.embed(constant(7_999, 0.5f), Cancellation.NEVER))
          .isInstanceOf(RefusedException.class)
          .hasMessage("the recording is shorter than 0.5 s");
      assertThat(encoder.embed(constant(8_000, 0.5f), Cancellation.NEVER).dimensions())
          .isEqualTo(2);
    }
  }

  @Test
  @DisplayName("averages the unit embeddings of pieces of 30 s beyond a minute")
  void embedsInPieces() throws Exception {
    float[] samples = new float[120 * 16_000];
    Arrays.fill(samples, 0, samples.length / 2, 0.5f);
    Arrays.fill(samples, samples.length / 2, samples.length, -1);
    try (ModelSession session = session(1)) {
      AtomicInteger asked = new AtomicInteger();
      Embedding whole =
          new SpeakerEncoder(session)
              .embed(
                  AudioClip.of(samples, SampleRate.WORKING),
                  () -> {
                    asked.incrementAndGet();
                    return false;
                  });
      assertThat(asked).hasValue(4);
      double norm = Math.hypot(1.5, 1.25);
      Embedding expected = Embedding.of(new double[] {1.5 / norm, 1.25 / norm + 1});
      assertThat(whole.similarity(expected)).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  @DisplayName("refuses an embedding of nought, of one piece or of pieces that cancel out")
  void refusesNought() throws Exception {
    try (ModelSession session = session(0)) {
      SpeakerEncoder encoder = new SpeakerEncoder(session);
      assertRefused(encoder, constant(16_000, 0));
    }
    float[] opposite = new float[120 * 16_000];
    Arrays.fill(opposite, 0, opposite.length / 2, 0.5f);
    Arrays.fill(opposite, opposite.length / 2, opposite.length, -0.5f);
    try (ModelSession session =
        engine.open(
            TinyPackages.of(
                "speaker-encoder",
                TinyPackages.meanOnly().output("embedding", "batch", "d"),
                -1))) {
      assertRefused(new SpeakerEncoder(session), AudioClip.of(opposite, SampleRate.WORKING));
    }
  }

  @Test
  @DisplayName("stops between pieces when cancelled")
  void stops() throws Exception {
    try (ModelSession session = session(1)) {
      SpeakerEncoder encoder = new SpeakerEncoder(session);
      assertThatThrownBy(() -> encoder.embed(constant(16_000, 0.5f), () -> true))
          .isInstanceOf(CancelledException.class);
    }
  }

  @Test
  @DisplayName("and another one cannot be compared; directions must exist")
  void comparesWithinOneEncoder() {
    Embedding two = Embedding.of(new double[] {3, 4});
    assertThat(two.at(0)).isCloseTo(0.6, within(1e-12));
    assertThat(two.similarity(Embedding.of(new double[] {-6, -8}))).isCloseTo(-1, within(1e-12));
    assertThat(two.similarity(Embedding.of(new double[] {-4, 3}))).isCloseTo(0, within(1e-12));
    Embedding three = Embedding.of(new double[] {1, 2, 3});
    assertThatThrownBy(() -> two.similarity(three)).isInstanceOf(IllegalArgumentException.class);
    for (double odd : new double[] {0, Double.NaN, Double.POSITIVE_INFINITY, 1e300}) {
      assertThatThrownBy(() -> Embedding.of(new double[] {odd, 0}))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private ModelSession session(float offset) throws RefusedException {
    return engine.open(TinyPackages.of("speaker-encoder", TinyPackages.encoder(offset), -1));
  }

  private static void assertRefused(SpeakerEncoder encoder, AudioClip clip) {
    assertThatThrownBy(() -> encoder.embed(clip, Cancellation.NEVER))
        .isInstanceOf(RefusedException.class)
        .hasMessage("tiny-speaker-encoder@1.0.0: gives no usable embedding for this recording");
  }

  private static AudioClip constant(int length, float value) {
    float[] samples = new float[length];
    Arrays.fill(samples, value);
    return AudioClip.of(samples, SampleRate.WORKING);
  }
}
