package org.palimpsest.app.annotation.exchange;

import java.util.regex.Pattern;

/**
 * The values of a text file of Praat. Praat reads free-standing numbers, texts in quotation marks
 * and flags in angle brackets, and takes all else for a comment, which is why its long and its
 * short form are one to a reader (manual, "TextGrid file formats").
 */
final class PraatTokens {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][+-]?\\d{1,3})?");

  private final String text;
  private int at;
  private int line = 1;
  private int tokenLine = 1;

  PraatTokens(String text) {
    this.text = text;
  }

  /** Line of the value that was read last. */
  int line() {
    return tokenLine;
  }

  /**
   * @param what it is, for the refusal
   * @throws IllegalArgumentException if the next value is none, or there is none
   */
  String text(String what) {
    String token = next(what);
    if (!token.startsWith("\"")) {
      throw new IllegalArgumentException(what + " is a text in quotation marks, not " + token);
    }
    return token.substring(1);
  }

  /** As {@link #text}, of a number. */
  double number(String what) {
    String token = next(what);
    if (!NUMBER.matcher(token).matches()) {
      throw new IllegalArgumentException(what + " is a number, not " + token);
    }
    return Double.parseDouble(token);
  }

  /** As {@link #text}, of a flag such as {@code <exists>}. */
  String flag(String what) {
    String token = next(what);
    if (!token.startsWith("<")) {
      throw new IllegalArgumentException(what + " is a flag in angle brackets, not " + token);
    }
    return token;
  }

  /** The next value; a text begins with a quotation mark and has no closing one. */
  private String next(String what) {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n' || c == ' ' || c == '\t' || c == '\r') {
        step();
      } else if (c == '!') {
        skipLine();
      } else {
        tokenLine = line;
        String token = c == '"' ? quoted() : word();
        if (!token.isEmpty()) {
          return token;
        }
      }
    }
    throw new IllegalArgumentException("the file ends where " + what + " is to come");
  }

  private void step() {
    if (text.charAt(at) == '\n') {
      line++;
    }
    at++;
  }

  private void skipLine() {
    while (at < text.length() && text.charAt(at) != '\n') {
      at++;
    }
  }

  private String quoted() {
    StringBuilder out = new StringBuilder("\"");
    at++;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean doubled = c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"';
      if (c == '"' && !doubled) {
        at++;
        return out.toString();
      }
      out.append(c);
      if (doubled) {
        at++;
      }
      step();
    }
    throw new IllegalArgumentException("the file ends within a text");
  }

  /** A number or flag; empty for what Praat takes for a comment. */
  private String word() {
    int start = at;
    while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    String word = text.substring(start, at);
    boolean flag = word.startsWith("<") && word.endsWith(">");
    return flag || NUMBER.matcher(word).matches() ? word : "";
  }
}
