package org.palimpsest.app.annotation.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.palimpsest.app.annotation.Band;

/** Reads a TextGrid in Praat's long or short text form. Intervals without a label are gaps. */
final class TextGridReader {
  private static final Pattern BOX =
      Pattern.compile(
          "(?s)(.*\\S)\\s*\\{(\\d{1,7}(?:\\.\\d{1,3})?)-(\\d{1,7}(?:\\.\\d{1,3})?) Hz\\}");
  private static final int MOST = 1_000_000;

  private final PraatTokens tokens;
  private final List<Found> found = new ArrayList<>();

  private TextGridReader(String text) {
    tokens = new PraatTokens(text);
  }

  static boolean accepts(String text) {
    return text.stripLeading().startsWith("File type")
        || text.stripLeading().startsWith("\"ooTextFile");
  }

  /**
   * @throws IllegalArgumentException in words with the line, if it is no TextGrid
   */
  static List<Found> read(String text) {
    TextGridReader reader = new TextGridReader(text);
    try {
      reader.read();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("line " + reader.tokens.line() + ": " + e.getMessage(), e);
    }
    return reader.found;
  }

  private void read() {
    String type = tokens.text("the file type");
    String kind = tokens.text("the object class");
    if (!type.startsWith("ooTextFile") || !kind.equals("TextGrid")) {
      throw new IllegalArgumentException("this is no TextGrid but " + type + ", " + kind);
    }
    tokens.number("the start");
    tokens.number("the end");
    if (!tokens.flag("<exists>").equals("<exists>")) {
      return; // Praat's form of a TextGrid without tiers
    }
    int tiers = count("the number of tiers");
    for (int i = 0; i < tiers; i++) {
      String tierKind = tokens.text("the class of a tier");
      String name = tokens.text("the name of a tier");
      tokens.number("the start of a tier");
      tokens.number("the end of a tier");
      int size = count("the size of a tier");
      switch (tierKind) {
        case "IntervalTier" -> intervals(name, size);
        case "TextTier" -> points(name, size);
        default -> throw new IllegalArgumentException("a tier of the class " + tierKind);
      }
    }
  }

  private void intervals(String tier, int size) {
    for (int i = 0; i < size; i++) {
      double start = tokens.number("the start of an interval");
      double end = tokens.number("the end of an interval");
      String label = tokens.text("the label of an interval");
      if (!(start < end)) {
        throw new IllegalArgumentException("an interval from " + start + " to " + end + " s");
      }
      add(start, OptionalDouble.of(end), tier, label);
    }
  }

  private void points(String tier, int size) {
    for (int i = 0; i < size; i++) {
      double at = tokens.number("the time of a point");
      add(at, OptionalDouble.empty(), tier, tokens.text("the label of a point"));
    }
  }

  private void add(double start, OptionalDouble end, String tier, String label) {
    if (label.isBlank() && end.isPresent()) {
      return;
    }
    Matcher box = BOX.matcher(label);
    boolean framed = end.isPresent() && box.matches();
    Optional<Band> band =
        framed
            ? Optional.of(
                new Band(Double.parseDouble(box.group(2)), Double.parseDouble(box.group(3))))
            : Optional.empty();
    String words = framed ? box.group(1) : label.isBlank() ? "point" : label;
    found.add(new Found(tokens.line(), start, end, band, tier, words, "", "", ""));
    if (found.size() > MOST) {
      throw new IllegalArgumentException("there are more than " + MOST + " annotations");
    }
  }

  private int count(String what) {
    double number = tokens.number(what);
    if (number < 0 || number > Integer.MAX_VALUE || number != Math.rint(number)) {
      throw new IllegalArgumentException(what + " is " + number);
    }
    return (int) number;
  }
}
