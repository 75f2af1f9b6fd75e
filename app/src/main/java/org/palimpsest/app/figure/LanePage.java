package org.palimpsest.app.figure;

import java.util.Locale;
import java.util.Set;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.analysis.restoration.Confidence;
import org.palimpsest.analysis.restoration.Restored;
import org.palimpsest.app.picture.FrequencyScale;
import org.palimpsest.app.picture.SpectrogramPainter;
import org.palimpsest.app.picture.SpectrogramSettings;

/** Sets one signal after the other on a page. */
final class LanePage {
  private static final double TITLE = 11;
  private static final double DOT = 72.0 / FigureFile.DOTS_PER_INCH;
  private static final double ROWS = 0.62; // of their height on the screen
  private static final double STRIP = 2.5;
  private static final double LABEL = 8;

  private final PdfPen pen;
  private final TrackPlot plots;
  private final SpectrogramSettings settings;
  private final Set<TrackKind> tracks;

  LanePage(PdfPen pen, SpectrogramSettings settings, Set<TrackKind> tracks) {
    this.pen = pen;
    this.plots = new TrackPlot(pen, Ink.PRINT);
    this.settings = settings;
    this.tracks = tracks;
  }

  void draw(FigureSignal signal, Plot lane) {
    String title = signal.id() + "  " + signal.kind() + "  " + signal.title();
    pen.text(Ink.PRINT.words(), title, 7.5, lane.left(), lane.top() + TITLE / 2, Pen.Side.LEFT);
    double rows = tracks.stream().mapToDouble(TrackPlot::rowHeight).sum() * ROWS;
    double room = lane.height() - TITLE - rows;
    Plot wave = part(lane, lane.top() + TITLE, room * 0.28);
    Plot picture = part(lane, wave.bottom() + 2, room * 0.72 - 2);
    wave(signal, wave);
    if (tracks.contains(TrackKind.ERROR)) {
      signal.confidence().ifPresent(track -> doubt(track, wave));
    }
    spectrogram(signal, picture);
    double y = picture.bottom();
    for (TrackKind kind : TrackKind.values()) {
      double height = TrackPlot.rowHeight(kind) * ROWS;
      if (tracks.contains(kind) && height > 0) {
        Plot row = part(lane, y, height);
        plots.row(kind, row);
        track(signal.tracks(), kind, range(signal.clip(), lane), row);
        y += height;
      }
    }
    frame(new Plot(lane.left(), picture.top(), lane.width(), y - picture.top(), 0, 1));
  }

  private void track(TrackSource source, TrackKind kind, SampleRange range, Plot row) {
    if (source.isFar(range.length())) {
      new TrackOverview(pen, Ink.PRINT, row).draw(kind, source.summaries(kind, range));
    } else {
      plots.draw(kind, source.measure(kind, range), row);
    }
  }

  /** Seconds under all lanes. */
  void ruler(Plot plot, int hertz) {
    double least = 60 * plot.scale() / hertz;
    double decade = Math.pow(10, Math.floor(Math.log10(least)));
    double step = least <= 2 * decade ? 2 * decade : least <= 5 * decade ? 5 * decade : 10 * decade;
    int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
    pen.text(Ink.PRINT.words(), "time, s", plot.left() - 6, plot.top() + 7, Pen.Side.RIGHT);
    double first = Math.ceil(plot.start() / hertz / step);
    for (double i = first; plot.xOf(i * step * hertz) <= plot.right(); i++) {
      double x = plot.xOf(i * step * hertz);
      pen.line(Ink.PRINT.mark(), 0.5, x, plot.top() - 4, x, plot.top());
      String label = String.format(Locale.ROOT, "%." + decimals + "f", i * step);
      pen.text(Ink.PRINT.words(), label, x, plot.top() + 7, Pen.Side.CENTRE);
    }
  }

  private static Plot part(Plot lane, double top, double height) {
    return new Plot(lane.left(), top, lane.width(), height, lane.start(), lane.scale());
  }

  private static SampleRange range(AudioClip clip, Plot plot) {
    int from = (int) Math.min(clip.length(), plot.start());
    double to = Math.min(clip.length(), Math.ceil(plot.start() + plot.width() * plot.scale()));
    return new SampleRange(from, (int) Math.max(from, to));
  }

