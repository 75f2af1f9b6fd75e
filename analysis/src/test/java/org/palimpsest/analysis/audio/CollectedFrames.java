package org.palimpsest.analysis.audio;

import java.util.ArrayList;
import java.util.List;

/** Keeps all that a decoder delivers, at the file's own rate. */
final class CollectedFrames implements SampleSink {
  private final List<List<Double>> channels = new ArrayList<>();
  private SampleRate rate;

  @Override
  public void begin(SampleRate rate, int channels) {
    if (this.rate != null) {
      throw new IllegalStateException("begun twice");
    }
    this.rate = rate;
    for (int c = 0; c < channels; c++) {
      this.channels.add(new ArrayList<>());
    }
  }

  @Override
  public void frames(double[][] block, int count) {
    for (int c = 0; c < channels.size(); c++) {
      for (int i = 0; i < count; i++) {
        channels.get(c).add(block[c][i]);
      }
    }
  }

  SampleRate rate() {
    return rate;
  }

  int channels() {
    return channels.size();
  }

  double[] channel(int index) {
    return channels.get(index).stream().mapToDouble(Double::doubleValue).toArray();
  }
}
