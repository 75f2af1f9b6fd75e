package org.palimpsest.app.figure;

import java.util.List;
import java.util.Locale;
import org.palimpsest.analysis.measure.Formant;
import org.palimpsest.analysis.measure.FrameGrid;

/** A measured piece of a track. Immutable. */
public final class TrackTile {
  /** Formants wider than this are neither drawn nor read: they are hardly resonances. */
  public static final double WIDEST_HERTZ = 400;

  private final TrackKind kind;
  private final FrameGrid grid;
  private final double[] values;
  private final List<List<Formant>> formants;

  private TrackTile(TrackKind kind, FrameGrid grid, double[] values, List<List<Formant>> formants) {
    this.kind = kind;
    this.grid = grid;
    this.values = values;
    this.formants = formants;
  }

  static TrackTile ofValues(TrackKind kind, FrameGrid grid, double... values) {
    return new TrackTile(kind, grid, values.clone(), List.of());
  }

  static TrackTile ofFormants(FrameGrid grid, List<List<Formant>> formants) {
    return new TrackTile(TrackKind.FORMANTS, grid, new double[0], List.copyOf(formants));
  }

  FrameGrid grid() {
    return grid;
  }

  /** Hertz or dBFS; NaN where there is none; 1 or 0 for activity. */
  double value(int frame) {
    return values[frame];
  }

  List<Formant> formants(int frame) {
    return formants.get(frame).stream().filter(f -> f.bandwidthHertz() <= WIDEST_HERTZ).toList();
  }

  /** What was measured in the frame nearest to a sample, in words with units; "" for nothing. */
  public String words(double sample) {
    if (grid.frames() == 0) {
      return "";
    }
    long nearest = Math.round((sample - grid.firstCentre()) / grid.hop());
    int frame = (int) Math.max(0, Math.min(grid.frames() - 1L, nearest));
    return switch (kind) {
      case PITCH -> pitch(values[frame]);
      case INTENSITY ->
          Double.isFinite(values[frame])
              ? String.format(Locale.ROOT, "intensity %.1f dBFS", values[frame])
              : "";
      case ACTIVITY -> values[frame] > 0 ? "active" : "not active";
      case FORMANTS -> resonances(frame);
      case ERROR -> "";
    };
  }

  private static String pitch(double hertz) {
    if (Double.isNaN(hertz)) {
      return "";
    }
    return hertz > 0 ? String.format(Locale.ROOT, "pitch %.1f Hz", hertz) : "unvoiced";
  }

  private String resonances(int frame) {
    StringBuilder words = new StringBuilder();
    List<Formant> all = formants.get(frame);
    for (int f = 0; f < Math.min(4, all.size()); f++) {
      if (all.get(f).bandwidthHertz() <= WIDEST_HERTZ) {
        words.append(String.format(Locale.ROOT, "F%d %.0f, ", f + 1, all.get(f).hertz()));
      }
    }
    return words.isEmpty() ? "" : words.substring(0, words.length() - 2) + " Hz";
  }
}
