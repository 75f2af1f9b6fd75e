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
  private long rehearsed;
  private long missed;

  Solved(int length, double certainDoubt) {
    signal = new float[length];
    sums = new WindowSums(length, certainDoubt);
  }

  /** Takes the core of a piece. */
  void keep(Segment segment, Found found) {
    keep(segment, found, found.doubt());
  }

  /** The same, with what a rehearsal says of it. */
  void keep(Segment segment, Found found, Rehearsal rehearsal) {
    keep(segment, found, rehearsal.raised(found.doubt()));
    int shift = segment.crop().start();
    for (int i = segment.core().start(); i < segment.core().end(); i++) {
      sums.rehearsed(i, rehearsal.error(i - shift));
    }
    int from = segment.core().start() - shift;
    int length = segment.core().length();
    rehearsed += length;
    missed += length - rehearsal.reproduced().get(from, from + length).cardinality();
    evaluations += rehearsal.evaluations() * (double) segment.crop().length() / signal.length;
  }

  private void keep(Segment segment, Found found, float[] doubt) {
    int shift = segment.crop().start();
    float[] residual = found.residual();
    float[] disagreement = found.disagreement();
    BitSet reproduced = found.reproduced();
    for (int i = segment.core().start(); i < segment.core().end(); i++) {
      int at = i - shift;
      signal[i] = found.signal()[at];
      sums.add(i, residual[at], disagreement[at], doubt[at], reproduced.get(at));
    }
    iterations = Math.max(iterations, found.iterations());
    evaluations += found.evaluations() * (double) segment.crop().length() / signal.length;
  }

  /** The share of samples that rehearsals left unexplained. */
  double unexplainedInRehearsal() {
    return ExactImage.rate(missed, rehearsed);
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
