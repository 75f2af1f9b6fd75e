package org.palimpsest.app.casework;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalInt;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.RecordingReader;
import org.palimpsest.analysis.audio.WavWriter;
import org.palimpsest.analysis.inference.ModelCatalogue;
import org.palimpsest.analysis.restoration.Protection;
import org.palimpsest.analysis.signal.Levels;

/** Protects a file, outside any case: for validation and for demonstrations. */
public final class ProtectRecording {
  private final RecordingReader reader;
  private final Protection protection;
  private final ModelCatalogue catalogue;

  ProtectRecording(RecordingReader reader, Protection protection, ModelCatalogue catalogue) {
    this.reader = reader;
    this.protection = protection;
    this.catalogue = catalogue;
  }

  /**
   * Writes the protected recording as 16 kHz mono 16-bit WAV.
   *
   * @param out must not exist
   * @return its SNR to the recording in dB
   */
  public double run(Path file, OptionalInt channel, String protector, Path out)
      throws RefusedException {
    AudioClip original = reader.read(file, channel).clip();
    AudioClip result = protection.apply(catalogue.open(protector), original);
    try (OutputStream stream =
        new BufferedOutputStream(Files.newOutputStream(out, StandardOpenOption.CREATE_NEW))) {
      WavWriter.write(result, stream);
    } catch (FileAlreadyExistsException e) {
      throw new RefusedException(out + ": exists already; nothing is overwritten", e);
    } catch (IOException e) {
      throw new RefusedException(out + ": cannot be written (" + e.getMessage() + ")", e);
    }
    return Levels.snrDb(original, result);
  }
}
