package org.palimpsest.app.figure;

import java.util.List;
import org.palimpsest.analysis.measure.Formant;
import org.palimpsest.app.picture.FrequencyScale;

/** Draws tracks and the axes of their rows. For one thread. */
public final class TrackPlot {
  private static final double LOWEST_PITCH = 75;
  private static final double HIGHEST_PITCH = 600;
  private static final double LOWEST_DB = -80;
  private static final double DOT = 1.5;

  private final Pen pen;
  private final Ink ink;

  public TrackPlot(Pen pen, Ink ink) {
    this.pen = pen;
    this.ink = ink;
  }

  /** The height of a track's own row; 0 for tracks that have none. */
  public static double rowHeight(TrackKind kind) {
    return switch (kind) {
      case PITCH -> 50;
      case INTENSITY -> 38;
      case ACTIVITY -> 14;
      case FORMANTS, ERROR -> 0;
    };
  }

  /** Ground, rules and labels of a row; labels lie to the left of it. */
  public void row(TrackKind kind, Plot plot) {
    pen.fill(ink.ground(), plot.left(), plot.top(), plot.width(), plot.height());
    pen.line(ink.mark(), 0.6, plot.left(), plot.top(), plot.right(), plot.top());
    if (kind == TrackKind.PITCH) {
      for (int hertz : new int[] {100, 200, 400}) {
        rule(plot, yOfPitch(hertz, plot), hertz + " Hz");
      }
    } else if (kind == TrackKind.INTENSITY) {
      for (int db : new int[] {-60, -20}) {
        rule(plot, yOfLevel(db, plot), "−" + -db + " dB");
      }
    } else {
      pen.text(
          ink.words(), "active", plot.left() - 8, plot.top() + plot.height() / 2, Pen.Side.RIGHT);
    }
  }

  private void rule(Plot plot, double y, String label) {
    pen.line(ink.rule(), 0.6, plot.left(), y, plot.right(), y);
    pen.text(ink.words(), label, plot.left() - 8, y, Pen.Side.RIGHT);
  }

  /** A tile in its row; what lies outside the plot is left out. */
  public void draw(TrackKind kind, TrackTile tile, Plot plot) {
    switch (kind) {
      case PITCH -> pitch(tile, plot);
      case INTENSITY -> intensity(tile, plot);
      case ACTIVITY -> activity(tile, plot);
      case FORMANTS, ERROR -> throw new IllegalArgumentException(kind + " has no row");
    }
  }

  /** Dots over a spectrogram that reaches up to {@code most} hertz. */
  public void formants(TrackTile tile, Plot plot, FrequencyScale scale, double most) {
    double radius = Math.max(0.9, Math.min(DOT, 0.6 * tile.grid().hop() / plot.scale()));
    for (int i = 0; i < tile.grid().frames(); i++) {
      double x = plot.xOf(tile.grid().centre(i));
      if (x >= plot.left() && x <= plot.right()) {
        List<Formant> formants = tile.formants(i);
        for (Formant formant : formants) {
          double y = plot.top() + plot.height() * (1 - scale.share(formant.hertz(), most));
          pen.dot(ink.ring(), x, y, 1.3 * radius);
          pen.dot(ink.formants(), x, y, radius);
        }
      }
    }
  }

  private void pitch(TrackTile tile, Plot plot) {
    for (int i = 0; i < tile.grid().frames(); i++) {
      double x = plot.xOf(tile.grid().centre(i));
      if (tile.value(i) > 0 && x >= plot.left() && x <= plot.right()) {
        pen.dot(ink.pitch(), x, yOfPitch(tile.value(i), plot), DOT);
      }
    }
  }

  private void intensity(TrackTile tile, Plot plot) {
    int n = tile.grid().frames();
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      double at = plot.xOf(tile.grid().centre(i));
      boolean seen = at >= plot.left() && at <= plot.right();
      x[i] = seen ? at : Double.NaN;
      y[i] = Double.isNaN(tile.value(i)) ? Double.NaN : yOfLevel(tile.value(i), plot);
    }
    pen.path(ink.intensity(), 1.2, x, y);
  }

  private void activity(TrackTile tile, Plot plot) {
    double hop = tile.grid().hop() / plot.scale();
    int begun = -1;
    for (int i = 0; i <= tile.grid().frames(); i++) {
      boolean active = i < tile.grid().frames() && tile.value(i) > 0;
      begun = active && begun < 0 ? i : begun;
      if (!active && begun >= 0) {
        double left = Math.max(plot.left(), plot.xOf(tile.grid().centre(begun)) - hop / 2);
        double right = Math.min(plot.right(), plot.xOf(tile.grid().centre(i - 1)) + hop / 2);
        if (right > left) {
          double inset = 0.28 * plot.height();
          pen.fill(
              ink.activity(), left, plot.top() + inset, right - left, plot.height() - 2 * inset);
        }
        begun = -1;
      }
    }
  }

  static double yOfPitch(double hertz, Plot plot) {
    double share = Math.log(hertz / LOWEST_PITCH) / Math.log(HIGHEST_PITCH / LOWEST_PITCH);
    return plot.bottom() - 2 - Math.max(0, Math.min(1, share)) * (plot.height() - 4);
  }

  static double yOfLevel(double db, Plot plot) {
    double share = (db - LOWEST_DB) / -LOWEST_DB;
    return plot.bottom() - 2 - Math.max(0, Math.min(1, share)) * (plot.height() - 4);
  }
}
