package org.palimpsest.app.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.restoration.Confidence;

@DisplayName("The text of a confidence track")
final class ConfidenceTextTest {
  @Test
  @DisplayName("is what its format says, with every bound rounded up")
  void writes() {
    BitSet ambiguous = new BitSet();
    ambiguous.set(1, 3);
    BitSet certain = new BitSet();
    certain.set(0);
    certain.set(9);
    List<Double> bounds = List.of(0.123451, 2.0, Double.POSITIVE_INFINITY);
    byte[] text = ConfidenceText.write(Confidence.of(bounds, ambiguous, certain), 1_100);
    assertThat(new String(text, StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"format\":\"palimpsest-confidence/1\",\"samples\":1100,\"windowSamples\":400,"
                + "\"boundLsb\":[0.1235,2,null],\"ambiguousWindows\":[[1,3]],"
                + "\"certainSamples\":\"AQI=\"}\n");
  }

  @Test
  @DisplayName("is read as it was written, and written again the same")
  void roundTrip() throws Exception {
    BitSet certain = new BitSet();
    certain.set(3, 900);
    Confidence track =
        Confidence.of(
            List.of(0.05, 12.34, 0.19999, 12345.6, Double.POSITIVE_INFINITY),
            new BitSet(),
            certain);
    byte[] text = ConfidenceText.write(track, 1_200);
    Confidence read = ConfidenceText.read(text, "R1-confidence");
    assertThat(read.windows()).isEqualTo(5);
    assertThat(read.boundLsb(4)).isInfinite();
    assertThat(read.certain()).isEqualTo(certain);
    assertThat(ConfidenceText.write(read, 1_200)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"format\":\"palimpsest-confidence/2\",\"windowSamples\":400}",
        "{\"format\":\"palimpsest-confidence/1\",\"windowSamples\":400,\"boundLsb\":3}",
        "{\"format\":\"palimpsest-confidence/1\",\"windowSamples\":400,\"boundLsb\":[],"
            + "\"ambiguousWindows\":[[5,1]],\"certainSamples\":\"\"}",
        "{\"format\":\"palimpsest-confidence/1\",\"windowSamples\":400,\"boundLsb\":[],"
            + "\"ambiguousWindows\":[],\"certainSamples\":\"?\"}"
      })
  @DisplayName("is refused by name where it is something else:")
  void refuses(String text) {
    assertThatThrownBy(
            () -> ConfidenceText.read(text.getBytes(StandardCharsets.UTF_8), "R7-confidence"))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith("R7-confidence is no confidence track")
        .hasMessageNotContaining("\n");
  }
}
