package org.palimpsest.app.report;

import java.util.Arrays;
import java.util.List;
import org.palimpsest.app.words.Span;

/**
 * A spectrogram for the report, computed elsewhere.
 *
 * @param subject id of the signal
 * @param caption with every setting it was made with
 * @param pixels by rows, the highest frequency on top
 * @param seconds that its width spans, from 0
 * @param hertz that its height spans, from 0
 * @param doubtful stretches in which other signals fit as well, or none does
 */
public record ReportFigure(
    String subject,
    String caption,
    int width,
    int height,
    Pixels pixels,
    double seconds,
    double hertz,
    List<Span> doubtful) {
  public ReportFigure {
    doubtful = List.copyOf(doubtful);
  }

  boolean isGrey() {
    return pixels.grey;
  }

  /** 0xAARRGGBB each, wrapped because a record's array could be exchanged. */
  public static final class Pixels {
    private final int[] argb;
    private final boolean grey;

    /** Keeps a copy. */
    public Pixels(int[] argb) {
      this.argb = argb.clone();
      this.grey = Arrays.stream(argb).allMatch(p -> (p & 0xffff) == ((p >> 8) & 0xffff));
    }

    int at(int index) {
      return argb[index];
    }
  }
}
