package org.palimpsest.app.figure;

import java.util.List;
import java.util.Locale;
import org.palimpsest.analysis.audio.SampleRange;

/**
 * What is printed with every figure.
 *
 * @param title above it
 * @param program name and version of the tool
 */
public record FigureWords(String title, String program) {
  private static final double SIZE = 6.5;
  private static final double LINE = 8.6;

  /** Above and below the lines of {@code captions}; gives the height that is left for drawing. */
  Plot set(PdfPen pen, List<String> captions) {
    double margin = 36;
    double width = FigureFile.WIDTH - 2 * margin;
    pen.text(Ink.PRINT.words(), title, 11, margin, margin - 4, Pen.Side.LEFT);
    List<String> lines =
        captions.stream().flatMap(words -> pen.lines(words, SIZE, width).stream()).toList();
    double foot = FigureFile.HEIGHT - 28 - LINE * lines.size();
    for (int i = 0; i < lines.size(); i++) {
      pen.text(Ink.PRINT.words(), lines.get(i), SIZE, margin, foot + LINE * (i + 1), Pen.Side.LEFT);
    }
    return new Plot(margin, margin + 10, width, foot - margin - 16, 0, 1);
  }

  /** Which stretch is shown, by which program. */
  String stretch(SampleRange range, int hertz) {
    return String.format(
        Locale.ROOT,
        "Time %.4f to %.4f s (samples %,d to %,d at %,d Hz). %s. A picture to look at: no entry of"
            + " the ledger stands for it.",
        (double) range.start() / hertz,
        (double) range.end() / hertz,
        range.start(),
        range.end(),
        hertz,
        program);
  }
}
