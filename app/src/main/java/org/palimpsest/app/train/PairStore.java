package org.palimpsest.app.train;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.audio.RecordingReader;
import org.palimpsest.analysis.inference.ModelSession;
import org.palimpsest.analysis.restoration.Protection;
import org.palimpsest.evidence.files.DurableFile;

/**
 * Recordings beside their protected versions, one file each: all samples of x, then all of x', 16
 * bit, little-endian. Whole recordings are protected, never crops: what a protector does may depend
 * on all of them.
 */
final class PairStore {
  /** Of the crops that are learned from: 2 s. */
  static final int CROP = 32_000;

  private final Path folder;
  private final RecordingReader reader;
  private final ModelSession protector;

  PairStore(Path folder, RecordingReader reader, ModelSession protector) {
    this.folder = folder;
    this.reader = reader;
    this.protector = protector;
  }

  /**
   * Makes the pair of a recording, unless it is there.
   *
   * @return its samples
   * @throws UnusableException if there is nothing to learn from in this file
   * @throws RefusedException if the protector fails or nothing can be written
   */
  int take(String sha256, Path file) throws UnusableException, RefusedException {
    Path pair = folder.resolve(sha256 + ".s16");
    try {
      if (Files.exists(pair)) {
        return (int) (Files.size(pair) / (2 * Short.BYTES));
      }
      AudioClip clean = Pcm16.round(read(file));
      if (clean.length() < CROP) {
        throw new UnusableException(file + ": shorter than 2 s");
      }
      AudioClip exhibit = Protection.apply(protector, clean);
      ByteBuffer out = ByteBuffer.allocate(Math.multiplyExact(2 * Short.BYTES, clean.length()));
      out.order(ByteOrder.LITTLE_ENDIAN);
      boolean same = put(clean, clean, out);
      same &= put(exhibit, clean, out);
      if (same) {
        throw new UnusableException(file + ": the protector changes nothing in it");
      }
      DurableFile.write(pair, out.array());
      return clean.length();
    } catch (IOException e) {
      throw new RefusedException(
          pair + ": cannot be written (" + e.getMessage() + "); the same command goes on", e);
    } catch (ArithmeticException | OutOfMemoryError e) {
      throw new UnusableException(file + ": too long for the memory of this program");
    }
  }

  private AudioClip read(Path file) throws UnusableException {
    try {
      return reader.read(file, OptionalInt.empty()).clip();
    } catch (RefusedException e) {
      throw new UnusableException(e.getMessage());
    }
  }

  /** Appends the codes; says whether they are those of {@code other}. */
  private static boolean put(AudioClip clip, AudioClip other, ByteBuffer out) {
    boolean same = true;
    for (int i = 0; i < clip.length(); i++) {
      out.putShort(Pcm16.code(clip.at(i)));
      same &= Pcm16.code(clip.at(i)) == Pcm16.code(other.at(i));
    }
    return same;
  }

  /** A file that is left out; the message says which and why. */
  static final class UnusableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableException(String line) {
      super(line);
    }
  }
}
