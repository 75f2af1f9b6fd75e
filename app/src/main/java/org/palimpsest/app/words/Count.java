package org.palimpsest.app.words;

/** A number with what is counted, in the form that goes with it. */
public final class Count {
  private Count() {}

  /** Such as {@code 1 entry} and {@code 0 entries}. */
  public static String of(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
