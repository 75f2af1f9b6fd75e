package org.palimpsest.app.ui.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TicksTest {
  @ParameterizedTest
  @ValueSource(doubles = {1.0 / 16, 1, 37, 400, 144_000})
  void labelsAreApartAndFewEnough(double scale) {
    List<Ticks.Tick> ticks = Ticks.of(new TimeAxis.Span(12_345, scale, 800), 16_000);
    List<Ticks.Tick> labelled = ticks.stream().filter(t -> !t.label().isEmpty()).toList();
    assertThat(labelled.size()).isBetween(2, 9);
    assertThat(labelled.get(1).x() - labelled.get(0).x()).isGreaterThanOrEqualTo(89.9);
    assertThat(ticks).allMatch(t -> t.x() >= -1e-6 && t.x() <= 800.001);
    assertThat(labelled.stream().map(Ticks.Tick::label).distinct()).hasSize(labelled.size());
  }

  @Test
  void labelsReadAsTime() {
    assertThat(Ticks.label(0.25, 0.05)).isEqualTo("0.25");
    assertThat(Ticks.label(30, 10)).isEqualTo("30");
    assertThat(Ticks.label(65, 5)).isEqualTo("1:05");
    assertThat(Ticks.label(65.5, 0.5)).isEqualTo("1:05.5");
  }
}
