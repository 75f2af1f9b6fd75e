package org.palimpsest.app.casework;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioFacts;
import org.palimpsest.analysis.audio.Recording;
import org.palimpsest.analysis.audio.RecordingReader;
import org.palimpsest.evidence.blob.BlobRef;
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.BlobUse;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.format.JsonObject;

/** Takes a recording into custody: its bytes as they are, its hash, and what its decoder found. */
public final class ImportRecording {
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
    private final Optional<Exhibit.Facts> facts;

    private Accepted(Request request, Optional<Exhibit.Facts> facts) {
      this.request = request;
      this.facts = facts;
    }
  }

  /**
   * Decodes the whole file to see whether it can be examined.
   *
   * @throws RefusedException if it cannot, unless it is to be taken as it is
   */
  public Accepted accept(Request request) throws RefusedException {
    try {
      Recording recording = reader.read(request.file(), request.channel());
      AudioFacts facts = recording.facts();
      return new Accepted(
          request,
          Optional.of(
              new Exhibit.Facts(
                  facts.format(),
                  facts.decoder(),
                  facts.rate().hertz(),
                  facts.channels(),
                  recording.channel(),
                  facts.frames(),
                  recording.overloads())));
    } catch (RefusedException e) {
      if (request.asIs()
          && Files.isRegularFile(request.file())
          && Files.isReadable(request.file())) {
        return new Accepted(request, Optional.empty());
      }
      throw e;
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
