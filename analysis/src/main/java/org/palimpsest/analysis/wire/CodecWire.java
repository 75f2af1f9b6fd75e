package org.palimpsest.analysis.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.audio.RecordingReader;
import org.palimpsest.analysis.audio.SampleRate;
import org.palimpsest.analysis.evaluation.Wire;
import org.palimpsest.analysis.ffmpeg.Coding;
import org.palimpsest.analysis.ffmpeg.Ffmpeg;

/**
 * A lossy coding, there and back, through a whole file as a seized one would be.
 *
 * @param name without the version
 * @param hertz at which it is coded
 * @param delay in samples at 16 kHz by which the sound comes back late, where the file cannot say
 *     so itself; proved by cross-correlation in a test
 */
record CodecWire(Ffmpeg ffmpeg, String name, Coding coding, int hertz, int delay) implements Wire {
  /** Behind the sound, so that its end comes back whole: one second. */
  private static final int TAIL_SECONDS = 1;

  @Override
  public String id() {
    return name + "/ffmpeg-" + Ffmpeg.VERSION;
  }

  @Override
  public String words() {
    return String.format(
        Locale.ROOT,
        "%s in %s at %d bit/s, %d Hz, FFmpeg %s",
        coding.encoder(),
        coding.container(),
        coding.bitsPerSecond(),
        hertz,
        Ffmpeg.VERSION);
  }

  @Override
  public AudioClip carry(AudioClip sent) throws RefusedException {
    AudioClip there = sent.resampled(new SampleRate(hertz));
    short[] samples = new short[there.length() + TAIL_SECONDS * hertz];
    for (int i = 0; i < there.length(); i++) {
      samples[i] = Pcm16.code(there.at(i));
    }
    AudioClip back = throughFile(samples);
    float[] received = Arrays.copyOfRange(back.toArray(), delay, delay + sent.length());
    return Pcm16.round(AudioClip.of(received, sent.rate()));
  }

  private AudioClip throughFile(short[] samples) throws RefusedException {
    try {
      Path file = Files.createTempFile("palimpsest", ".coded");
      try {
        Files.write(file, ffmpeg.encode(coding, hertz, samples));
        return new RecordingReader(ffmpeg).read(file, OptionalInt.of(1)).clip();
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new RefusedException(name + ": cannot be coded (" + e.getMessage() + ")", e);
    }
  }
}
