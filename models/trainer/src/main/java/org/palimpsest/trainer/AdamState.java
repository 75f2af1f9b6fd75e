package org.palimpsest.trainer;

/** What is learned and the two moments of each value. Its arrays are handed out and changed. */
final class AdamState {
  private final float[] values;
  private final float[] first;
  private final float[] second;

  /** Takes the arrays over. */
  AdamState(float[] values, float[] first, float[] second) {
    this.values = values;
    this.first = first;
    this.second = second;
  }

  /** The state before the first step. */
  static AdamState of(float[] values) {
    return new AdamState(values.clone(), new float[values.length], new float[values.length]);
  }

  float[] values() {
    return values;
  }

  float[] first() {
    return first;
  }

  float[] second() {
    return second;
  }
}
