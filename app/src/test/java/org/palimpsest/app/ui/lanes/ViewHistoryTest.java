package org.palimpsest.app.ui.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.audio.SampleRange;

@DisplayName("the way back to earlier views")
final class ViewHistoryTest {
  private final TimeAxis axis = new TimeAxis();
  private final AtomicLong nanos = new AtomicLong(1);
  private ViewHistory history;

  @BeforeEach
  void show() {
    axis.resize(1000);
    axis.show(160_000, 16_000);
    history = new ViewHistory(axis, nanos::get);
  }

  private void later() {
    nanos.addAndGet(2_000_000_000L);
  }

  @Test
  @DisplayName("goes back and forward through zoom, selection and cursor")
  void backAndForward() {
    TimeAxis.View whole = axis.view();
    axis.select(1000, 2000);
    axis.moveCursor(1500);
    later();
    axis.zoomTo(new SampleRange(1000, 2000));
    TimeAxis.View close = axis.view();
    assertThat(history.forwardProperty().get()).isFalse();
    history.back();
    assertThat(axis.selectionProperty().get()).contains(new SampleRange(1000, 2000));
    assertThat(axis.view().all()).isTrue();
    history.back();
    assertThat(axis.view()).isEqualTo(whole);
    assertThat(history.backProperty().get()).isFalse();
    history.back(); // there is nothing before
    history.forward();
    history.forward();
    assertThat(axis.view()).isEqualTo(close);
  }

  @Test
  @DisplayName("takes what follows within a moment for one, as while a wheel is turned")
  void moments() {
    TimeAxis.View whole = axis.view();
    for (int i = 0; i < 9; i++) {
      axis.zoomIn(500);
      nanos.addAndGet(100_000_000L);
    }
    history.back();
    assertThat(axis.view()).isEqualTo(whole);
  }

  @Test
  @DisplayName("forgets what was gone back from once something else is looked at")
  void branch() {
    axis.zoomIn(10);
    later();
    axis.zoomIn(10);
    later();
    history.back();
    later();
    axis.select(5, 500);
    assertThat(history.forwardProperty().get()).isFalse();
    history.back();
    assertThat(axis.selectionProperty().get()).isEmpty();
  }

  @Test
  @DisplayName("does not take the window's size for a view")
  void resized() {
    later();
    axis.resize(1300);
    assertThat(history.backProperty().get()).isFalse();
  }

  @Test
  @DisplayName("begins anew with another signal")
  void restart() {
    axis.zoomIn(10);
    history.restart();
    assertThat(history.backProperty().get()).isFalse();
  }
}
