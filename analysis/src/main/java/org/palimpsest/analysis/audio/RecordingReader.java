package org.palimpsest.analysis.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.ffmpeg.Ffmpeg;

/**
 * Reads audio files: the one door from bytes to samples. The decoder is chosen by the file's first
 * bytes. Stateless and safe for several threads.
 */
public final class RecordingReader {
  /** How such files are often named, without the dot. Nothing is known by its name. */
  public static final List<String> ENDINGS = Container.allEndings();

  private final Optional<Ffmpeg> ffmpeg;

  /** Reads plain WAV and FLAC, and refuses everything else. */
  public RecordingReader() {
    ffmpeg = Optional.empty();
  }

  /** Reads lossy formats, too. */
  public RecordingReader(Ffmpeg ffmpeg) {
    this.ffmpeg = Optional.of(ffmpeg);
  }

  /**
   * Decodes one channel to 16 kHz.
   *
   * @param channel counted from 1; may be empty for a file with one channel only
   * @throws RefusedException if the file is not audio, damaged, empty, holds a sample that is not a
   *     number, or has several channels and none was chosen
   */
  public Recording read(Path file, OptionalInt channel) throws RefusedException {
    return read(file, channel, Arriving.UNSEEN);
  }

  /** As {@link #read(Path, OptionalInt)}, telling what was decoded so far. */
  public Recording read(Path file, OptionalInt channel, Arriving arriving) throws RefusedException {
    ChannelCollector collector = new ChannelCollector(file, channel, arriving, System::nanoTime);
    try {
      AudioFacts facts = decode(file, collector);
      return new Recording(facts, collector.channel(), collector.clip(), collector.overloads());
    } catch (ArithmeticException | OutOfMemoryError e) {
      throw new RefusedException(file + ": too long for the memory of this program", e);
    }
  }

  private AudioFacts decode(Path file, SampleSink sink) throws RefusedException {
    try {
      if (Files.isDirectory(file)) {
        throw new RefusedException(file + ": a folder, not a recording");
      }
      if (!Files.exists(file)) {
        throw new RefusedException(file + ": no such file");
      }
      byte[] head;
      try (InputStream in = Files.newInputStream(file)) {
        head = in.readNBytes(16);
      }
      if (head.length == 0) {
        throw new RefusedException(file + ": the file is empty");
      }
      Container container = Container.of(head).orElseThrow(() -> unknown(file));
      AudioFacts facts = decoder(container, file).decode(file, sink);
      Optional<String> remark = container.remark(file.getFileName().toString());
      return remark.isPresent() ? facts.with(remark.get()) : facts;
    } catch (AccessDeniedException e) {
      throw new RefusedException(file + ": no permission to read it", e);
    } catch (IOException e) {
      throw new RefusedException(file + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }

  private AudioDecoder decoder(Container container, Path file) throws RefusedException {
    Optional<AudioDecoder> other = ffmpeg.map(f -> new FfmpegDecoder(f, container));
    if (container == Container.WAV) {
      return new WavDecoder(other);
    }
    if (container == Container.FLAC) {
      return new FlacDecoder();
    }
    return other.orElseThrow(
        () -> new RefusedException(file + ": " + container.title() + " needs FFmpeg"));
  }

  private static RefusedException unknown(Path file) {
    return new RefusedException(
        file + ": neither WAV nor FLAC, nor MP3, Ogg, MP4, Matroska, AMR or AIFF audio");
  }
}
