package org.palimpsest.app.ui.lanes;

import java.util.BitSet;
import javafx.scene.canvas.GraphicsContext;
import org.palimpsest.analysis.restoration.Confidence;
import org.palimpsest.analysis.restoration.Restored;

/** A strip under the waveform: where other recordings fit as well, and where none was found. */
final class DoubtStrip {
  private static final double HEIGHT = 4;

  private DoubtStrip() {}

  static void draw(GraphicsContext g, Confidence track, TimeAxis.Span span, double bottom) {
    BitSet ambiguous = track.ambiguous();
    int first = (int) Math.max(0, span.sampleAt(0) / Restored.WINDOW);
    int end = (int) Math.min(track.windows(), span.sampleAt(span.width()) / Restored.WINDOW + 1);
    for (int w = first; w < end; w++) {
      boolean unsettled = Double.isInfinite(track.boundLsb(w));
      if (unsettled || ambiguous.get(w)) {
        double left = Math.max(0, span.xOf((double) w * Restored.WINDOW));
        double right = Math.min(span.width(), span.xOf((w + 1.0) * Restored.WINDOW));
        if (right > left) {
          g.setFill(unsettled ? LaneInk.UNSETTLED : LaneInk.AMBIGUOUS);
          g.fillRect(LaneInk.GUTTER + left, bottom - HEIGHT, Math.max(1, right - left), HEIGHT);
        }
      }
    }
  }
}
