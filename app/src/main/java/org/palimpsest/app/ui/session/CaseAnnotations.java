package org.palimpsest.app.ui.session;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.app.annotation.Annotation;
import org.palimpsest.app.annotation.Annotations;
import org.palimpsest.app.annotation.exchange.AnnotationFiles;
import org.palimpsest.app.annotation.journal.Journal;
import org.palimpsest.app.casework.AnnotateSignal;
import org.palimpsest.app.casework.OutputFile;
import org.palimpsest.app.task.BackgroundTask;
import org.palimpsest.app.task.BackgroundTasks;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.entry.v1.Person;

/** What the window does with annotations of the open case. For the window's thread only. */
public final class CaseAnnotations {
  private final AnnotateSignal annotate;
  private final CaseFile file;
  private final BackgroundTasks tasks;
  private final Runnable entered;
  private final Clock clock = Clock.systemUTC();

  CaseAnnotations(AnnotateSignal annotate, CaseFile file, BackgroundTasks tasks, Runnable entered) {
    this.annotate = annotate;
    this.file = file;
    this.tasks = tasks;
    this.entered = entered;
  }

  /** Who annotates: whose key the case is open under, else the user of this computer. */
  public String author() {
    return file.writer().map(Person::name).orElse(System.getProperty("user.name", "unknown"));
  }

  public Clock clock() {
    return clock;
  }

  public boolean canEnter() {
    return file.writable();
  }

  /**
   * Opens the journal of a signal.
   *
   * @param samples how many it was decoded to
   * @param done gets it and has to close it
   * @param failed called instead where it cannot be opened; why is among the errors
   */
  public void open(String id, long samples, Consumer<Journal> done, Runnable failed) {
    BackgroundTask task =
        tasks.quietly(
            "Annotations of " + id,
            work -> annotate.open(file, annotate.signal(file, id, samples)),
            done);
    task.stateProperty()
        .addListener(
            (property, before, now) -> {
              if (now == BackgroundTask.State.FAILED) {
                failed.run();
              }
            });
    if (task.stateProperty().get() == BackgroundTask.State.FAILED) {
      failed.run();
    }
  }

  /** Whether the ledger has exactly these. */
  public boolean inLedger(Annotations annotations) throws RefusedException {
    return annotate
        .newest(file, annotations.signal())
        .map(newest -> newest.annotations().equals(annotations))
        .orElse(annotations.list().isEmpty());
  }

  public BackgroundTask enter(Annotations annotations, Consumer<LedgerEntry> done) {
    return tasks.start(
        "Annotations of " + annotations.signal().id(),
        task -> annotate.enter(file, annotations),
        entry -> {
          entered.run();
          done.accept(entry);
        });
  }

  public void read(Path from, Annotations there, String tier, Consumer<List<Annotation>> done) {
    Set<UUID> taken = there.list().stream().map(Annotation::id).collect(Collectors.toSet());
    AnnotationFiles.Defaults defaults =
        new AnnotationFiles.Defaults(tier, author(), clock.instant());
    tasks.start(
        "Import of " + from.getFileName(),
        task -> AnnotationFiles.read(from, there.signal(), taken, defaults),
        done);
  }

  public void write(Path to, Annotations annotations) {
    tasks.start(
        "Export of " + to.getFileName(),
        task -> {
          OutputFile.require(to, file.folder());
          AnnotationFiles.write(to, annotations);
          return to;
        },
        written -> {});
  }
}
