package org.palimpsest.app.ui.lanes;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import org.palimpsest.app.task.BackgroundTasks;

/**
 * The newest tiles of a lane, drawn or measured in the background, as many as fit or are needed.
 * For the window's thread only.
 *
 * @param <K> what names a tile
 * @param <T> a tile
 */
final class TileStore<K, T> {
  /** A tile, or why there is none; neither where nobody wanted it any more. */
  private record Made<T>(Optional<T> tile, Optional<RuntimeException> failure) {}

  private final int most;
  private final int atOnce;
  private final BackgroundTasks tasks;
  private final Function<K, T> painter;
  private final Runnable arrived;
  private final Map<K, T> tiles = new LinkedHashMap<>(16, 0.75f, true);
  private final Set<K> underWay = new HashSet<>();
  private final Set<K> failed = new HashSet<>();
  private final Queue<K> waiting = new ArrayDeque<>();
  private Set<K> needed = Set.of();
  private volatile Set<K> wanted = Set.of();

  /**
   * @param atOnce how many are handed to the drawing threads at once: others wait in line there
   * @param painter called on a drawing thread
   * @param arrived called when there is something new to show
   */
  TileStore(int most, int atOnce, BackgroundTasks tasks, Function<K, T> painter, Runnable arrived) {
    this.most = most;
    this.atOnce = atOnce;
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

  /** Whether all that is seen is there. */
  boolean complete() {
    return tiles.keySet().containsAll(needed);
  }

  /** Asks for what is seen and nothing else: what was asked before and not begun is dropped. */
  void want(List<K> seen) {
    want(seen, List.of());
  }

  /** The same, and then for what may be seen next. */
  void want(List<K> seen, List<K> next) {
    needed = Set.copyOf(seen);
    Set<K> all = new HashSet<>(seen);
    all.addAll(next);
    wanted = Set.copyOf(all);
    waiting.clear();
    for (Collection<K> some : List.of(seen, next)) {
      some.stream().filter(this::isMissing).forEach(waiting::add);
    }
    begin();
  }

  private boolean isMissing(K key) {
    return !tiles.containsKey(key) && !underWay.contains(key) && !failed.contains(key);
  }

  private void begin() {
    while (underWay.size() < atOnce && !waiting.isEmpty()) {
      K key = waiting.remove();
      if (isMissing(key)) {
        underWay.add(key);
        tasks.draw(task -> paint(key), made -> store(key, made));
      }
    }
  }

  private Made<T> paint(K key) {
    try {
      return new Made<>(
          wanted.contains(key) ? Optional.of(painter.apply(key)) : Optional.empty(),
          Optional.empty());
    } catch (RuntimeException e) {
      return new Made<>(Optional.empty(), Optional.of(e));
    }
  }

  private void store(K key, Made<T> made) {
    underWay.remove(key);
    made.tile().ifPresent(tile -> tiles.put(key, tile));
    while (tiles.size() > Math.max(most, needed.size())) {
      tiles.remove(tiles.keySet().iterator().next());
    }
    made.failure().ifPresent(failure -> failed.add(key)); // once is enough to be told
    begin();
    arrived.run();
    made.failure()
        .ifPresent(
            failure -> {
              throw failure;
            });
  }
}
