package org.palimpsest.app.ui.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.palimpsest.app.picture.SpectrogramSettings;
import org.palimpsest.app.task.BackgroundTasks;
import org.palimpsest.app.task.ErrorLog;

final class TileStoreTest {
  private final Queue<Runnable> drawing = new ArrayDeque<>();
  private final List<TileKey> painted = new ArrayList<>();
  private final TileStore<TileKey, String> store =
      new TileStore<>(
          4,
          2,
          new BackgroundTasks(
              Runnable::run,
              drawing::add,
              Runnable::run,
              System::nanoTime,
              new ErrorLog(Clock.systemUTC())),
          key -> {
            painted.add(key);
            return "tile " + key.index();
          },
          () -> {});

  private static List<TileKey> keys(double start) {
    return TileKey.covering(
        new TimeAxis.Span(start, 2, 500), 1_000_000, 100, 1, SpectrogramSettings.defaults());
  }

  private void draw() {
    while (!drawing.isEmpty()) {
      drawing.remove().run();
    }
  }

  @Test
  void coversWhatIsSeenAndNoMore() {
    assertThat(keys(0)).extracting(TileKey::index).containsExactly(0L, 1L);
    assertThat(keys(600)).extracting(TileKey::index).containsExactly(1L, 2L, 3L);
    assertThat(
            TileKey.covering(
                new TimeAxis.Span(0, 2, 500), 10, 100, 1, SpectrogramSettings.defaults()))
        .hasSize(1);
  }

  @Test
  void drawsAsFineAsTheScreen() {
    List<TileKey> keys =
        TileKey.covering(
            new TimeAxis.Span(0, 2, 500), 1_000_000, 99, 1.5, SpectrogramSettings.defaults());
    assertThat(keys).extracting(TileKey::index).containsExactly(0L, 1L, 2L);
    assertThat(keys.get(2).height()).isEqualTo(149);
    assertThat(keys.get(2).firstSample()).isEqualTo(keys.get(1).firstSample() + 256 * 2 / 1.5);
  }

  @Test
  void drawsEachTileOnce() {
    store.want(keys(0));
    store.want(keys(0));
    assertThat(store.complete()).isFalse();
    draw();
    assertThat(store.complete()).isTrue();
    assertThat(painted).hasSize(2);
    assertThat(store.get(keys(0).get(1))).contains("tile 1");
  }

  @Test
  void dropsWhatIsNoLongerWanted() {
    store.want(keys(0));
    store.want(keys(100_000));
    draw();
    assertThat(painted).isEqualTo(keys(100_000));
    store.want(keys(0));
    draw();
    assertThat(store.complete()).isTrue();
  }

  @Test
  void drawsWhatIsSeenBeforeWhatIsBesideAndFewAtOnce() {
    store.want(keys(600), keys(0));
    assertThat(drawing).hasSize(2);
    drawing.remove().run();
    drawing.remove().run();
    drawing.remove().run();
    assertThat(painted).isEqualTo(keys(600));
    assertThat(store.complete()).isTrue();
    draw();
    assertThat(painted).hasSize(4);
    assertThat(drawing).isEmpty();
  }

  @Test
  void isToldOnceOfATileThatCannotBeDrawnAndDrawsTheOthers() {
    ErrorLog errors = new ErrorLog(Clock.systemUTC());
    TileStore<Integer, String> broken =
        new TileStore<>(
            4,
            1,
            BackgroundTasks.direct(errors),
            key -> {
              if (key == 1) {
                throw new IllegalStateException("tile 1");
              }
              return "tile " + key;
            },
            () -> {});
    broken.want(List.of(1, 2, 3));
    broken.want(List.of(1, 2, 3));
    assertThat(broken.get(3)).contains("tile 3");
    assertThat(broken.complete()).isFalse();
    assertThat(errors.notes())
        .singleElement()
        .satisfies(n -> assertThat(n.details()).contains("tile 1"));
  }

  @Test
  void isBounded() {
    for (int i = 0; i < 50; i++) {
      store.want(keys(i * 10_000.0));
      draw();
    }
    assertThat(store.size()).isEqualTo(4);
  }
}
