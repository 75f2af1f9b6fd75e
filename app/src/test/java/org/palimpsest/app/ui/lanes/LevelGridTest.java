package org.palimpsest.app.ui.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the grid of levels on a waveform")
final class LevelGridTest {
  @Test
  @DisplayName("has full scale at the top, and half of it 6 dB below")
  void heights() {
    List<LevelGrid.Line> lines = LevelGrid.of(1, 100);
    assertThat(lines).extracting(LevelGrid.Line::label).startsWith("0", "−6", "−12");
    assertThat(lines.get(0).height()).isEqualTo(100);
    assertThat(lines.get(1).height()).isCloseTo(50.1, within(0.05));
  }

  @ParameterizedTest(name = "scale {0}")
  @ValueSource(doubles = {1, 0.9, 0.2, 0.013, 3e-4, 1e-5, 2})
  @DisplayName("keeps its lines within the strip and far enough apart for their labels")
  void room(double scale) {
    double above = 40;
    double before = above + 11;
    for (LevelGrid.Line line : LevelGrid.of(scale, above)) {
      assertThat(line.height()).isLessThanOrEqualTo(above).isLessThanOrEqualTo(before - 11);
      assertThat(scale * line.height() / above)
          .isCloseTo(Math.pow(10, line.db() / 20.0), within(1e-9));
      before = line.height();
    }
    assertThat(LevelGrid.of(scale, above).isEmpty()).isEqualTo(scale < 1.6e-5);
  }
}
