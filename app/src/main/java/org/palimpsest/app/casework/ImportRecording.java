package org.palimpsest.app.casework;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioFacts;
import org.palimpsest.analysis.audio.Recording;
import org.palimpsest.analysis.audio.RecordingReader;
import org.palimpsest.analysis.measure.ActivePart;
import org.palimpsest.evidence.blob.BlobRef;
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.BlobUse;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.Sha256;

/** Takes a recording into custody: its bytes as they are, its hash, and what its decoder found. */
public final class ImportRecording {
  /** Of nothing: what is no file is refused before its hash matters. */
  private static final Sha256 NONE = Sha256.hash(new byte[0]);

  private final RecordingReader reader;

  ImportRecording(RecordingReader reader) {
    this.reader = reader;
  }

  /**
   * @param label empty: the file's name
   * @param channel to examine, from 1; needed for a file of several
   * @param asIs take the file even if it does not decode
   */
  public record Request(
      Path file,
      ExhibitRole role,
      Optional<String> label,
      Optional<String> speaker,
      OptionalInt channel,
      boolean asIs) {}

  /** A request that was found good. Nothing is written yet. */
  public static final class Accepted {
    private final Request request;
    private final Sha256 sha256;
    private final Optional<Exhibit.Facts> facts;

    private Accepted(Request request, Sha256 sha256, Optional<Exhibit.Facts> facts) {
      this.request = request;
      this.sha256 = sha256;
      this.facts = facts;
    }
  }

  /**
   * Decodes the whole file to see whether it can be examined.
   *
   * @throws RefusedException if it cannot, unless it is to be taken as it is
   */
  public Accepted accept(Request request) throws RefusedException {
    Sha256 sha256 = Files.isRegularFile(request.file()) ? hash(request.file()) : NONE;
    try {
      Recording recording = reader.read(request.file(), request.channel());
      AudioFacts facts = recording.facts();
      return new Accepted(
          request,
          sha256,
          Optional.of(
              new Exhibit.Facts(
                  facts.format(),
                  facts.decoder(),
                  facts.rate().hertz(),
                  facts.channels(),
                  recording.channel(),
                  facts.frames(),
                  recording.overloads(),
                  Optional.of(ActivePart.of(recording.clip())),
                  facts.padding(),
                  facts.remarks())));
    } catch (RefusedException e) {
      if (request.asIs()
          && !isSound(request.file())
          && Files.isRegularFile(request.file())
          && Files.isReadable(request.file())) {
        return new Accepted(request, sha256, Optional.empty());
      }
      throw e;
    }
  }

  private static Sha256 hash(Path file) throws RefusedException {
    try (InputStream in = Files.newInputStream(file)) {
      return Sha256.hash(in);
    } catch (AccessDeniedException e) {
      throw new RefusedException(file + ": no permission to read it", e);
    } catch (IOException e) {
      throw new RefusedException(file + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }

  /** Whether another choice of channel would decode it: then it is the choice that is wrong. */
  private boolean isSound(Path file) {
    try {
      reader.read(file, OptionalInt.of(1));
      return true;
    } catch (RefusedException e) {
      return false;
    }
  }

  /** Stores the file and writes its entry. */
  public Exhibit run(CaseFile file, Accepted accepted) throws RefusedException, CaseException {
    Request request = accepted.request;
    BlobRef blob;
    try {
      blob = file.blobs().putFile(request.file());
    } catch (IOException e) {
      throw new RefusedException(
          request.file() + ": cannot be taken into the case (" + e.getMessage() + ")", e);
    }
    if (!blob.sha256().equals(accepted.sha256)) {
      throw new RefusedException(
          request.file() + ": changed while it was imported; import it again");
    }
    String fileName = request.file().getFileName().toString();
    synchronized (file) {
      JsonObject fields =
          JsonObject.empty()
              .with("id", CaseView.of(file).nextExhibitId(request.role()))
              .with("role", request.role().text())
              .with("label", request.label().orElse(fileName))
              .with("fileName", fileName)
              .with("decodable", accepted.facts.isPresent());
      if (request.speaker().isPresent()) {
        fields = fields.with("speaker", request.speaker().get());
      }
      if (accepted.facts.isPresent()) {
        fields = fields.with("facts", accepted.facts.get().toJson());
      }
      EntryDraft draft =
          EntryDraft.of(
              EntryKind.RECORDING_IMPORTED, fields, List.of(new BlobUse(blob, "recording")));
      return Exhibit.from(file.append(draft));
    }
  }
}
