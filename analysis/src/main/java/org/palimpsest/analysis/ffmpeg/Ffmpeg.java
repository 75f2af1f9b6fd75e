package org.palimpsest.analysis.ffmpeg;

import java.io.EOFException;
import java.io.IOException;
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
      return AnswerReader.frames(child.answer(), file.toString(), sink);
    } catch (EOFException e) {
      throw new IOException(AnswerReader.BROKEN_OFF, e);
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
      return AnswerReader.bytes(child.answer(), coding.encoder());
    } catch (EOFException e) {
      throw new IOException(AnswerReader.BROKEN_OFF, e);
    }
  }
}
