package org.palimpsest.analysis.audio;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.ffmpeg.Ffmpeg;
import org.palimpsest.analysis.ffmpeg.FrameSink;
import org.palimpsest.analysis.ffmpeg.StreamFacts;

/**
 * Everything that is not plain WAV or native FLAC. A lossy stream has no checksum over its sound
 * and each packet stands for itself, so what decodes is given, and what does not is remarked on.
 */
final class FfmpegDecoder implements AudioDecoder {
  private static final Map<String, String> TITLES =
      Map.ofEntries(
          Map.entry("mp3", "MP3"),
          Map.entry("mp2", "MP2"),
          Map.entry("vorbis", "Vorbis"),
          Map.entry("opus", "Opus"),
          Map.entry("speex", "Speex"),
          Map.entry("aac", "AAC"),
          Map.entry("alac", "ALAC"),
          Map.entry("flac", "FLAC"),
          Map.entry("amr_nb", "AMR-NB"),
          Map.entry("amr_wb", "AMR-WB"),
          Map.entry("gsm_ms", "GSM 06.10"),
          Map.entry("adpcm_ima_wav", "IMA ADPCM"),
          Map.entry("adpcm_ms", "Microsoft ADPCM"));

  private final Ffmpeg ffmpeg;
  private final Container container;

  FfmpegDecoder(Ffmpeg ffmpeg, Container container) {
    this.ffmpeg = ffmpeg;
    this.container = container;
  }

  @Override
  public AudioFacts decode(Path file, SampleSink sink) throws IOException, RefusedException {
    Counted counted = new Counted(file, sink);
    StreamFacts facts = ffmpeg.decode(file, counted);
    AudioFacts found =
        new AudioFacts(
            format(facts),
            String.format("FFmpeg %s %s (%s)", facts.version(), facts.decoder(), facts.libraries()),
            counted.rate,
            counted.channels,
            counted.frames,
            Optional.of(
                new Padding(facts.declared(), facts.skippedAtStart(), facts.skippedAtEnd())),
            facts.remarks());
    Optional<String> end = container == Container.OGG ? OggEnd.remark(file) : Optional.empty();
    return end.isPresent() ? found.with(end.get()) : found;
  }

  private String format(StreamFacts facts) {
    String coding = TITLES.getOrDefault(facts.codec(), facts.codec().toUpperCase(Locale.ROOT));
    boolean sayMore = container != Container.AMR && container != Container.MPEG;
    return sayMore ? container.title() + ", " + coding : coding;
  }

  /** Holds what FFmpeg says against what is possible, and counts. */
  private static final class Counted implements FrameSink {
    private final Path file;
    private final SampleSink sink;
    private SampleRate rate = SampleRate.WORKING;
    private int channels;
    private long frames;

    Counted(Path file, SampleSink sink) {
      this.file = file;
      this.sink = sink;
    }

    @Override
    public void begin(int hertz, int count) throws RefusedException {
      if (!SampleRate.isPlausible(hertz)) {
        throw new RefusedException(file + ": a sample rate of " + hertz + " Hz is not audio");
      }
      rate = new SampleRate(hertz);
      channels = count;
      sink.begin(rate, channels);
    }

    @Override
    public void frames(double[][] block, int count) throws RefusedException {
      frames += count;
      sink.frames(block, count);
    }
  }
}
