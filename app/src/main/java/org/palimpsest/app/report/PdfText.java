package org.palimpsest.app.report;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The report's one typeface (Liberation Sans, embedded), its measures, and how lines break. For one
 * document.
 */
public final class PdfText {
  private static final String TYPEFACE =
      "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final PDFont font;
  private final Map<Integer, Boolean> drawable = new HashMap<>();

  public PdfText(PDDocument document) throws IOException {
    try (InputStream in = PDDocument.class.getResourceAsStream(TYPEFACE)) {
      font = PDType0Font.load(document, in, true);
    }
  }

  public PDFont font() {
    return font;
  }

  /** The text with every character that the typeface lacks written as its code point. */
  public String clean(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isISOControl(c)) {
                clean.append(' ');
              } else if (drawable.computeIfAbsent(c, this::hasGlyph)) {
                clean.appendCodePoint(c);
              } else {
                clean.append(String.format("[U+%04X]", c));
              }
            });
    return clean.toString();
  }

  /** Width of clean text in points. */
  public double width(String clean, double size) throws IOException {
    return font.getStringWidth(clean) / 1000 * size;
  }

  /** Breaks text into lines no wider than {@code width}; words that are too long are cut. */
  public List<String> lines(String text, double size, double width) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : clean(text).split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (width(longer, size) <= width) {
        line.setLength(0);
        line.append(longer);
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line.toString());
        line.setLength(0);
      }
      String rest = word;
      // never the width of the whole rest: a word may be a reviewer's million letters
      for (int fits = fitting(rest, size, width);
          fits < rest.length();
          fits = fitting(rest, size, width)) {
        lines.add(rest.substring(0, fits));
        rest = rest.substring(fits);
      }
      line.append(rest);
    }
    lines.add(line.toString());
    return lines;
  }

  private int fitting(String word, double size, double width) throws IOException {
    int fits = 1;
    while (fits < word.length() && width(word.substring(0, fits + 1), size) <= width) {
      fits++;
    }
    boolean splitsPair = fits < word.length() && Character.isLowSurrogate(word.charAt(fits));
    return splitsPair ? fits + 1 : fits;
  }

  private boolean hasGlyph(int codePoint) {
    try {
      font.encode(Character.toString(codePoint));
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }
}
