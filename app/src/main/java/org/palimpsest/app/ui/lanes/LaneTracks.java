package org.palimpsest.app.ui.lanes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.canvas.GraphicsContext;
import org.palimpsest.app.figure.Ink;
import org.palimpsest.app.figure.Plot;
import org.palimpsest.app.figure.TrackKind;
import org.palimpsest.app.figure.TrackPlot;
import org.palimpsest.app.figure.TrackSource;
import org.palimpsest.app.figure.TrackTile;
import org.palimpsest.app.picture.FrequencyScale;
import org.palimpsest.app.task.BackgroundTasks;

/** The tracks of one lane: what is seen is measured in the background, piece by piece. */
final class LaneTracks {
  private static final int MOST_TILES = 160;

  /** A piece of a track. */
  private record Key(TrackKind kind, long index) {}

  private final TimeAxis axis;
  private final ReadOnlyObjectProperty<Set<TrackKind>> chosen;
  private final TileStore<Key, TrackTile> tiles;
  private volatile Lane lane;

  /**
   * @param arrived called when there is something new to show
   */
  LaneTracks(
      Lane lane,
      TimeAxis axis,
      ReadOnlyObjectProperty<Set<TrackKind>> chosen,
      BackgroundTasks tasks,
      Runnable arrived) {
    this.lane = lane;
    this.axis = axis;
    this.chosen = chosen;
    this.tiles = new TileStore<>(MOST_TILES, tasks, this::measure, arrived);
  }

  private TrackTile measure(Key key) {
    return lane.tracks().tile(key.kind(), key.index());
  }

  /** More of the same signal, or all of it. */
  void grow(Lane longer) {
    lane = longer;
  }

  boolean shows(TrackKind kind) {
    return chosen.get().contains(kind);
  }

  boolean complete() {
    return tiles.complete();
  }

  /** What all rows under the spectrogram take. */
  double height() {
    return chosen.get().stream().mapToDouble(TrackPlot::rowHeight).sum();
  }

  /** Asks for the pieces that are seen. */
  void want() {
    List<Key> keys = new ArrayList<>();
    if (!tooLong() && !lane.arriving()) { // they are held against the whole signal
      for (TrackKind kind : TrackKind.values()) {
        if (shows(kind) && kind.measured()) {
          indices().forEach(index -> keys.add(new Key(kind, index)));
        }
      }
    }
    tiles.want(keys);
  }

  void drawFormants(GraphicsContext g, Plot plot, FrequencyScale scale) {
    if (shows(TrackKind.FORMANTS) && tooLong()) {
      sayTooLong(new CanvasPen(g), TrackKind.FORMANTS, plot.top() + 10);
    } else if (shows(TrackKind.FORMANTS)) {
      TrackPlot pen = new TrackPlot(new CanvasPen(g), Ink.SCREEN);
      for (long index : indices()) {
        tiles
            .get(new Key(TrackKind.FORMANTS, index))
            .ifPresent(tile -> pen.formants(tile, plot, scale, axis.hertz() / 2.0));
      }
    }
  }

  void drawRows(GraphicsContext g, double top) {
    CanvasPen pen = new CanvasPen(g);
    TrackPlot plots = new TrackPlot(pen, Ink.SCREEN);
    TimeAxis.Span span = axis.span();
    double y = top;
    for (TrackKind kind : TrackKind.values()) {
      double height = TrackPlot.rowHeight(kind);
      if (!shows(kind) || height == 0) {
        continue;
      }
      Plot plot = new Plot(LaneInk.GUTTER, y, span.width(), height, span.start(), span.scale());
      plots.row(kind, plot);
      if (tooLong()) {
        sayTooLong(pen, kind, y + height / 2);
      } else {
        for (long index : indices()) {
          tiles.get(new Key(kind, index)).ifPresent(tile -> plots.draw(kind, tile, plot));
        }
      }
      y += height;
    }
  }

  /** The values of the shown tracks at a sample, in words; empty where nothing is measured yet. */
  String words(double sample) {
    long index = (long) Math.floor(sample / lane.tracks().tileSamples());
    return chosen.get().stream()
        .filter(TrackKind::measured)
        .sorted()
        .map(kind -> tiles.get(new Key(kind, index)).map(tile -> tile.words(sample)).orElse(""))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining("   "))
        .replace('-', '−');
  }

  private static void sayTooLong(CanvasPen pen, TrackKind kind, double y) {
    String words = kind.title() + ": zoom in to two minutes or less";
    double width = 7.0 * words.length();
    pen.fill(Ink.SCREEN.ground(), LaneInk.GUTTER + 4, y - 8, width, 16);
    pen.text(Ink.SCREEN.words(), words, LaneInk.GUTTER + 8, y, CanvasPen.Side.LEFT);
  }

  private boolean tooLong() {
    TimeAxis.Span span = axis.span();
    double seen = Math.min(span.end(), lane.clip().length()) - Math.max(0, span.start());
    return seen > TrackSource.LONGEST_SECONDS * lane.clip().rate().hertz();
  }

  private List<Long> indices() {
    TimeAxis.Span span = axis.span();
    long first = (long) Math.max(0, Math.floor(span.start() / lane.tracks().tileSamples()));
    double end = Math.min(span.end(), lane.clip().length());
    List<Long> indices = new ArrayList<>();
    for (long i = first; i * lane.tracks().tileSamples() < end; i++) {
      indices.add(i);
    }
    return indices;
  }
}
