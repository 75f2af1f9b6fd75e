package org.palimpsest.app.report;

import java.io.IOException;

/**
 * The frame of something drawn over time: a title above, room at the left for marks, seconds below.
 * Lengths are in points.
 *
 * @param x the left edge of what is drawn
 * @param y its lower edge
 * @param width of what is drawn
 * @param seconds that it spans, from 0
 */
record TimeFrame(PdfPages pages, double x, double y, double width, double seconds) {
  static final double SIZE = 7;

  private static final double LEFT = 34;
  private static final double TICK = 3;

  /**
   * Sets the title and leaves room.
   *
   * @param height of what is drawn
   * @param below what else has to fit on the page
   */
  static TimeFrame under(String title, PdfPages pages, double height, double below, double seconds)
      throws IOException {
    pages.ensure(height + below);
    pages.space(6);
    pages.paragraph(title, 8.5, PdfPages.INK, true);
    pages.space(height + 4);
    double x = PdfPages.MARGIN + LEFT;
    return new TimeFrame(pages, x, pages.y(), PdfPages.WIDTH - LEFT, seconds);
  }

  /** The seconds, with marks as thick as told; what comes next goes below them. */
  void seconds(double thickness) throws IOException {
    double step = FigureBlock.axisStep(seconds);
    for (double s = 0; s <= seconds * 1.0001; s += step) {
      double at = x + width * s / seconds;
      pages.line(at, y - TICK, at, y, PdfPages.INK, thickness);
      endingAt(FigureBlock.plain(s) + " s", Math.min(at + 6, x + width), y - TICK - SIZE);
    }
    pages.space(SIZE + 8);
  }

  /** Words that end at a place. */
  void endingAt(String words, double end, double base) throws IOException {
    pages.draw(words, end - pages.text().width(words, SIZE), base, SIZE, PdfPages.INK, false);
  }
}
