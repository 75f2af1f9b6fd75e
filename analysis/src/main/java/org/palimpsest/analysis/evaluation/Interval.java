package org.palimpsest.analysis.evaluation;

/** An interval of an estimate, from {@code low} to {@code high}. */
public record Interval(double low, double high) {
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("an interval from " + low + " to " + high);
    }
  }
}
