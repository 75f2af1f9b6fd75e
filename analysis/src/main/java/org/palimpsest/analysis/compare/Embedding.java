package org.palimpsest.analysis.compare;

/** A speaker embedding of unit length. Immutable. */
public final class Embedding {
  private final double[] values;

  private Embedding(double[] values) {
    this.values = values;
  }

  /**
   * The direction of {@code raw}.
   *
   * @throws IllegalArgumentException if it has none: all zero, or a value that is not finite
   */
  public static Embedding of(double[] raw) {
    double sum = 0;
    for (double value : raw) {
      sum += value * value;
    }
    double norm = Math.sqrt(sum);
    if (!(norm > 0) || Double.isInfinite(norm)) {
      throw new IllegalArgumentException("an embedding without a direction");
    }
    double[] unit = new double[raw.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = raw[i] / norm;
    }
    return new Embedding(unit);
  }

  /** A copy of its coordinates. */
  public double[] toArray() {
    return values.clone();
  }

  public int dimensions() {
    return values.length;
  }

  /**
   * Cosine similarity, from −1 to 1. It ranks; it is neither a probability nor a likelihood ratio.
   * Both must come from one encoder.
   */
  public double similarity(Embedding other) {
    if (other.values.length != values.length) {
      throw new IllegalArgumentException("embeddings of different encoders");
    }
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * other.values[i];
    }
    return Math.max(-1, Math.min(1, sum));
  }

  double at(int index) {
    return values[index];
  }
}
