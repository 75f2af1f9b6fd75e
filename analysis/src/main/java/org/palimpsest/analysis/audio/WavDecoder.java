package org.palimpsest.analysis.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.palimpsest.analysis.RefusedException;

/**
 * RIFF/WAVE. Ours rather than the JDK's, because the JDK's reader delivers a truncated data chunk
 * without a word and evidence must not be shortened silently (docs/decisions/0005).
 */
final class WavDecoder implements AudioDecoder {
  private static final String NAME = "palimpsest-wav 1";
  private static final int BLOCK_FRAMES = 8192;
  private static final int LONGEST_FORMAT = 4096;

  private final Optional<AudioDecoder> compressed;

  /**
   * @param compressed takes the files whose coding is not ours, if anything does
   */
  WavDecoder(Optional<AudioDecoder> compressed) {
    this.compressed = compressed;
  }

  @Override
  public AudioFacts decode(Path file, SampleSink sink) throws IOException, RefusedException {
    try (FileChannel channel = FileChannel.open(file)) {
      long position = 12;
      WavFormat format = null;
      while (position + 8 <= channel.size()) {
        ByteBuffer header = read(channel, position, 8);
        int id = header.getInt();
        long size = Integer.toUnsignedLong(header.getInt());
        position += 8;
        if (id == fourCc("fmt ")) {
          if (position + size > channel.size() || size > LONGEST_FORMAT) {
            throw new RefusedException(file + ": truncated in the WAV format chunk");
          }
          ByteBuffer chunk = read(channel, position, (int) size);
          if (compressed.isPresent() && WavFormat.isCompressed(chunk)) {
            return compressed.get().decode(file, sink);
          }
          format = WavFormat.parse(chunk, file);
        } else if (id == fourCc("data")) {
          if (format == null) {
            throw new RefusedException(file + ": the WAV data chunk comes before its format");
          }
          return data(channel, position, size, format, file, sink);
        }
        position += size + (size & 1);
      }
      throw new RefusedException(file + ": truncated, no WAV data chunk");
    }
  }

  private static AudioFacts data(
      FileChannel channel, long start, long size, WavFormat format, Path file, SampleSink sink)
      throws IOException, RefusedException {
    long present = channel.size() - start;
    if (size % format.frameBytes() != 0 && size <= present) {
      throw new RefusedException(file + ": damaged, the WAV data end in a part of a frame");
    }
    if (size > present) {
      throw new RefusedException(
          String.format("%s: truncated, %d of %d data bytes are there", file, present, size));
    }
    long frames = size / format.frameBytes();
    sink.begin(format.rate(), format.channels());
    sink.expect(frames);
    double[][] block = new double[format.channels()][BLOCK_FRAMES];
    for (long done = 0; done < frames; ) {
      int count = (int) Math.min(BLOCK_FRAMES, frames - done);
      ByteBuffer bytes =
          read(channel, start + done * format.frameBytes(), count * format.frameBytes());
      if (block.length == 1) {
        format.coding().next(bytes, block[0], count);
      } else {
        for (int i = 0; i < count; i++) {
          for (double[] samples : block) {
            samples[i] = format.coding().next(bytes);
          }
        }
      }
      sink.frames(block, count);
      done += count;
    }
    return new AudioFacts(
        "WAV, " + format.coding().title(), NAME, format.rate(), format.channels(), frames);
  }

  private static ByteBuffer read(FileChannel channel, long position, int size) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw new IOException("the file became shorter while it was read");
      }
    }
    return buffer.flip();
  }

  private static int fourCc(String id) {
    return ByteBuffer.wrap(id.getBytes(StandardCharsets.US_ASCII))
        .order(ByteOrder.LITTLE_ENDIAN)
        .getInt();
  }
}
