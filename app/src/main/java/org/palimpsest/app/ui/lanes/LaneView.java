package org.palimpsest.app.ui.lanes;

import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import javafx.stage.Window;
import org.palimpsest.app.figure.FrequencyAxis;
import org.palimpsest.app.figure.Plot;
import org.palimpsest.app.figure.TrackKind;
import org.palimpsest.app.picture.SpectrogramSettings;
import org.palimpsest.app.task.BackgroundTasks;

/** One signal: waveform over spectrogram, drawn from tiles. */
final class LaneView extends CanvasView {
  private static final double MOST_FINE = 2; // beyond, nobody sees more and it only takes longer
  private static final double GAP = 1;
  private static final double LEAST_HEIGHT = 96;
  private static final double LABEL = 14;

  private final TimeAxis axis;
  private final ReadOnlyObjectProperty<SpectrogramSettings> settings;
  private final LaneSpectrogram spectrogram;
  private final LaneTracks tracks;
  private Lane lane;
  private float waveScale = 1;

  LaneView(
      Lane first,
      TimeAxis axis,
      ReadOnlyObjectProperty<SpectrogramSettings> settings,
      ReadOnlyObjectProperty<Set<TrackKind>> chosen,
      BackgroundTasks tasks) {
    lane = first;
    this.axis = axis;
    this.settings = settings;
    this.spectrogram = new LaneSpectrogram(first, settings, tasks, this::requestLayout);
    this.tracks = new LaneTracks(first, axis, chosen, tasks, this::requestLayout);
    fitRows();
    getStyleClass().add("lane-view");
    setAccessibleText("Waveform, spectrogram and tracks of " + first.id());
  }

  Lane lane() {
    return lane;
  }

  /** Shows more of the same signal, or all of it; what was drawn is kept. */
  void grow(Lane longer, float newWaveScale) {
    lane = longer;
    waveScale = newWaveScale;
    spectrogram.grow(longer);
    tracks.grow(longer);
    draw();
  }

  boolean drawn() {
    return canvas().getWidth() > 0 && spectrogram.complete() && tracks.complete();
  }

  /** Takes the room that the chosen tracks need. Told by the stack: a lane listens to nothing. */
  void fitRows() {
    setMinHeight(LEAST_HEIGHT + tracks.height());
  }

  /** The frequency at a height of this view; empty above the spectrogram. */
  Optional<Double> hertzAt(double y) {
    double top = spectrogramTop();
    return y < top || y >= bottom()
        ? Optional.empty()
        : Optional.of(frequencies().hertzAt(y - top));
  }

  /** The greatest magnitude in a pixel of the waveform; empty below it. */
  Optional<Double> peakAt(double sample, double y) {
    if (y < 0 || y >= waveHeight()) {
      return Optional.empty();
    }
    Peaks.Extent extent = lane.peaks().of(sample, sample + axis.span().scale());
    return Optional.of((double) Math.max(extent.high(), -extent.low()));
  }

  /** How far a pixel reaches at that height, in hertz. */
  double hertzOfPixel(double y) {
    double top = spectrogramTop();
    return Math.abs(frequencies().hertzAt(y - top - 1) - frequencies().hertzAt(y - top)) / 2;
  }

  private FrequencyAxis frequencies() {
    double height = bottom() - spectrogramTop();
    return new FrequencyAxis(settings.get().scale(), axis.hertz() / 2.0, height, LABEL);
  }

  /** The height of this view at which a frequency is drawn. */
  double yOf(double hertz) {
    return spectrogramTop() + frequencies().yOf(hertz);
  }

  /** Where the spectrogram begins. */
  double spectrogramTop() {
    return Math.floor(waveHeight() + GAP);
  }

  @Override
  void draw() {
    double width = getWidth();
    double height = getHeight();
    if (width <= LaneInk.GUTTER || height < 2) {
      return;
    }
    GraphicsContext g = pen();
    g.setFill(LaneInk.GROUND);
    g.fillRect(0, 0, width, height);
    WaveStrip.draw(g, lane, axis.span(), waveScale, waveHeight());
    if (tracks.shows(TrackKind.ERROR)) {
      lane.confidence().ifPresent(track -> DoubtStrip.draw(g, track, axis.span(), waveHeight()));
    }
    drawSpectrogram(g, spectrogramTop());
    drawGutter(g);
    tracks.drawRows(g, bottom());
  }

  /** What was measured at a sample, in words. */
  String measured(double sample) {
    return tracks.words(sample);
  }

  private double waveHeight() {
    return Math.floor(Math.max(32, Math.min(84, (getHeight() - tracks.height()) * 0.3)));
  }

  /** Where the spectrogram ends and the rows of tracks begin. */
  private double bottom() {
    return getHeight() - tracks.height();
  }

  private void drawSpectrogram(GraphicsContext g, double top) {
    int height = (int) (bottom() - top);
    if (height < 8) {
      tracks.want();
      return;
    }
    TimeAxis.Span span = axis.span();
    Plot plot = new Plot(LaneInk.GUTTER, top, span.width(), height, span.start(), span.scale());
    g.save();
    g.beginPath();
    g.rect(LaneInk.GUTTER, top, span.width(), height);
    g.clip();
    spectrogram.draw(g, plot, span, fine());
    tracks.want(); // the spectrogram goes first
    tracks.drawFormants(g, plot, settings.get().scale());
    g.restore();
  }

  /** Pixels of the screen to a unit of the window: letters and spectrogram are as sharp. */
  private double fine() {
    Window window = getScene() == null ? null : getScene().getWindow();
    return window == null ? 1 : Math.max(1, Math.min(MOST_FINE, window.getRenderScaleX()));
  }

  private void drawGutter(GraphicsContext g) {
    double top = spectrogramTop();
    g.setFill(LaneInk.GUTTER_GROUND);
    g.fillRect(0, 0, LaneInk.GUTTER, getHeight());
    g.setFont(LaneInk.SMALL);
    g.setFill(LaneInk.WORDS);
    g.setTextAlign(TextAlignment.RIGHT);
    g.setTextBaseline(VPos.CENTER);
    WaveStrip.drawScale(g, waveScale, waveHeight());
    for (FrequencyAxis.Mark mark : frequencies().marks()) {
      double y = top + mark.y();
      g.setStroke(LaneInk.MARK);
      double tick = Math.min(bottom() - 0.5, Math.floor(y) + 0.5);
      g.strokeLine(LaneInk.GUTTER - 5, tick, LaneInk.GUTTER, tick);
      g.fillText(mark.label(), LaneInk.GUTTER - 8, top + mark.labelY());
    }
  }
}
