package org.palimpsest.analysis;

/**
 * Input that cannot be used: a file, a model package or a parameter. The message is one line for
 * the examiner that says what is wrong, with which file, and where possible what to do.
 */
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  public RefusedException(String line) {
    super(oneLine(line));
  }

  public RefusedException(String line, Throwable cause) {
    super(oneLine(line), cause);
  }

  /** File names and libraries' messages may hold line breaks. */
  private static String oneLine(String text) {
    return text.strip().replaceAll("\\p{Cntrl}+", " ");
  }
}
