package org.palimpsest.analysis.audio;

import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import org.palimpsest.analysis.RefusedException;

/** Takes one channel out of the frames and brings it to the working rate as it arrives. */
final class ChannelCollector implements SampleSink {
  private static final int LONGEST_HOURS = 12;
  private static final double LARGEST = 1000; // beyond any float recording with headroom
  private static final double FULL_SCALE = 32767.0 / 32768.0;
  private static final long TOLD_EVERY_NANOS = 80_000_000;
  private static final long SHARE = 5; // a sixth of the time at most is spent on looking

  private final Path file;
  private final OptionalInt choice;
  private final Arriving arriving;
  private final LongSupplier nanos;
  private long told;
  private long pause = TOLD_EVERY_NANOS;
  private long longest;
  private int channel;
  private long frames;
  private long overloads;
  private Resampler resampler;

  /**
   * @param nanos a clock for durations
   */
  ChannelCollector(Path file, OptionalInt choice, Arriving arriving, LongSupplier nanos) {
    this.file = file;
    this.choice = choice;
    this.arriving = arriving;
    this.nanos = nanos;
    told = nanos.getAsLong();
  }

  @Override
  public void begin(SampleRate rate, int channels) throws RefusedException {
    if (choice.isEmpty() && channels > 1) {
      throw new RefusedException(
          String.format(
              "%s: has %d channels; choose one with --channel 1 to %d", file, channels, channels));
    }
    channel = choice.orElse(1);
    if (channel < 1 || channel > channels) {
      throw new RefusedException(
          String.format("%s: has no channel %d; it has 1 to %d", file, channel, channels));
    }
    longest = LONGEST_HOURS * 3600L * rate.hertz();
    resampler = new Resampler(rate, SampleRate.WORKING);
  }

  @Override
  public void expect(long expected) {
    resampler.expect(Math.min(expected, longest));
  }

  @Override
  public void frames(double[][] block, int count) throws RefusedException {
    double[] samples = block[channel - 1];
    for (int i = 0; i < count; i++) {
      double sample = samples[i];
      if (!(sample < FULL_SCALE && sample > -1)) {
        check(sample, frames + i);
        overloads++;
      }
    }
    frames += count;
    if (frames > longest) {
      throw new RefusedException(file + ": longer than " + LONGEST_HOURS + " hours");
    }
    resampler.push(samples, count);
    long now = nanos.getAsLong();
    if (now - told > pause) {
      arriving.soFar(resampler.soFar());
      told = nanos.getAsLong();
      pause = Math.max(TOLD_EVERY_NANOS, SHARE * (told - now));
    }
  }

  private void check(double sample, long at) throws RefusedException {
    if (Double.isNaN(sample) || Double.isInfinite(sample)) {
      throw new RefusedException(file + ": sample " + at + " is not a number");
    }
    if (Math.abs(sample) > LARGEST) {
      throw new RefusedException(
          String.format(
              Locale.ROOT, "%s: sample %d is %.3g times full scale", file, at, Math.abs(sample)));
    }
  }

  int channel() {
    return channel;
  }

  long overloads() {
    return overloads;
  }

  AudioClip clip() throws RefusedException {
    if (frames == 0) {
      throw new RefusedException(file + ": holds no samples");
    }
    return resampler.finish();
  }
}
