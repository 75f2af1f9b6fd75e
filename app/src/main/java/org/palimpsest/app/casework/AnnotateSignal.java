package org.palimpsest.app.casework;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.SampleRate;
import org.palimpsest.app.annotation.AnnotatedSignal;
import org.palimpsest.app.annotation.AnnotationJson;
import org.palimpsest.app.annotation.Annotations;
import org.palimpsest.app.annotation.journal.Basis;
import org.palimpsest.app.annotation.journal.Journal;
import org.palimpsest.app.annotation.journal.JournalFolder;
import org.palimpsest.evidence.blob.BlobRef;
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.BlobUse;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.JsonObject;

/**
 * What a person marks in a signal: kept in a journal of this user's while it is worked on, and in
 * the ledger once it is entered. Anybody may annotate, also in a case that can only be looked at;
 * entering is for those who may write.
 */
public final class AnnotateSignal {
  private static final String ROLE = "annotations";
  private static final int LARGEST = 16 << 20;

  private final JournalFolder journals;
  private final SoundArchive sounds;

  AnnotateSignal(JournalFolder journals, SoundArchive sounds) {
    this.journals = journals;
    this.sounds = sounds;
  }

  /**
   * Annotations in the ledger.
   *
   * @param entry that holds them
   */
  public record Entered(LedgerEntry entry, Annotations annotations) {
    /** {@code A1}, {@code A2}, … */
    public String id() {
      return entry.body().string("id");
    }
  }

  /** The signal of an exhibit or restoration; all of it is read. */
  public AnnotatedSignal signal(CaseFile file, String id) throws RefusedException {
    return signal(file, id, sounds.load(file, id).clip().length());
  }

  /**
   * The signal of an exhibit or restoration.
   *
   * @param samples how many it was decoded to
   */
  public AnnotatedSignal signal(CaseFile file, String id, long samples) throws RefusedException {
    int channel =
        CaseView.of(file).exhibit(id).flatMap(Exhibit::facts).map(Exhibit.Facts::channel).orElse(1);
    return new AnnotatedSignal(
        id, sounds.hashOf(file, id), channel, SampleRate.WORKING.hertz(), samples);
  }

  /** Opens the journal of a signal; a new one begins with what the ledger has. */
  public Journal open(CaseFile file, AnnotatedSignal signal) throws RefusedException {
    return journals.open(
        file.caseId(),
        signal,
        () -> {
          Optional<Entered> newest = newest(file, signal);
          return new Basis(
              file.caseId(),
              newest.map(Entered::annotations).orElse(new Annotations(signal, List.of())),
              newest.map(Entered::id).orElse(""));
        });
  }

  /** What was entered last of a signal. */
  public Optional<Entered> newest(CaseFile file, AnnotatedSignal signal) throws RefusedException {
    List<LedgerEntry> entries = file.entries();
    for (int i = entries.size() - 1; i >= 0; i--) {
      LedgerEntry entry = entries.get(i);
      boolean candidate =
          entry.is(EntryKind.ANNOTATIONS_ENTERED)
              && entry.body().object("signal").string("sha256").equals(signal.sha256().hex());
      if (candidate) {
        Annotations read = read(file, entry);
        if (read.signal().sounds(signal)) {
          return Optional.of(new Entered(entry, new Annotations(signal, read.list())));
        }
      }
    }
    return Optional.empty();
  }

  /** The newest of each signal, in the order in which they were entered. */
  static List<Entered> current(CaseFile file, List<LedgerEntry> entries) throws RefusedException {
    List<Entered> current = new java.util.ArrayList<>();
    for (LedgerEntry entry : entries) {
      if (entry.is(EntryKind.ANNOTATIONS_ENTERED)) {
        Entered next = new Entered(entry, read(file, entry));
        current.removeIf(
            earlier -> earlier.annotations().signal().sounds(next.annotations().signal()));
        current.add(next);
      }
    }
    return current;
  }

  /**
   * Enters annotations as {@code A1}, …; they take the place of what was entered of that signal
   * before, which stays where it is.
   *
   * @throws RefusedException if the ledger has exactly these, or has none and these are none, or
   *     they are too many for a list
   */
  public LedgerEntry enter(CaseFile file, Annotations annotations)
      throws RefusedException, CaseException {
    byte[] content = AnnotationJson.bytes(annotations);
    if (content.length > LARGEST) {
      throw new RefusedException(
          "the annotations of "
              + annotations.signal().id()
              + " are more than 16 MiB, which no list in the ledger may be: remove some");
    }
    synchronized (file) {
      requireNews(file, annotations);
      BlobRef blob = put(file, content);
      JsonObject signal =
          JsonObject.empty()
              .with("id", annotations.signal().id())
              .with("sha256", annotations.signal().sha256().hex());
      JsonObject fields =
          JsonObject.empty()
              .with("id", EntryId.next(file, EntryKind.ANNOTATIONS_ENTERED, "A"))
              .with("signal", signal)
              .with("count", annotations.list().size());
      return file.append(
          EntryDraft.of(EntryKind.ANNOTATIONS_ENTERED, fields, List.of(new BlobUse(blob, ROLE))));
    }
  }

  private void requireNews(CaseFile file, Annotations annotations) throws RefusedException {
    String id = annotations.signal().id();
    Optional<Entered> newest = newest(file, annotations.signal());
    if (newest.isPresent() && newest.get().annotations().equals(annotations)) {
      throw new RefusedException(
          "the annotations of " + id + " are in the ledger as they are, as " + newest.get().id());
    }
    if (newest.isEmpty() && annotations.list().isEmpty()) {
      throw new RefusedException("nothing is annotated in " + id + ": there is nothing to enter");
    }
  }

  private static Annotations read(CaseFile file, LedgerEntry entry) throws RefusedException {
    String id = entry.body().string("id");
    try {
      BlobUse use =
          entry.blobs().stream().filter(blob -> blob.role().equals(ROLE)).findFirst().orElseThrow();
      file.blobs().check(use.blob().sha256());
      try (InputStream in = file.blobs().open(use.blob().sha256())) {
        return AnnotationJson.read(in.readAllBytes());
      }
    } catch (IOException | RuntimeException e) {
      throw new RefusedException(
          file.folder() + ": the annotations " + id + " cannot be read (" + e.getMessage() + ")",
          e);
    }
  }

  private static BlobRef put(CaseFile file, byte[] content) throws RefusedException {
    try {
      return file.blobs().put(new ByteArrayInputStream(content));
    } catch (IOException e) {
      throw new RefusedException(
          file.folder() + ": the annotations cannot be stored (" + e.getMessage() + ")", e);
    }
  }
}
