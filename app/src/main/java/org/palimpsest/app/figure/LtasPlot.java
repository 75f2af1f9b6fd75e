package org.palimpsest.app.figure;

import java.util.List;
import java.util.Locale;
import org.palimpsest.analysis.measure.Ltas;

/** Draws long-term spectra over each other, with axes. For one thread. */
public final class LtasPlot {
  private static final double LEFT = 64;
  private static final double BELOW = 42;
  private static final double ABOVE = 26;
  private static final double DEEPEST_DB = 100;
  private static final double STEP_DB = 20;

  /** The spectrum of one signal. */
  public record Curve(String name, Ltas ltas) {}

  private final Pen pen;
  private final Ink ink;

  public LtasPlot(Pen pen, Ink ink) {
    this.pen = pen;
    this.ink = ink;
  }

  /** Fills a rectangle with the curves, their names and axes in kilohertz and decibels. */
  public void draw(List<Curve> curves, double x, double y, double width, double height) {
    pen.fill(ink.ground(), x, y, width, height);
    Plot plot = new Plot(x + LEFT, y + ABOVE, width - LEFT - 14, height - ABOVE - BELOW, 0, 1);
    double most =
        curves.stream()
            .mapToDouble(c -> c.ltas().bandHertz() * c.ltas().densityDb().length)
            .max()
            .orElse(8000);
    double top = top(curves);
    axes(plot, most, top);
    double nameX = plot.left();
    for (int i = 0; i < curves.size(); i++) {
      curve(curves.get(i).ltas(), colour(i), plot, most, top);
      pen.fill(colour(i), nameX, y + ABOVE / 2 - 1, 16, 2.5);
      pen.text(ink.words(), curves.get(i).name(), nameX + 21, y + ABOVE / 2, Pen.Side.LEFT);
      nameX += 40 + 7.0 * curves.get(i).name().length();
    }
  }

  private void axes(Plot plot, double most, double top) {
    for (double db = top; db >= top - DEEPEST_DB; db -= STEP_DB) {
      double y = plot.top() + plot.height() * (top - db) / DEEPEST_DB;
      pen.line(ink.rule(), 0.6, plot.left(), y, plot.right(), y);
      String label = String.format(Locale.ROOT, "%.0f", db).replace('-', '−');
      pen.text(ink.words(), label, plot.left() - 8, y, Pen.Side.RIGHT);
    }
    pen.text(ink.words(), "dB/Hz", plot.left() - 8, plot.top() - ABOVE / 2, Pen.Side.RIGHT);
    double step = most > 12_000 ? 4000 : 1000;
    for (double hertz = 0; hertz <= most; hertz += step) {
      double x = plot.left() + plot.width() * hertz / most;
      pen.line(ink.mark(), 0.6, x, plot.bottom(), x, plot.bottom() + 4);
      String label = String.format(Locale.ROOT, "%.0f", hertz / 1000);
      pen.text(ink.words(), label, x, plot.bottom() + 12, Pen.Side.CENTRE);
    }
    pen.line(ink.mark(), 0.6, plot.left(), plot.bottom(), plot.right(), plot.bottom());
    double middle = plot.left() + plot.width() / 2;
    pen.text(ink.words(), "frequency, kHz", middle, plot.bottom() + 28, Pen.Side.CENTRE);
  }

  private void curve(Ltas ltas, int argb, Plot plot, double most, double top) {
    double[] x = new double[ltas.densityDb().length];
    double[] y = new double[x.length];
    for (int band = 0; band < x.length; band++) {
      double share = (top - ltas.densityDb()[band]) / DEEPEST_DB;
      x[band] = plot.left() + plot.width() * ltas.centreHertz(band) / most;
      y[band] = plot.top() + plot.height() * Math.max(0, Math.min(1, share));
    }
    pen.path(argb, 1.4, x, y);
  }

  private int colour(int i) {
    int[] colours = {ink.pitch(), ink.intensity(), ink.unsettled(), ink.activity()};
    return colours[i % colours.length];
  }

  private static double top(List<Curve> curves) {
    double loudest = Ltas.FLOOR_DB;
    for (Curve curve : curves) {
      for (double db : curve.ltas().densityDb()) {
        loudest = Math.max(loudest, db);
      }
    }
    return loudest <= Ltas.FLOOR_DB ? 0 : Math.ceil(loudest / STEP_DB) * STEP_DB;
  }
}
