package org.palimpsest.app.ui.lanes;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.analysis.audio.AudioClip;

/** Lowest and highest samples of a clip in ever longer blocks, so that any zoom draws fast. */
final class Peaks {
  private static final int FIRST_BLOCK = 64;

  private static final class Level {
    private final int block;
    private final float[] low;
    private final float[] high;

    Level(int block, int blocks) {
      this.block = block;
      this.low = new float[blocks];
      this.high = new float[blocks];
    }
  }

  /** Of one stretch. */
  record Extent(float low, float high) {}

  private final AudioClip clip;
  private final List<Level> levels = new ArrayList<>();

  Peaks(AudioClip clip) {
    this.clip = clip;
    Level level = new Level(FIRST_BLOCK, (clip.length() + FIRST_BLOCK - 1) / FIRST_BLOCK);
    for (int b = 0; b < level.low.length; b++) {
      Extent extent = scan(b * FIRST_BLOCK, Math.min(clip.length(), (b + 1) * FIRST_BLOCK));
      level.low[b] = extent.low();
      level.high[b] = extent.high();
    }
    levels.add(level);
    while (levels.get(levels.size() - 1).low.length > 1) {
      levels.add(coarser(levels.get(levels.size() - 1)));
    }
  }

  /** Of the samples from {@code from} (inclusive) to {@code to} (exclusive), widened to blocks. */
  Extent of(double from, double to) {
    int first = (int) Math.max(0, Math.floor(from));
    int last = (int) Math.min(clip.length(), Math.max(first + 1.0, Math.ceil(to)));
    if (first >= last) {
      return new Extent(0, 0);
    }
    if (last - first < 2 * FIRST_BLOCK) {
      return scan(first, last);
    }
    Level level = levels.get(0);
    for (Level next : levels) {
      if (next.block <= (last - first) / 2) {
        level = next;
      }
    }
    int a = first / level.block;
    int b = Math.min(level.low.length, (last + level.block - 1) / level.block);
    float low = level.low[a];
    float high = level.high[a];
    for (int i = a + 1; i < b; i++) {
      low = Math.min(low, level.low[i]);
      high = Math.max(high, level.high[i]);
    }
    return new Extent(low, high);
  }

  /** The greatest magnitude of all. */
  float greatest() {
    Level top = levels.get(levels.size() - 1);
    return top.low.length == 0 ? 0 : Math.max(-top.low[0], top.high[0]);
  }

  private Extent scan(int from, int to) {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      low = Math.min(low, clip.at(i));
      high = Math.max(high, clip.at(i));
    }
    return new Extent(low, high);
  }

  private static Level coarser(Level fine) {
    Level level = new Level(fine.block * 2, (fine.low.length + 1) / 2);
    for (int b = 0; b < level.low.length; b++) {
      int other = Math.min(2 * b + 1, fine.low.length - 1);
      level.low[b] = Math.min(fine.low[2 * b], fine.low[other]);
      level.high[b] = Math.max(fine.high[2 * b], fine.high[other]);
    }
    return level;
  }
}
