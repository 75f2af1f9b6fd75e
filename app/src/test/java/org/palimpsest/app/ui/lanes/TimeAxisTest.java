package org.palimpsest.app.ui.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.audio.SampleRange;

final class TimeAxisTest {
  private final TimeAxis axis = new TimeAxis();

  @BeforeEach
  void twoHours() {
    axis.resize(800);
    axis.show(2 * 3600 * 16_000, 16_000);
  }

  @Test
  void showsAllAtFirstAndAfterAResize() {
    assertThat(axis.span().end()).isCloseTo(axis.length(), within(1.0));
    axis.resize(1000);
    assertThat(axis.span().end()).isCloseTo(axis.length(), within(1.0));
  }

  @Test
  void zoomsAroundThePointer() {
    double under = axis.span().sampleAt(200);
    for (int i = 0; i < 30; i++) {
      axis.zoomIn(200);
    }
    assertThat(axis.span().sampleAt(200)).isCloseTo(under, within(1.0));
    axis.zoomOut(200);
    assertThat(axis.span().sampleAt(200)).isCloseTo(under, within(1.0));
  }

  @Test
  void staysWithinTheSignal() {
    axis.zoomIn(400);
    axis.scrollTo(-5);
    assertThat(axis.span().start()).isZero();
    axis.scrollBy(1e12);
    assertThat(axis.span().end()).isCloseTo(axis.length(), within(1.0));
    axis.zoom(1e12, 10);
    assertThat(axis.span().start()).isZero();
    axis.zoom(1e-12, 10);
    assertThat(axis.span().scale()).isEqualTo(1.0 / 16);
  }

  @Test
  void bringsTheCursorIntoSight() {
    axis.zoom(1e-4, 0);
    axis.moveCursor(1_000_000);
    assertThat(axis.cursorProperty().get()).isEqualTo(1_000_000);
    assertThat(axis.span().xOf(1_000_000)).isBetween(0.0, 800.0);
    axis.nudgeCursor(-2);
    assertThat(axis.cursorProperty().get()).isLessThan(1_000_000);
    axis.moveCursor(Double.MAX_VALUE);
    assertThat(axis.cursorProperty().get()).isEqualTo(axis.length() - 1);
  }

  @Test
  void selectsInEitherDirection() {
    axis.select(500, 100);
    assertThat(axis.selectionProperty().get()).contains(new SampleRange(100, 500));
    axis.zoomTo(new SampleRange(100, 500));
    assertThat(axis.span().start()).isEqualTo(100);
    assertThat(axis.span().end()).isCloseTo(500, within(1.0));
    axis.select(7, 8);
    assertThat(axis.selectionProperty().get()).isEqualTo(Optional.empty());
  }
}
