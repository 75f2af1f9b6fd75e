package org.palimpsest.app.ui.lanes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.canvas.GraphicsContext;
import org.palimpsest.app.figure.Ink;
import org.palimpsest.app.figure.Plot;
import org.palimpsest.app.figure.TrackKind;
import org.palimpsest.app.figure.TrackOverview;
import org.palimpsest.app.figure.TrackPlot;
import org.palimpsest.app.figure.TrackSummary;
import org.palimpsest.app.figure.TrackTile;
import org.palimpsest.app.picture.FrequencyScale;
import org.palimpsest.app.task.BackgroundTasks;

/**
 * The tracks of one lane: what is seen, and a margin, is measured in the background piece by piece.
 * Of more than two minutes at once, summaries are kept and shown.
 */
final class LaneTracks {
  private static final int MOST_TILES = 256;
  private static final int MOST_SUMMARIES = 8192; // a third of a kilobyte each
  private static final int AT_ONCE = 2; // spectrograms are drawn by the same threads
  private static final double MARGIN = 0.25;

  /** A piece of a track. */
  private record Key(TrackKind kind, long index) {}

  /** What decides which pieces are asked for. */
  private record Wish(TimeAxis.Span span, Set<TrackKind> kinds, Lane lane) {}

  private final TimeAxis axis;
  private final ReadOnlyObjectProperty<Set<TrackKind>> chosen;
  private final TileStore<Key, TrackTile> tiles;
  private final TileStore<Key, TrackSummary> summaries;
  private Optional<Wish> asked = Optional.empty();
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
    this.tiles =
        new TileStore<>(
            MOST_TILES,
            AT_ONCE,
            tasks,
            key -> this.lane.tracks().tile(key.kind(), key.index()),
            arrived);
    this.summaries =
        new TileStore<>(
            MOST_SUMMARIES,
            AT_ONCE,
            tasks,
            key -> this.lane.tracks().summary(key.kind(), key.index()),
            arrived);
  }

  /** More of the same signal, or all of it. */
  void grow(Lane longer) {
    lane = longer;
  }

  boolean shows(TrackKind kind) {
    return chosen.get().contains(kind);
  }

  boolean complete() {
    return tiles.complete() && summaries.complete();
  }

  /** What all rows under the spectrogram take. */
  double height() {
    return chosen.get().stream().mapToDouble(TrackPlot::rowHeight).sum();
  }

  /** Asks for the pieces that are seen, then for those beside them. */
  void want() {
    Wish wish = new Wish(axis.span(), chosen.get(), lane);
    if (asked.filter(wish::equals).isPresent()) {
      return;
    }
    asked = Optional.of(wish);
    boolean far = isFar();
    List<Key> seen = keys(far, indices(0));
    List<Key> beside = keys(far, indices(MARGIN));
    tiles.want(far ? List.of() : seen, far ? List.of() : beside);
    summaries.want(far ? seen : List.of(), far ? beside : List.of());
  }

  private List<Key> keys(boolean far, List<Long> indices) {
    List<Key> keys = new ArrayList<>();
    for (TrackKind kind : TrackKind.values()) {
      boolean drawn = shows(kind) && kind.measured() && !(far && kind == TrackKind.FORMANTS);
      if (drawn && !lane.arriving()) { // they are held against the whole signal
        indices.forEach(index -> keys.add(new Key(kind, index)));
      }
    }
    return keys;
  }

  void drawFormants(GraphicsContext g, Plot plot, FrequencyScale scale) {
    if (shows(TrackKind.FORMANTS) && isFar()) {
      sayTooLong(new CanvasPen(g), plot.top() + 10);
    } else if (shows(TrackKind.FORMANTS)) {
      TrackPlot pen = new TrackPlot(new CanvasPen(g), Ink.SCREEN);
      for (long index : indices(0)) {
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
    List<Long> indices = indices(0);
    double y = top;
    for (TrackKind kind : TrackKind.values()) {
      double height = TrackPlot.rowHeight(kind);
      if (!shows(kind) || height == 0) {
        continue;
      }
      Plot plot = new Plot(LaneInk.GUTTER, y, span.width(), height, span.start(), span.scale());
      plots.row(kind, plot);
      if (isFar()) {
        List<TrackSummary> pieces =
            indices.stream().flatMap(i -> summaries.get(new Key(kind, i)).stream()).toList();
        new TrackOverview(pen, Ink.SCREEN, plot).draw(kind, pieces);
      } else {
        for (long index : indices) {
          tiles.get(new Key(kind, index)).ifPresent(tile -> plots.draw(kind, tile, plot));
        }
      }
      y += height;
    }
  }

  /** The values of the shown tracks at a sample, in words; empty where nothing is measured yet. */
  String words(double sample) {
    long index = (long) Math.floor(sample / lane.tracks().tileSamples());
    boolean far = isFar();
    return chosen.get().stream()
        .filter(TrackKind::measured)
        .sorted()
        .map(kind -> new Key(kind, index))
        .map(
            key ->
                far
                    ? summaries.get(key).map(piece -> piece.words(sample)).orElse("")
                    : tiles.get(key).map(tile -> tile.words(sample)).orElse(""))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining("   "))
        .replace('-', '−');
  }

  private static void sayTooLong(CanvasPen pen, double y) {
    String words = TrackKind.FORMANTS.title() + ": zoom in to two minutes or less";
    double width = 7.0 * words.length();
    pen.fill(Ink.SCREEN.ground(), LaneInk.GUTTER + 4, y - 8, width, 16);
    pen.text(Ink.SCREEN.words(), words, LaneInk.GUTTER + 8, y, CanvasPen.Side.LEFT);
  }

  /** Whether so much is seen at once that single frames would be a blur. */
  private boolean isFar() {
    TimeAxis.Span span = axis.span();
    double seen = Math.min(span.end(), lane.clip().length()) - Math.max(0, span.start());
    return lane.tracks().isFar(seen);
  }

  /**
   * Of the pieces that are seen.
   *
   * @param margin of those beside them, too: a share of what is seen, on each side
   */
  private List<Long> indices(double margin) {
    TimeAxis.Span span = axis.span();
    double piece = lane.tracks().tileSamples();
    double more = margin * (span.end() - span.start());
    double start = Math.max(0, span.start() - more);
    double end = Math.min(span.end() + more, lane.clip().length());
    return LongStream.range((long) Math.floor(start / piece), (long) Math.ceil(end / piece))
        .boxed()
        .toList();
  }
}
