package org.palimpsest.evidence.casefile;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.palimpsest.evidence.anchor.AnchorStore;
import org.palimpsest.evidence.bag.Bag;
import org.palimpsest.evidence.blob.BlobStore;
import org.palimpsest.evidence.database.CaseFormat;
import org.palimpsest.evidence.entry.v1.BlobUse;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.entry.v1.People;
import org.palimpsest.evidence.entry.v1.Person;
import org.palimpsest.evidence.entry.v1.Reports;
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.key.SigningKey;

/**
 * A case folder of format 1, open.
 *
 * <p>There is one writer at a time; readers always work and see the ledger as it was when they
 * opened it. An entry that {@code append} answered survives a crash. Safe for several threads.
 */
public final class CaseFile implements AutoCloseable {
  static final String REPORTS = "reports";

  private final Path folder;
  private final Path contents;
  private final Optional<Path> scratch;
  private final CaseContent content;
  private final Optional<CaseWriter> writer;
  private final boolean readFromCopy;
  private final BlobStore blobs;
  private boolean closed;

  CaseFile(Path folder, CaseContent content, Optional<CaseWriter> writer, boolean readFromCopy) {
    this.folder = folder;
    this.contents = folder;
    this.scratch = Optional.empty();
    this.content = content;
    this.writer = writer;
    this.readFromCopy = readFromCopy;
    this.blobs = new BlobStore(CaseFormat.blobs(folder), writer.isPresent());
  }

  /** A bundle, whose contents may lie in a folder that is deleted at the end. */
  CaseFile(Path bundle, Path contents, CaseContent content, Optional<Path> scratch) {
    this.folder = bundle;
    this.contents = contents;
    this.scratch = scratch;
    this.content = content;
    this.writer = Optional.empty();
    this.readFromCopy = scratch.isPresent();
    this.blobs = new BlobStore(CaseFormat.blobs(contents), false);
  }

  /**
   * Makes a case with its first entry, and opens it for writing.
   *
   * @throws CaseException if the description has a blank field, the folder holds something, or it
   *     cannot be written; nothing is left behind then
   */
  public static CaseFile create(
      Path folder, CaseDescription description, SigningKey key, AnchorStore anchors, Clock clock)
      throws CaseException {
    return new Opening(folder).create(description, key, anchors, clock);
  }

  /**
   * Refuses what {@link #create} would refuse, before anything is made for the case.
   *
   * @throws CaseException if the description has a blank field, the folder holds something, or
   *     nothing can be made there
   */
  public static void requireCreatable(Path folder, CaseDescription description)
      throws CaseException {
    new Opening(folder).requireCreatable(description);
  }

  /**
   * Opens a case to continue it.
   *
   * @throws CaseException if it is no case of this format, another program writes it, {@code key}
   *     is not the key of its examiner, its newest checkpoint or its anchor does not fit its
   *     entries, or it cannot be written
   */
  public static CaseFile openForWriting(
      Path folder, SigningKey key, AnchorStore anchors, Clock clock) throws CaseException {
    return new Opening(folder).forWriting(key, anchors, clock);
  }

  /**
   * Opens a case to look at it; no byte of it changes. Says nothing about its integrity: that is
   * the verifier's work. A bundle opens like a case, as a zip or unpacked; a zip is unpacked into a
   * private folder until it is closed.
   *
   * @throws CaseException if it is no case or bundle of this format, its entries cannot be read, or
   *     there is no room to unpack it
   */
  public static CaseFile openReadOnly(Path folder) throws CaseException {
    return isBundle(folder) ? new BundleOpening(folder).open() : new Opening(folder).readOnly();
  }

  /** Whether {@code path} would be opened as a bundle, which nobody can continue. */
  public static boolean isBundle(Path path) {
    return Bag.isBag(path);
  }

  /** What the case is. */
  public CaseDescription description() {
    return content.state().description();
  }

  /** The name that the case keeps when its folder moves. */
  public UUID caseId() {
    return content.state().caseId();
  }

  /** Where it is: the folder of the case, or the bundle. */
  public Path folder() {
    return folder;
  }

  /** Who may write in it, and how. */
  public People people() {
    return content.state().people();
  }

  /** Its reports with their states. */
  public Reports reports() {
    return content.state().reports();
  }

