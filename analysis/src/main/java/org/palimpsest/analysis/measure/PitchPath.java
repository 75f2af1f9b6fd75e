package org.palimpsest.analysis.measure;

import java.util.List;

/** The cheapest way through the candidates of all frames (Boersma 1993, section 4). Stateless. */
final class PitchPath {
  private PitchPath() {}

  /**
   * A pitch for each frame.
   *
   * @return 0 where unvoiced, NaN where a window left the clip
   */
  static double[] through(List<PitchFrame> frames, PitchSettings settings, double hopSeconds) {
    double[] path = new double[frames.size()];
    if (path.length == 0) {
      return path;
    }
    int[][] from = new int[path.length][];
    double[] value = local(frames.get(0), settings);
    for (int i = 1; i < path.length; i++) {
      List<PitchCandidate> before = frames.get(i - 1).candidates();
      List<PitchCandidate> now = frames.get(i).candidates();
      double[] own = local(frames.get(i), settings);
      double[] next = new double[own.length];
      from[i] = new int[own.length];
      for (int c = 0; c < own.length; c++) {
        double best = Double.NEGATIVE_INFINITY;
        for (int b = 0; b < value.length; b++) {
          double reached = value[b] - cost(before.get(b), now.get(c), settings, hopSeconds);
          if (reached > best) {
            best = reached;
            from[i][c] = b;
          }
        }
        next[c] = best + own[c];
      }
      value = next;
    }
    int at = 0;
    for (int c = 1; c < value.length; c++) {
      at = value[c] > value[at] ? c : at;
    }
    for (int i = path.length - 1; i >= 0; i--) {
      PitchFrame frame = frames.get(i);
      double hertz = frame.candidates().get(at).hertz();
      path[i] = !frame.whole() ? Double.NaN : hertz <= settings.ceilingHertz() ? hertz : 0;
      at = i > 0 ? from[i][at] : 0;
    }
    return path;
  }

  private static double[] local(PitchFrame frame, PitchSettings settings) {
    double quiet =
        2 - frame.loudness() / (settings.silenceThreshold() / (1 + settings.voicingThreshold()));
    double unvoiced = settings.voicingThreshold() + Math.max(0, quiet);
    return frame.candidates().stream()
        .mapToDouble(
            c ->
                voiced(c, settings)
                    ? c.strength() - settings.octaveCost() * octaves(settings.ceilingHertz(), c)
                    : unvoiced)
        .toArray();
  }

  private static double cost(
      PitchCandidate a, PitchCandidate b, PitchSettings settings, double hopSeconds) {
    double correction = 0.01 / hopSeconds; // costs are those of frames every 10 ms
    if (voiced(a, settings) != voiced(b, settings)) {
      return settings.voicedUnvoicedCost() * correction;
    }
    return voiced(a, settings)
        ? settings.octaveJumpCost() * correction * Math.abs(octaves(a.hertz(), b))
        : 0;
  }

  private static boolean voiced(PitchCandidate candidate, PitchSettings settings) {
    return candidate.voiced() && candidate.hertz() <= settings.ceilingHertz();
  }

  private static double octaves(double hertz, PitchCandidate above) {
    return Math.log(hertz / above.hertz()) / Math.log(2);
  }
}
