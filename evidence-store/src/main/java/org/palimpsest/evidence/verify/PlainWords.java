package org.palimpsest.evidence.verify;

/** Cuts and cleans words that may quote what a hostile case says: one line, printable, short. */
final class PlainWords {
  private static final int LONGEST = 400;

  private PlainWords() {}

  /** A number with its noun. */
  static String count(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  static String entries(long number) {
    return count(number, "entry", "entries");
  }

  static String of(String words) {
    String clean = words.replaceAll("\\p{C}", "\uFFFD");
    return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "\u2026";
  }
}
