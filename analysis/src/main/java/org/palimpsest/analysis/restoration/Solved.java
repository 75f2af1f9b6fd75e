package org.palimpsest.analysis.restoration;

import java.util.BitSet;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.SampleRate;
import org.palimpsest.analysis.preimage.Found;

/** What an inversion found of a whole recording, filled piece by piece. For one thread. */
final class Solved {
  private final float[] signal;
  private final WindowSums sums;
  private int iterations;
  private double evaluations;

  Solved(int length, double certainDoubt) {
    signal = new float[length];
    sums = new WindowSums(length, certainDoubt);
  }

  /** Takes the core of a piece. */
  void keep(Segment segment, Found found) {
    int shift = segment.crop().start();
    float[] residual = found.residual();
    float[] disagreement = found.disagreement();
    float[] doubt = found.doubt();
    BitSet reproduced = found.reproduced();
    for (int i = segment.core().start(); i < segment.core().end(); i++) {
      int at = i - shift;
      signal[i] = found.signal()[at];
      sums.add(i, residual[at], disagreement[at], doubt[at], reproduced.get(at));
    }
    iterations = Math.max(iterations, found.iterations());
    evaluations += found.evaluations() * (double) segment.crop().length() / signal.length;
  }

  AudioClip signal() {
    return AudioClip.of(signal, SampleRate.WORKING);
  }

  /** Not a copy. */
  WindowSums sums() {
    return sums;
  }

  /** The most that a piece needed. */
  int iterations() {
    return iterations;
  }

  /** Of δ, on the whole recording. */
  double evaluations() {
    return evaluations;
  }
}
