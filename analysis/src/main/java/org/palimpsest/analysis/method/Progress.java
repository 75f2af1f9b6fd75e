package org.palimpsest.analysis.method;

/** Hears how far a computation is. Called from the computing thread. */
@FunctionalInterface
public interface Progress {
  /** Nobody listens. */
  Progress NONE = (stage, fraction) -> {};

  /**
   * @param stage in plain words
   * @param fraction done of the whole, from 0 to 1
   */
  void at(String stage, double fraction);
}
