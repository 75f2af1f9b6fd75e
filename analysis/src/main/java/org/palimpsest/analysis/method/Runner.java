package org.palimpsest.analysis.method;

import org.palimpsest.analysis.RefusedException;

/** Turns every way in which work can end into an {@link Outcome}. */
public final class Runner {
  private Runner() {}

  /** Work that may be refused for its input or cancelled. */
  @FunctionalInterface
  public interface Work<T> {
    Outcome<T> run() throws RefusedException, CancelledException;
  }

  public static <T> Outcome<T> run(Work<T> work) {
    try {
      return work.run();
    } catch (CancelledException e) {
      return new Outcome.Cancelled<>();
    } catch (RefusedException e) {
      return new Outcome.Failed<>(Outcome.Cause.INPUT, e.getMessage());
    } catch (RuntimeException e) {
      return new Outcome.Failed<>(Outcome.Cause.DEFECT, e.toString());
    } catch (OutOfMemoryError e) {
      return new Outcome.Failed<>(
          Outcome.Cause.INPUT, "not enough memory for this recording on this machine");
    }
  }
}