  /** Whose key is open for writing. */
  public Optional<Person> writer() {
    return writer.flatMap(w -> people().find(w.key()));
  }

  /** Whether {@link #append} is allowed. */
  public boolean writable() {
    return writer.isPresent();
  }

  /** Whether it had to be copied to a private folder to be read (read-only media, or a zip). */
  public boolean readFromCopy() {
    return readFromCopy;
  }

  /**
   * What a glance shows to be wrong with the ledger, in words: the newest checkpoint does not fit
   * the entries, or one may not be where it is. Only the verifier can say that nothing is.
   */
  public Optional<String> damage() {
    return new ContinuityCheck(content).damage();
  }

  /** The stored content. Put it there before the entry that relies on it. */
  public BlobStore blobs() {
    return blobs;
  }

  /**
   * Adds an entry and its signed checkpoint in one transaction, then moves the anchor.
   *
   * @return the entry as it is stored
   * @throws CaseException if the case is not open for writing, a blob of the draft is not stored,
   *     the person may not write it, it may not follow, it has more than 16 MiB, or the transaction
   *     fails; the ledger is then as before
   */
  public synchronized LedgerEntry append(EntryDraft draft) throws CaseException {
    if (writer.isEmpty() || closed) {
      throw new CaseException("The case " + folder + " is not open for writing: open it so.");
    }
    requireStored(draft.blobs());
    try {
      CaseWriter.Written written = writer.get().append(draft, content.state());
      content.add(written.entry(), written.state(), written.checkpoint());
      return written.entry();
    } catch (IllegalArgumentException e) {
      throw new CaseException("The entry is refused: " + e.getMessage() + ".", e);
    } catch (SQLException e) {
      throw new CaseException(
          "The entry was not written to "
              + CaseFormat.database(folder)
              + " ("
              + e.getMessage()
              + "): check the disk, then repeat the step.",
          e);
    }
  }

  /** Why the newest entry is not anchored, as a line for the user; it is stored all the same. */
  public synchronized Optional<String> anchorProblem() {
    return writer.flatMap(CaseWriter::anchorProblem);
  }

  /** All entries, the oldest first. */
  public List<LedgerEntry> entries() {
    return content.entries();
  }

  /**
   * The entry at a place, from 0.
   *
   * @throws IndexOutOfBoundsException if there is none
   */
  public LedgerEntry entry(long seq) {
    return content.entry(seq);
  }

  /** Number of entries, 1 at least. */
  public long size() {
    return content.size();
  }

  /** The state of the ledger, signed: what a report prints. */
  public Checkpoint latestCheckpoint() {
    return content.checkpoint();
  }

  /** Where issued reports are. */
  public Path reportsFolder() {
    return contents.resolve(REPORTS);
  }

  /**
   * Keeps a report under a new name, durably. Its hash belongs into an entry of its own.
   *
   * @param name a plain file name, as a bundle may hold it
   * @return the file
   * @throws CaseException if the name is not plain or is taken, also in other letter case, or the
   *     file cannot be written
   */
  public synchronized Path writeReport(String name, byte[] report) throws CaseException {
    return new ReportFolder(reportsFolder()).write(name, report);
  }

  /**
   * Gives the case back. The last close leaves {@code case.db} alone.
   *
   * @throws CaseException if SQLite could not tidy up; every entry is stored all the same
   */
  @Override
  public synchronized void close() throws CaseException {
    if (closed) {
      return;
    }
    closed = true;
    scratch.ifPresent(copy -> new Remains(copy).clear(true));
    try {
      if (writer.isPresent()) {
        new Owner(folder).release(); // while the lock still keeps others from claiming it
        writer.get().close();
      }
    } catch (SQLException e) {
      throw new CaseException(
          "The case "
              + folder
              + " was not closed cleanly ("
              + e.getMessage()
              + "): open and close it again.",
          e);
    }
  }

  private void requireStored(List<BlobUse> uses) throws CaseException {
    for (BlobUse use : uses) {
      try {
        if (!blobs.contains(use.blob())) {
          throw new CaseException(
              "The content "
                  + use.blob().sha256()
                  + " is not stored in "
                  + folder
                  + ": store it before the entry.");
        }
      } catch (IOException e) {
        throw new CaseException("The content of " + folder + " cannot be read.", e);
      }
    }
  }
}
