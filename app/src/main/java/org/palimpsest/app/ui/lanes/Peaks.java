package org.palimpsest.app.ui.lanes;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.analysis.audio.AudioClip;

/**
 * Lowest and highest samples of a clip, and its level, in ever longer blocks, so that any zoom
 * draws fast.
 */
final class Peaks {
  private static final int FIRST_BLOCK = 64;

  private static final class Level {
    private final int block;
    private final float[] low;
    private final float[] high;
    private final float[] power;

    Level(int block, int blocks) {
      this.block = block;
      this.low = new float[blocks];
      this.high = new float[blocks];
      this.power = new float[blocks];
    }
  }

  /**
   * Of one stretch.
   *
   * @param level its root mean square
   */
  record Extent(float low, float high, float level) {}

  private final AudioClip clip;
  private final List<Level> levels = new ArrayList<>();

  Peaks(AudioClip clip) {
    this(clip, new Level(FIRST_BLOCK, 0), 0);
  }

  /** Of a clip that begins as this one's does, without scanning that again. */
  Peaks grownTo(AudioClip longer) {
    return new Peaks(longer, levels.get(0), clip.length() / FIRST_BLOCK);
  }

  /**
   * @param known level of blocks that need not be scanned
   * @param whole how many of them
   */
  private Peaks(AudioClip clip, Level known, int whole) {
    this.clip = clip;
    Level level = new Level(FIRST_BLOCK, (clip.length() + FIRST_BLOCK - 1) / FIRST_BLOCK);
    System.arraycopy(known.low, 0, level.low, 0, whole);
    System.arraycopy(known.high, 0, level.high, 0, whole);
    System.arraycopy(known.power, 0, level.power, 0, whole);
    for (int b = whole; b < level.low.length; b++) {
      Extent extent = scan(b * FIRST_BLOCK, Math.min(clip.length(), (b + 1) * FIRST_BLOCK));
      level.low[b] = extent.low();
      level.high[b] = extent.high();
      level.power[b] = extent.level() * extent.level();
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
      return new Extent(0, 0, 0);
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
    double power = level.power[a];
    for (int i = a + 1; i < b; i++) {
      low = Math.min(low, level.low[i]);
      high = Math.max(high, level.high[i]);
      power += level.power[i];
    }
    return new Extent(low, high, (float) Math.sqrt(power / Math.max(1, b - a)));
  }

  /** The greatest magnitude of all. */
  float greatest() {
    Level top = levels.get(levels.size() - 1);
    return top.low.length == 0 ? 0 : Math.max(-top.low[0], top.high[0]);
  }

  private Extent scan(int from, int to) {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    double power = 0;
    for (int i = from; i < to; i++) {
      float sample = clip.at(i);
      low = Math.min(low, sample);
      high = Math.max(high, sample);
      power += (double) sample * sample;
    }
    return new Extent(low, high, (float) Math.sqrt(power / Math.max(1, to - from)));
  }

  private static Level coarser(Level fine) {
    Level level = new Level(fine.block * 2, (fine.low.length + 1) / 2);
    for (int b = 0; b < level.low.length; b++) {
      int other = Math.min(2 * b + 1, fine.low.length - 1);
      level.low[b] = Math.min(fine.low[2 * b], fine.low[other]);
      level.high[b] = Math.max(fine.high[2 * b], fine.high[other]);
      level.power[b] = (fine.power[2 * b] + fine.power[other]) / 2;
    }
    return level;
  }
}
