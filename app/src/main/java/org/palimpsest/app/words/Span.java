package org.palimpsest.app.words;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * A stretch of a recording.
 *
 * @param from seconds
 * @param to seconds
 */
public record Span(double from, double to) {
  private static final int MOST = 12;

  /** The stretches that marked windows make up. */
  public static List<Span> of(BitSet windows, int windowSamples, int hertz, int samples) {
    List<Span> spans = new ArrayList<>();
    for (int from = windows.nextSetBit(0); from >= 0; ) {
      int to = windows.nextClearBit(from);
      double end = Math.min(samples, (double) to * windowSamples);
      spans.add(new Span((double) from * windowSamples / hertz, end / hertz));
      from = windows.nextSetBit(to);
    }
    return spans;
  }

  /** The first of them in words, and how many more. */
  public static String words(List<Span> spans) {
    List<String> words = new ArrayList<>();
    for (Span span : spans.subList(0, Math.min(MOST, spans.size()))) {
      words.add(String.format(Locale.ROOT, "%.3f to %.3f s", span.from(), span.to()));
    }
    String more = spans.size() > MOST ? " and " + (spans.size() - MOST) + " more" : "";
    return String.join(", ", words) + more;
  }
}
