package org.palimpsest.analysis.audio;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import org.jflac.FrameListener;
import org.jflac.frame.Frame;
import org.jflac.metadata.Metadata;
import org.palimpsest.analysis.RefusedException;

/**
 * A FLAC file as jFLAC is to see it: STREAMINFO and the audio frames. All other metadata are passed
 * over here, because jFLAC believes the lengths that they state. Hears what jFLAC only mentions.
 */
final class FlacSource implements FrameListener {
  private static final int HEADER_BYTES = 42;
  private static final int MD5_OFFSET = 26;
  private static final int MOST_ENDS = 16;

  private final byte[] header;
  private final InputStream frames;
  private long delivered;
  private int ends;
  private boolean faulty;

  private FlacSource(byte[] header, InputStream frames) {
    this.header = header;
    this.frames = frames;
  }

  /** Reads up to the first audio frame of {@code in}. */
  static FlacSource open(InputStream in, Path file) throws IOException, RefusedException {
    byte[] header = in.readNBytes(HEADER_BYTES);
    if (header.length < HEADER_BYTES) {
      throw new RefusedException(file + ": truncated within the FLAC header");
    }
    if ((header[4] & 0x7F) != 0 || header[5] != 0 || header[6] != 0 || header[7] != 34) {
      throw new RefusedException(file + ": damaged, no FLAC stream information");
    }
    boolean last = header[4] < 0;
    while (!last) {
      byte[] block = in.readNBytes(4);
      if (block.length < 4) {
        throw new RefusedException(file + ": truncated within the FLAC header");
      }
      last = block[0] < 0;
      in.skipNBytes(((block[1] & 0xFF) << 16) | ((block[2] & 0xFF) << 8) | (block[3] & 0xFF));
    }
    header[4] = (byte) 0x80;
    return new FlacSource(header, in);
  }

  /** Of the decoded audio, as the file states it; all zero where it does not. */
  byte[] md5() {
    return Arrays.copyOfRange(header, MD5_OFFSET, HEADER_BYTES);
  }

  /** Ends with an exception where jFLAC would look for the next frame for ever. */
  InputStream stream() {
    return new FilterInputStream(
        new SequenceInputStream(new ByteArrayInputStream(header), frames)) {
      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        if (count < 0 && ++ends > MOST_ENDS) {
          throw new IOException("read beyond the end");
        }
        delivered += Math.max(0, count);
        return count;
      }
    };
  }

  /** Bytes that were taken so far. */
  long delivered() {
    return delivered;
  }

  /** Whether a checksum was wrong or something lay between the frames. */
  boolean faulty() {
    return faulty;
  }

  @Override
  public void processMetadata(Metadata metadata) {}

  @Override
  public void processFrame(Frame frame) {}

  @Override
  public void processError(String message) {
    faulty = true;
  }
}
