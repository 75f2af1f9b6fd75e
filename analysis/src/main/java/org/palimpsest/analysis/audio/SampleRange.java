package org.palimpsest.analysis.audio;

/** Samples from {@code start} (inclusive) to {@code end} (exclusive). */
public record SampleRange(int start, int end) {
  public SampleRange {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("samples " + start + " to " + end);
    }
  }

  public int length() {
    return end - start;
  }

  /** This range, widened by {@code samples} each side and kept within {@code [0, limit)}. */
  public SampleRange widened(int samples, int limit) {
    return new SampleRange(
        Math.max(0, start - samples), (int) Math.min(limit, (long) end + samples));
  }
}
