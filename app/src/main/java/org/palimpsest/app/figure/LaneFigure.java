package org.palimpsest.app.figure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.app.picture.SpectrogramSettings;

/**
 * A stretch of several signals, as a file: waveforms, spectrograms and tracks with their axes, and
 * below them how they were made and of which bytes.
 */
public record LaneFigure(
    FigureWords words,
    SampleRange range,
    List<FigureSignal> signals,
    SpectrogramSettings settings,
    Set<TrackKind> tracks) {
  private static final double GUTTER = 42;
  private static final double RULER = 16;
  private static final String FAR =
      " Of more than two minutes: from the lowest to the highest of each column, its middle as a"
          + " dot, the share that is active; no formants.";

  /** As PDF, or as PNG of 300 dots an inch where the name ends so. */
  public void write(Path out) throws IOException {
    FigureFile.write(out, words.title(), this::draw);
  }

  private void draw(PdfPen pen) {
    Plot room = words.set(pen, captions());
    double scale = range.length() / (room.width() - GUTTER);
    double each = (room.height() - RULER) / signals.size();
    LanePage page = new LanePage(pen, settings, tracks);
    for (int i = 0; i < signals.size(); i++) {
      Plot plot =
          new Plot(
              room.left() + GUTTER,
              room.top() + i * each,
              room.width() - GUTTER,
              each - 6,
              range.start(),
              scale);
      page.draw(signals.get(i), plot);
    }
    Plot ruler =
        new Plot(
            room.left() + GUTTER,
            room.bottom() - RULER,
            room.width() - GUTTER,
            RULER,
            range.start(),
            scale);
    page.ruler(ruler, signals.get(0).clip().rate().hertz());
  }

  private List<String> captions() {
    List<String> captions = new ArrayList<>();
    captions.add(
        "Spectrograms: "
            + settings.describe()
            + "; where a column of pixels spans more windows than four, the loudest of four.");
    StringBuilder measures = new StringBuilder();
    boolean far = signals.get(0).tracks().isFar(range.length());
    for (TrackKind kind : TrackKind.values()) {
      if (tracks.contains(kind) && !(far && kind == TrackKind.FORMANTS)) {
        measures.append(measures.isEmpty() ? "" : "; ").append(kind.describe());
      }
    }
    if (!measures.isEmpty()) {
      captions.add("Tracks: " + measures + "." + (far ? FAR : ""));
    }
    for (FigureSignal signal : signals) {
      captions.add(signal.id() + ", " + signal.kind() + ": " + signal.origin());
    }
    captions.add(words.stretch(range, signals.get(0).clip().rate().hertz()));
    return captions;
  }
}
