package org.palimpsest.app.report;

import java.util.Arrays;

/**
 * Levels over time for the report, computed elsewhere.
 *
 * @param result id of the restoration whose difference to its exhibit it is
 * @param seconds that they span, from 0
 * @param before in dBFS, of equal stretches of the exhibit
 * @param removed of the same stretches of what the restoration took off
 */
public record ReportCurve(String result, double seconds, Levels before, Levels removed) {
  /** Wrapped because a record's array could be exchanged. */
  public static final class Levels {
    private final double[] dbfs;

    /** Keeps a copy. */
    public Levels(double[] dbfs) {
      this.dbfs = dbfs.clone();
    }

    int count() {
      return dbfs.length;
    }

    double at(int index) {
      return dbfs[index];
    }

    double greatest() {
      return Arrays.stream(dbfs).max().orElse(Double.NEGATIVE_INFINITY);
    }
  }
}
