package org.palimpsest.analysis.method;

/**
 * How a planned computation ended. There is no fifth way, and none of them is silent.
 *
 * @param <T> what a completed computation yields
 */
public sealed interface Outcome<T> {
  <R> R accept(Visitor<T, R> visitor);

  /** One method for each way to end. */
  interface Visitor<T, R> {
    R completed(T value);

    R failed(Cause cause, String line);

    R cancelled();

    R notApplicable(String reason);
  }

  /** Whose fault a failure is: that of the input, or ours. */
  enum Cause {
    INPUT,
    DEFECT
  }

  /** The result is there. */
  record Completed<T>(T value) implements Outcome<T> {
    @Override
    public <R> R accept(Visitor<T, R> visitor) {
      return visitor.completed(value);
    }
  }

  /** It could not be computed; {@code line} says why, in one line. */
  record Failed<T>(Cause cause, String line) implements Outcome<T> {
    @Override
    public <R> R accept(Visitor<T, R> visitor) {
      return visitor.failed(cause, line);
    }
  }

  /** The examiner stopped it. */
  record Cancelled<T>() implements Outcome<T> {
    @Override
    public <R> R accept(Visitor<T, R> visitor) {
      return visitor.cancelled();
    }
  }

  /** The method says nothing about this input, for a stated reason. */
  record NotApplicable<T>(String reason) implements Outcome<T> {
    @Override
    public <R> R accept(Visitor<T, R> visitor) {
      return visitor.notApplicable(reason);
    }
  }
}
