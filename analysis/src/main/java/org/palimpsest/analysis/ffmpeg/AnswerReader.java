package org.palimpsest.analysis.ffmpeg;

import com.google.gson.Gson;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.palimpsest.analysis.RefusedException;

/**
 * Reads what FFmpeg's process says. A hostile file may have taken that process over: nothing it
 * says is believed without a bound.
 */
final class AnswerReader {
  static final String BROKEN_OFF = "FFmpeg's process ended in the middle of its answer";
  private static final String NO_SENSE = "FFmpeg's process gave no sense";
  private static final int LONGEST_LINE = 1 << 16;

  private AnswerReader() {}

  /**
   * Hands the frames on.
   *
   * @param file whose name a refusal begins with
   */
  static StreamFacts frames(DataInputStream in, String file, FrameSink sink)
      throws IOException, RefusedException {
    double[][] block = new double[0][0];
    while (true) {
      int part = in.read();
      if (part == Answer.FORMAT && block.length == 0) {
        int hertz = in.readInt();
        block = new double[bounded(in.readInt(), Answer.MOST_CHANNELS)][Answer.MOST_FRAMES];
        sink.begin(hertz, block.length);
      } else if (part == Answer.FRAMES && block.length > 0) {
        int count = bounded(in.readInt(), Answer.MOST_FRAMES);
        byte[] bytes = new byte[8 * count];
        for (double[] channel : block) {
          in.readFully(bytes);
          ByteBuffer.wrap(bytes).asDoubleBuffer().get(channel, 0, count);
        }
        sink.frames(block, count);
      } else if (part == Answer.FACTS) {
        return facts(line(in));
      } else {
        throw refusal(part, in, file);
      }
    }
  }

  /** The coded file. */
  static byte[] bytes(DataInputStream in, String encoder) throws IOException, RefusedException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    while (true) {
      int part = in.read();
      if (part == Answer.BYTES) {
        file.write(in.readNBytes(bounded(in.readInt(), Answer.MOST_BYTES)));
      } else if (part == Answer.FACTS) {
        return file.toByteArray();
      } else {
        throw refusal(part, in, encoder);
      }
    }
  }

  private static StreamFacts facts(String json) throws IOException {
    try {
      StreamFacts facts = new Gson().fromJson(json, StreamFacts.class);
      if (facts == null || facts.codec() == null || facts.container() == null) {
        throw new IOException(NO_SENSE);
      }
      return facts;
    } catch (RuntimeException e) {
      // Gson meets odd JSON with exceptions of every kind
      throw new IOException(NO_SENSE, e);
    }
  }

  private static int bounded(int count, int most) throws IOException {
    if (count < 1 || count > most) {
      throw new IOException(NO_SENSE);
    }
    return count;
  }

  private static RefusedException refusal(int part, DataInputStream in, String subject)
      throws IOException {
    if (part == Answer.REFUSAL) {
      return new RefusedException(subject + ": " + line(in));
    }
    throw new IOException(BROKEN_OFF);
  }

  private static String line(DataInputStream in) throws IOException {
    byte[] utf8 = new byte[bounded(in.readInt(), LONGEST_LINE)];
    in.readFully(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
