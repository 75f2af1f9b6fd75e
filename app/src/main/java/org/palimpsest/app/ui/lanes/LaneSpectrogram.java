package org.palimpsest.app.ui.lanes;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.palimpsest.app.figure.Plot;
import org.palimpsest.app.picture.SpectrogramPainter;
import org.palimpsest.app.picture.SpectrogramSettings;
import org.palimpsest.app.task.BackgroundTasks;

/** The spectrogram of one lane: painted in the background in tiles, drawn from those there are. */
final class LaneSpectrogram {
  private static final int MOST_TILES = 96;

  private final ReadOnlyObjectProperty<SpectrogramSettings> settings;
  private final TileStore<TileKey, Image> tiles;
  private volatile Lane lane;
  private double completeScale;
  private List<TileKey> complete = List.of();
  private List<TileKey> wanted = List.of();
  private TimeAxis.Span wantedIn = new TimeAxis.Span(0, 1, 0);

  /**
   * @param arrived called when there is something new to draw
   */
  LaneSpectrogram(
      Lane lane,
      ReadOnlyObjectProperty<SpectrogramSettings> settings,
      BackgroundTasks tasks,
      Runnable arrived) {
    this.lane = lane;
    this.settings = settings;
    this.tiles = new TileStore<>(MOST_TILES, Integer.MAX_VALUE, tasks, this::paint, arrived);
  }

  /** More of the same signal, or all of it. */
  void grow(Lane longer) {
    lane = longer;
  }

  /** Whether all that was asked for is drawn. */
  boolean complete() {
    return tiles.size() > 0 && tiles.complete();
  }

  /**
   * Draws what there is, and asks for the rest. The caller clips.
   *
   * @param fine pixels of the screen to one of the plot
   */
  void draw(GraphicsContext g, Plot plot, TimeAxis.Span span, double fine) {
    int height = (int) plot.height();
    List<TileKey> keys = TileKey.covering(span, lane.clip().length(), height, fine, settings.get());
    if (lane.arriving() && !tiles.complete() && span.equals(wantedIn)) {
      keys = wanted; // to be finished first, or none ever is while more and more arrives
    } else {
      tiles.want(keys);
      wanted = keys;
      wantedIn = span;
    }
    if (tiles.complete()) {
      completeScale = span.scale();
      complete = keys;
    } else if (completeScale == span.scale()) {
      complete.stream()
          .filter(key -> key.height() == Math.round(height * fine))
          .forEach(key -> drawTile(g, key, span, plot, fine)); // the signal grew
    } else if (completeScale > 0) {
      TimeAxis.Span before =
          new TimeAxis.Span(
              span.start(), completeScale, span.width() * span.scale() / completeScale);
      TileKey.covering(before, lane.clip().length(), height, fine, settings.get())
          .forEach(key -> drawTile(g, key, span, plot, fine));
    }
    keys.forEach(key -> drawTile(g, key, span, plot, fine));
  }

  private void drawTile(
      GraphicsContext g, TileKey key, TimeAxis.Span span, Plot plot, double fine) {
    double x = span.xOf(key.firstSample());
    double width = key.samples() / span.scale();
    boolean fits = key.scale() == span.scale() / fine;
    double left = fits ? Math.rint(x * fine) / fine : x;
    double end = Math.min(left + width, span.xOf((double) key.known()));
    tiles
        .get(key)
        .ifPresent(
            image ->
                g.drawImage(
                    image,
                    0,
                    0,
                    TileKey.WIDTH * (end - left) / width,
                    key.height(),
                    plot.left() + left,
                    plot.top(),
                    end - left,
                    plot.height()));
  }

  private Image paint(TileKey key) {
    int[] pixels =
        SpectrogramPainter.paint(
            lane.clip(),
            key.firstSample(),
            key.scale(),
            TileKey.WIDTH,
            key.height(),
            key.settings());
    WritableImage image = new WritableImage(TileKey.WIDTH, key.height());
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            TileKey.WIDTH,
            key.height(),
            PixelFormat.getIntArgbInstance(),
            pixels,
            0,
            TileKey.WIDTH);
    return image;
  }
}
