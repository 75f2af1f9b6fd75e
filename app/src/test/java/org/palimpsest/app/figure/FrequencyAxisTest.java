package org.palimpsest.app.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.palimpsest.app.picture.FrequencyScale;

@DisplayName("an axis of frequencies")
final class FrequencyAxisTest {
  @ParameterizedTest
  @EnumSource(FrequencyScale.class)
  @DisplayName("leads from heights to frequencies and back")
  void thereAndBack(FrequencyScale scale) {
    FrequencyAxis axis = new FrequencyAxis(scale, 8000, 240, 14);
    for (double hertz : new double[] {50, 123, 1000, 7999}) {
      assertThat(axis.hertzAt(axis.yOf(hertz))).isCloseTo(hertz, within(1e-6));
    }
    assertThat(axis.yOf(8000)).isCloseTo(0, within(1e-9));
    assertThat(axis.yOf(0)).isEqualTo(240);
    assertThat(axis.yOf(90_000)).isZero();
  }

  @ParameterizedTest
  @EnumSource(FrequencyScale.class)
  @DisplayName("has labels that do not touch, with the highest among them")
  void labels(FrequencyScale scale) {
    for (double height : new double[] {40, 90, 240, 900}) {
      List<FrequencyAxis.Mark> marks = new FrequencyAxis(scale, 8000, height, 14).marks();
      assertThat(marks.get(marks.size() - 1).label()).isEqualTo("8 kHz");
      for (int i = 1; i < marks.size(); i++) {
        assertThat(marks.get(i - 1).labelY() - marks.get(i).labelY()).isGreaterThanOrEqualTo(14);
      }
    }
  }
}
