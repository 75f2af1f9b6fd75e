package org.palimpsest.analysis.measure;

import org.palimpsest.analysis.audio.SampleRange;

/**
 * Where frames are measured. Centres are positions on the axis of samples and need not be whole.
 *
 * @param firstCentre centre of the first frame, in samples
 * @param hop from one centre to the next, in samples, above 0
 * @param frames how many
 */
public record FrameGrid(double firstCentre, double hop, int frames) {
  public FrameGrid {
    if (!(hop > 0) || frames < 0) {
      throw new IllegalArgumentException(frames + " frames every " + hop + " samples");
    }
  }

  /**
   * The multiples of {@code hop} within {@code range}: frames of neighbouring ranges join without
   * gap or overlap, and a frame is the same whichever range asks for it.
   */
  public static FrameGrid within(SampleRange range, double hop) {
    double first = Math.ceil(range.start() / hop);
    double end = Math.ceil(range.end() / hop);
    return new FrameGrid(first * hop, hop, (int) Math.max(0, end - first));
  }

  public double centre(int frame) {
    return firstCentre + frame * hop;
  }

  /** This grid with {@code more} frames before and after. */
  FrameGrid widened(int more) {
    return new FrameGrid(firstCentre - more * hop, hop, frames + 2 * more);
  }
}
