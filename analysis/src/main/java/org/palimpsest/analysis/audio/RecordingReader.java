package org.palimpsest.analysis.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.palimpsest.analysis.RefusedException;

/**
 * Reads audio files: the one door from bytes to samples. The decoder is chosen by the file's first
 * bytes. Stateless and safe for several threads.
 */
public final class RecordingReader {
  private final List<AudioDecoder> decoders = List.of(new WavDecoder(), new FlacDecoder());

  /**
   * Decodes one channel to 16 kHz.
   *
   * @param channel counted from 1; may be empty for a file with one channel only
   * @throws RefusedException if the file is not audio, damaged, empty, holds a sample that is not a
   *     number, or has several channels and none was chosen
   */
  public Recording read(Path file, OptionalInt channel) throws RefusedException {
    ChannelCollector collector = new ChannelCollector(file, channel);
    try {
      AudioFacts facts = decode(file, collector);
      return new Recording(facts, collector.channel(), collector.clip(), collector.overloads());
    } catch (OutOfMemoryError e) {
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
      for (AudioDecoder decoder : decoders) {
        if (decoder.recognises(head)) {
          return decoder.decode(file, sink);
        }
      }
      throw new RefusedException(file + ": neither WAV nor FLAC audio");
    } catch (AccessDeniedException e) {
      throw new RefusedException(file + ": no permission to read it", e);
    } catch (IOException e) {
      throw new RefusedException(file + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }
}
