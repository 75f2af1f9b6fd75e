package org.palimpsest.analysis.method;

/** Asked by a computation, between steps, whether to go on. Safe for several threads. */
@FunctionalInterface
public interface Cancellation {
  /** Nobody cancels. */
  Cancellation NEVER = () -> false;

  boolean requested();

  /** Leaves the computation if it was cancelled. */
  default void check() throws CancelledException {
    if (requested()) {
      throw new CancelledException();
    }
  }
}
