package org.palimpsest.analysis.ffmpeg;

import com.google.gson.Gson;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.palimpsest.analysis.RefusedException;

/**
 * FFmpeg's libraries, each time in a process of its own, so that neither a hostile file nor a
 * defect in native code can end or change the workbench. The process is handed the open file, not
 * its name, and can open nothing else through FFmpeg. Safe for several threads; nothing is loaded
 * or unpacked before it is needed.
 */
public final class Ffmpeg {
  /** Of the libraries that come with this program. */
  public static final String VERSION = "8.0.1";

  private static final String BROKEN_OFF = "FFmpeg's process ended in the middle of its answer";
  private static final int LONGEST_LINE = 1 << 16;

  private final Path cache;

  /**
   * @param cache a folder for the unpacked libraries; made, for this user only, when needed
   */
  public Ffmpeg(Path cache) {
    this.cache = cache;
  }

  /** Whether its libraries came with this program. */
  public static boolean isThere() {
    return Child.librariesAreThere();
  }

  /**
   * Decodes the best audio stream of a file.
   *
   * @param sink may refuse; then the process is ended
   * @return what was found, and in its remarks whatever could not be decoded
   * @throws RefusedException if nothing can be decoded, or FFmpeg is not there; its message begins
   *     with the file's name
   */
  public StreamFacts decode(Path file, FrameSink sink) throws IOException, RefusedException {
    try (Child child = Child.start(cache, file, List.of("decode"))) {
      return frames(child.answer(), file.toString(), sink);
    } catch (EOFException e) {
      throw new IOException(BROKEN_OFF, e);
    }
  }

  /**
   * Codes a mono signal of 16-bit samples.
   *
   * @return the file: the same for the same samples
   * @throws RefusedException if this coding cannot take this signal, or FFmpeg is not there
   */
  public byte[] encode(Coding coding, int hertz, short[] samples)
      throws IOException, RefusedException {
    List<String> arguments =
        List.of(
            "encode",
            coding.encoder(),
            coding.container(),
            Integer.toString(coding.bitsPerSecond()),
            Integer.toString(hertz));
    ScratchFile scratch = ScratchFile.of(samples);
    try (scratch;
        Child child = Child.start(cache, scratch.path(), arguments)) {
      return bytes(child.answer(), coding.encoder());
    } catch (EOFException e) {
      throw new IOException(BROKEN_OFF, e);
    }
  }

  private static StreamFacts frames(DataInputStream in, String file, FrameSink sink)
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
        return new Gson().fromJson(line(in), StreamFacts.class);
      } else {
        throw refusal(part, in, file);
      }
    }
  }

  private static byte[] bytes(DataInputStream in, String encoder)
      throws IOException, RefusedException {
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

  /** The process has read a hostile file: what it says is held against what is possible. */
  private static int bounded(int count, int most) throws IOException {
    if (count < 1 || count > most) {
      throw new IOException("FFmpeg's process gave no sense");
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
