package org.palimpsest.app.casework;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.app.report.CaseReport;
import org.palimpsest.app.report.ReportAnnotations;
import org.palimpsest.evidence.blob.BlobRef;
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.BlobUse;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.Review;
import org.palimpsest.evidence.format.ReviewStatement;

/** Issues the report of a case at its newest checkpoint; the report's hash goes into the ledger. */
public final class IssueReport {
  private static final String PREVIEW = " · PREVIEW, not issued and not in the ledger";

  private final OpenCase openCase;
  private final SoundArchive sounds;
  private final String version;

  IssueReport(OpenCase openCase, SoundArchive sounds, String version) {
    this.openCase = openCase;
    this.sounds = sounds;
    this.version = version;
  }

  /**
   * @param id {@code P1}, …
   * @param seq of its entry
   * @param blob its bytes
   * @param inCase its place in the case folder
   * @param copy outside the case
   */
  public record Issued(String id, long seq, BlobRef blob, Path inCase, Path copy) {}

  /**
   * Issues the report.
   *
   * @param out a copy of the PDF; must not exist
   */
  public Issued run(CaseFile file, Path out) throws RefusedException, CaseException {
    OutputFile.require(out, file.folder());
    State state = State.of(file);
    try {
      byte[] pdf = pdf(file, state, "");
      Issued issued = enter(file, state.checkpoint(), pdf, out); // none leaves the case unlogged
      Files.write(out, pdf, StandardOpenOption.CREATE_NEW);
      return issued;
    } catch (IOException e) {
      throw unwritten(out, e);
    }
  }

  /**
   * Writes what would be issued, to be read before it is. Every page says what it is; nothing is
   * entered.
   *
   * @param out the PDF; must not exist
   */
  public void preview(CaseFile file, Path out) throws RefusedException {
    OutputFile.require(out, file.folder());
    try {
      Files.write(out, pdf(file, State.of(file), PREVIEW), StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw unwritten(out, e);
    }
  }

  /** The ledger at one checkpoint. */
  private record State(Checkpoint checkpoint, List<LedgerEntry> entries) {
    static State of(CaseFile file) {
      synchronized (file) {
        return new State(file.latestCheckpoint(), file.entries());
      }
    }
  }

  private byte[] pdf(CaseFile file, State state, String more) throws RefusedException, IOException {
    boolean openKey = openCase.hasOpenKey(file.description().examiner());
    String program = "Palimpsest " + version + more;
    CaseReport report = new CaseReport(state.entries(), state.checkpoint(), openKey, program);
    ReportPictures pictures = ReportPictures.of(sounds, file, state.entries());
    return report.toPdf(
        pictures.figures(),
        pictures.curves(),
        annotations(file, state.entries()),
        reviews(file, state.entries()));
  }

  private static RefusedException unwritten(Path out, IOException cause) {
    return new RefusedException(
        out + ": the report cannot be written (" + cause.getMessage() + ")", cause);
  }

  private static Issued enter(CaseFile file, Checkpoint checkpoint, byte[] pdf, Path copy)
      throws IOException, CaseException {
    BlobRef blob = file.blobs().put(new ByteArrayInputStream(pdf));
    synchronized (file) {
      String id = EntryId.next(file, EntryKind.REPORT_ISSUED, "P");
      int number = Integer.parseInt(id.substring(1));
      Path inCase = file.writeReport(String.format(Locale.ROOT, "report-%03d.pdf", number), pdf);
      JsonObject fields =
          JsonObject.empty()
              .with("id", id)
              .with("fileName", inCase.getFileName().toString())
              .with("checkpointSize", checkpoint.size());
      LedgerEntry entry =
          file.append(
              EntryDraft.of(EntryKind.REPORT_ISSUED, fields, List.of(new BlobUse(blob, "report"))));
      return new Issued(id, entry.seq(), blob, inCase, copy);
    }
  }

  private static List<ReportAnnotations> annotations(CaseFile file, List<LedgerEntry> entries)
      throws RefusedException {
    return AnnotateSignal.current(file, entries).stream()
        .map(entered -> new ReportAnnotations(entered.entry(), entered.annotations()))
        .toList();
  }

  private static Map<Long, Review> reviews(CaseFile file, List<LedgerEntry> entries)
      throws RefusedException {
    Map<Long, Review> reviews = new TreeMap<>();
    for (LedgerEntry entry : entries) {
      if (entry.is(EntryKind.REVIEW_RECEIVED)) {
        try (InputStream in = file.blobs().open(entry.blobs().get(0).blob().sha256())) {
          reviews.put(entry.seq(), ReviewStatement.parse(in.readAllBytes()).review());
        } catch (IOException | IllegalArgumentException e) {
          throw new RefusedException(
              file.folder()
                  + ": the review "
                  + entry.body().string("id")
                  + " cannot be read ("
                  + e.getMessage()
                  + ")",
              e);
        }
      }
    }
    return reviews;
  }
}
