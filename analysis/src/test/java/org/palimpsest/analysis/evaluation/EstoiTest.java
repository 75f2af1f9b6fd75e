package org.palimpsest.analysis.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.palimpsest.analysis.audio.AudioClip;

@DisplayName("ESTOI")
final class EstoiTest {
  private record Reference(int rate, String name, double value) {}

  static Stream<Reference> references() throws Exception {
    try (InputStream in = EstoiTest.class.getResourceAsStream("estoi.tsv")) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      return lines.stream()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .map(f -> new Reference(Integer.parseInt(f[0]), f[1], Double.parseDouble(f[2])));
    }
  }

  /** At 16 kHz pystoi's resampler, a shorter filter, differs from ours near 5 kHz. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("references")
  @DisplayName("equals that of pystoi: to 1e-5 at its own rate, to 0.003 after resampling")
  void equalsTheReference(Reference reference) {
    double[] voice = FormulaVoice.voice(reference.rate());
    AudioClip original = FormulaVoice.clip(voice, reference.rate());
    AudioClip other =
        FormulaVoice.clip(FormulaVoice.changed(reference.name(), voice), reference.rate());
    double tolerance = reference.rate() == 10_000 ? 1e-5 : 3e-3;
    assertThat(Estoi.of(original, other).getAsDouble())
        .isCloseTo(reference.value(), within(tolerance));
  }

  @Test
  @DisplayName("does not depend on the level of the changed signal")
  void ignoresGain() {
    double[] voice = FormulaVoice.voice(10_000);
    double[] noisy = FormulaVoice.changed("noise-0.03", voice);
    double[] softer = noisy.clone();
    for (int i = 0; i < softer.length; i++) {
      softer[i] /= 4;
    }
    AudioClip original = FormulaVoice.clip(voice, 10_000);
    assertThat(Estoi.of(original, FormulaVoice.clip(softer, 10_000)).getAsDouble())
        .isCloseTo(
            Estoi.of(original, FormulaVoice.clip(noisy, 10_000)).getAsDouble(), within(1e-3));
  }

  @Test
  @DisplayName("does not exist for less than one segment, nor for silence")
  void needsASegment() {
    AudioClip brief = FormulaVoice.clip(new double[3000], 10_000);
    AudioClip none = FormulaVoice.clip(new double[0], 10_000);
    assertThat(Estoi.of(brief, brief)).isEmpty();
    assertThat(Estoi.of(none, none)).isEmpty();
  }

  @Test
  @DisplayName("gives 0 where the changed signal is silent")
  void silenceIsUnrelated() {
    AudioClip original = FormulaVoice.clip(FormulaVoice.voice(10_000), 10_000);
    AudioClip silence = FormulaVoice.clip(new double[original.length()], 10_000);
    assertThat(Estoi.of(original, silence)).hasValue(0);
  }

  @Test
  @DisplayName("takes no clips of different length or rate")
  void refusesOthers() {
    AudioClip one = FormulaVoice.clip(new double[10], 10_000);
    assertThatThrownBy(() -> Estoi.of(one, FormulaVoice.clip(new double[11], 10_000)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Estoi.of(one, FormulaVoice.clip(new double[10], 16_000)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
