package org.palimpsest.app.report;

import java.awt.Color;
import java.io.IOException;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Sets the level of an exhibit and of what was removed over time, as vectors. */
final class CurveBlock {
  private static final double HEIGHT = 62;
  private static final double LOWEST = -120;
  private static final Color REMOVED = new Color(0xb3261e);

  private CurveBlock() {}

  static void set(PdfPages pages, ReportCurve curve, String title) throws IOException {
    TimeFrame frame = TimeFrame.under(title, pages, HEIGHT, 48, curve.seconds());
    double x = frame.x();
    double y = frame.y();
    double width = frame.width();
    PDPageContentStream out = pages.stream();
    for (int db = (int) LOWEST; db <= 0; db += 40) {
      double at = y + height(db);
      pages.line(x, at, x + width, at, PdfPages.RULE, 0.3);
      frame.endingAt((db < 0 ? "−" : "") + Math.abs(db) + " dB", x - 4, at - 2.5);
    }
    draw(out, curve.before(), PdfPages.FAINT, x, y, width);
    draw(out, curve.removed(), REMOVED, x, y, width);
    frame.seconds(0.6);
    String caption =
        String.format(
            Locale.ROOT,
            "Root mean square of stretches of %.0f ms: grey the exhibit, red what was removed, at"
                + " most %.1f dBFS",
            1000 * curve.seconds() / Math.max(1, curve.removed().count()),
            Math.max(LOWEST, curve.removed().greatest()));
    pages.paragraph(caption.replace(" -", " −"), TimeFrame.SIZE, PdfPages.FAINT, false);
  }

  private static void draw(
      PDPageContentStream out,
      ReportCurve.Levels levels,
      Color colour,
      double x,
      double y,
      double width)
      throws IOException {
    out.setStrokingColor(colour);
    out.setLineWidth(0.6f);
    for (int i = 0; i < levels.count(); i++) {
      float at = (float) (x + width * (i + 0.5) / levels.count());
      float up = (float) (y + height(levels.at(i)));
      if (i == 0) {
        out.moveTo(at, up);
      } else {
        out.lineTo(at, up);
      }
    }
    if (levels.count() > 0) {
      out.stroke();
    }
  }

  private static double height(double db) {
    return HEIGHT * (1 - Math.max(LOWEST, Math.min(0, db)) / LOWEST);
  }
}
