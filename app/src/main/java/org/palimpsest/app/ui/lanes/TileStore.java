package org.palimpsest.app.ui.lanes;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.palimpsest.app.task.BackgroundTasks;

/**
 * The newest tiles of a lane, drawn or measured in the background, as many as fit. For the window's
 * thread only.
 *
 * @param <K> what names a tile
 * @param <T> a tile
 */
final class TileStore<K, T> {
  private final int most;
  private final BackgroundTasks tasks;
  private final Function<K, T> painter;
  private final Runnable arrived;
  private final Map<K, T> tiles = new LinkedHashMap<>(16, 0.75f, true);
  private final Set<K> underWay = new HashSet<>();
  private volatile Set<K> wanted = Set.of();

  /**
   * @param painter called on a drawing thread
   * @param arrived called when there is something new to show
   */
  TileStore(int most, BackgroundTasks tasks, Function<K, T> painter, Runnable arrived) {
    this.most = most;
    this.tasks = tasks;
    this.painter = painter;
    this.arrived = arrived;
  }

  Optional<T> get(K key) {
    return Optional.ofNullable(tiles.get(key));
  }

  int size() {
    return tiles.size();
  }

  boolean complete() {
    return tiles.keySet().containsAll(wanted);
  }

  /** Asks for these and nothing else: what was asked before and not begun is dropped. */
  void want(List<K> keys) {
    wanted = Set.copyOf(keys);
    for (K key : keys) {
      if (!tiles.containsKey(key) && underWay.add(key)) {
        tasks.draw(task -> paint(key), tile -> store(key, tile));
      }
    }
  }

  private Optional<T> paint(K key) {
    return wanted.contains(key) ? Optional.of(painter.apply(key)) : Optional.empty();
  }

  private void store(K key, Optional<T> tile) {
    underWay.remove(key);
    if (tile.isPresent()) {
      tiles.put(key, tile.get());
      while (tiles.size() > most) {
        tiles.remove(tiles.keySet().iterator().next());
      }
    }
    arrived.run();
  }
}
