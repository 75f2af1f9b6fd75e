package org.palimpsest.app.annotation;

/** Text of one line that people can read and every file can hold. */
public final class Words {
  /** The longest text, in UTF-16 code units. */
  public static final int LONGEST = 2000;

  private Words() {}

  /** What is left of any text: control characters are spaces, what is no character is U+FFFD. */
  public static String clean(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c)
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? '\ufffd' : c)
        .forEach(clean::appendCodePoint);
    String stripped = clean.toString().strip();
    if (stripped.length() <= LONGEST) {
      return stripped;
    }
    return clean(stripped.substring(0, LONGEST - 1) + "…");
  }

  static void require(String what, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("an annotation's " + what + " is not empty");
    }
    if (!clean(text).equals(text)) {
      throw new IllegalArgumentException(
          "an annotation's "
              + what
              + " is one line of at most "
              + LONGEST
              + " characters, without spaces at its ends");
    }
  }
}