  private void wave(FigureSignal signal, Plot plot) {
    double middle = plot.top() + plot.height() / 2;
    pen.line(Ink.PRINT.rule(), 0.4, plot.left(), middle, plot.right(), middle);
    SampleRange range = range(signal.clip(), plot);
    int columns = (int) Math.ceil(range.length() / plot.scale() / DOT);
    double[] x = new double[3 * columns];
    double[] y = new double[3 * columns];
    double unit = plot.height() / 2 / signal.waveScale();
    for (int c = 0; c < columns; c++) {
      int from = (int) Math.min(range.end() - 1.0, range.start() + c * DOT * plot.scale());
      double end = range.start() + (c + 1) * DOT * plot.scale();
      int to = (int) Math.max(from + 1.0, Math.min(range.end(), end));
      float low = signal.clip().at(from);
      float high = low;
      for (int i = from; i < to; i++) {
        low = Math.min(low, signal.clip().at(i));
        high = Math.max(high, signal.clip().at(i));
      }
      x[3 * c] = plot.left() + c * DOT;
      x[3 * c + 1] = x[3 * c];
      y[3 * c] = middle - Math.min(signal.waveScale(), high) * unit - DOT / 2;
      y[3 * c + 1] = middle - Math.max(-signal.waveScale(), low) * unit + DOT / 2;
      x[3 * c + 2] = Double.NaN; // each column is a stroke of its own
    }
    pen.path(Ink.PRINT.wave(), 1.5 * DOT, x, y); // strokes that just touch would look pale
    String scale =
        String.format(
            Locale.ROOT, signal.waveScale() < 0.01 ? "±%.4f" : "±%.2f", signal.waveScale());
    pen.text(Ink.PRINT.words(), scale, plot.left() - 6, middle, Pen.Side.RIGHT);
  }

  private void doubt(Confidence track, Plot plot) {
    for (int w = 0; w < track.windows(); w++) {
      boolean unsettled = Double.isInfinite(track.boundLsb(w));
      double left = Math.max(plot.left(), plot.xOf((double) w * Restored.WINDOW));
      double right = Math.min(plot.right(), plot.xOf((w + 1.0) * Restored.WINDOW));
      if ((unsettled || track.ambiguous().get(w)) && right > left) {
        int argb = unsettled ? Ink.PRINT.unsettled() : Ink.PRINT.ambiguous();
        pen.fill(argb, left, plot.bottom() - STRIP, right - left, STRIP);
      }
    }
  }

  private void spectrogram(FigureSignal signal, Plot plot) {
    SampleRange range = range(signal.clip(), plot);
    double width = range.length() / plot.scale();
    int columns = (int) Math.max(1, Math.round(width / DOT));
    int rows = (int) Math.max(1, Math.round(plot.height() / DOT));
    double perColumn = (double) range.length() / columns;
    int[] pixels =
        SpectrogramPainter.paint(signal.clip(), range.start(), perColumn, columns, rows, settings);
    pen.image(pixels, columns, plot.left(), plot.top(), width, plot.height());
    double most = signal.clip().rate().hertz() / 2.0;
    FrequencyScale scale = settings.scale();
    if (tracks.contains(TrackKind.FORMANTS) && !signal.tracks().isFar(range.length())) {
      TrackTile tile = signal.tracks().measure(TrackKind.FORMANTS, range);
      pen.within(
          plot.left(),
          plot.top(),
          plot.width(),
          plot.height(),
          () -> plots.formants(tile, plot, scale, most));
    }
    for (FrequencyAxis.Mark mark : new FrequencyAxis(scale, most, plot.height(), LABEL).marks()) {
      double y = plot.top() + mark.y();
      pen.line(Ink.PRINT.mark(), 0.5, plot.left() - 3, y, plot.left(), y);
      double middle = plot.top() + mark.labelY();
      pen.text(Ink.PRINT.words(), mark.label(), plot.left() - 6, middle, Pen.Side.RIGHT);
    }
  }

  private void frame(Plot box) {
    double[] x = {box.left(), box.right(), box.right(), box.left(), box.left()};
    double[] y = {box.top(), box.top(), box.bottom(), box.bottom(), box.top()};
    pen.path(Ink.PRINT.mark(), 0.5, x, y);
  }
}
