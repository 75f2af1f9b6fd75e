package org.palimpsest.app.ui.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.palimpsest.analysis.inference.ModelKind;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.app.casework.CaseView;
import org.palimpsest.app.casework.Exhibit;
import org.palimpsest.app.casework.ImportRecording;
import org.palimpsest.app.casework.IssueReport;
import org.palimpsest.app.casework.ListeningTest;
import org.palimpsest.app.casework.StepView;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.app.task.BackgroundTask;
import org.palimpsest.app.task.BackgroundTasks;
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.LedgerEntry;

/** An open case and everything the window can do to it. For the window's thread only. */
public final class CaseSession {
  /**
   * The case at one moment.
   *
   * @param entries the oldest first
   */
  public record Snapshot(CaseView view, List<LedgerEntry> entries) {
    /** Whether an id names something that can be seen and heard. */
    public boolean hasSound(String id) {
      return view.exhibit(id).map(Exhibit::decodable).orElse(false)
          || view.restoration(id).flatMap(StepView::output).isPresent();
    }

    static Snapshot of(CaseFile file) {
      List<LedgerEntry> entries = file.entries();
      return new Snapshot(CaseView.of(entries), entries);
    }
  }

  private final Workbench workbench;
  private final CaseFile file;
  private final BackgroundTasks tasks;
  private final Optional<String> notForWriting;
  private final ReadOnlyObjectWrapper<Snapshot> snapshot;
  private final ObjectProperty<Optional<String>> selected =
      new SimpleObjectProperty<>(Optional.empty());
  private final Verification verification;
  private final CaseAnnotations annotations;
  private final CaseReviews reviews;
  private final CaseSounds sounds;
  private final CaseSteps steps;
  private final CaseImports imports;

  /**
   * @param notForWriting why the case can only be looked at
   */
  public CaseSession(
      Workbench workbench, CaseFile file, BackgroundTasks tasks, Optional<String> notForWriting) {
    this.workbench = workbench;
    this.file = file;
    this.tasks = tasks;
    this.notForWriting = notForWriting;
    this.snapshot = new ReadOnlyObjectWrapper<>(Snapshot.of(file));
    this.verification = new Verification(file.description().timeZone());
    this.annotations = new CaseAnnotations(workbench.annotateSignal(), file, tasks, this::refresh);
    this.reviews = new CaseReviews(workbench, file, tasks, this::refresh);
    this.sounds = new CaseSounds(workbench.sounds(), file, tasks);
    this.steps = new CaseSteps(workbench, file, tasks, this::made);
    this.imports = new CaseImports(workbench.importRecording(), file, tasks, this::made);
  }

  public CaseFile file() {
    return file;
  }

  /** Version of the program, for what is printed. */
  public String programVersion() {
    return workbench.programVersion();
  }

  public BackgroundTasks tasks() {
    return tasks;
  }

  public boolean writable() {
    return file.writable();
  }

  public Optional<String> notForWriting() {
    return notForWriting;
  }

  public Snapshot now() {
    return snapshot.get();
  }

  public ReadOnlyObjectProperty<Snapshot> snapshotProperty() {
    return snapshot.getReadOnlyProperty();
  }

  /** Id of the exhibit, restoration or comparison that the inspector shows. */
  public ObjectProperty<Optional<String>> selectedProperty() {
    return selected;
  }

  public CaseAnnotations annotations() {
    return annotations;
  }

  public CaseReviews reviews() {
    return reviews;
  }

  public CaseSounds sounds() {
    return sounds;
  }

  public CaseSteps steps() {
    return steps;
  }

  public Verification verification() {
    return verification;
  }

  /** Reads the installed packages of one kind. */
  public void packages(ModelKind kind, Consumer<List<ModelPackage>> done) {
    tasks.quietly("Reading the model packages", task -> workbench.catalogue().all(kind), done);
  }

  public BackgroundTask importRecording(ImportRecording.Request request) {
    return importRecordings(List.of(request));
  }

  /** Takes them in the order in which they are given. */
  public BackgroundTask importRecordings(List<ImportRecording.Request> requests) {
    return imports.start(requests);
  }

  public BackgroundTask verify() {
    verification.begin();
    BackgroundTask task =
        tasks.start(
            "Verification",
            work -> workbench.checkCase().verify(file.folder(), Optional.empty()),
            verification::end);
    task.stateProperty()
        .addListener(
            (property, before, now) -> {
              if (now == BackgroundTask.State.FAILED) {
                verification.failed();
              }
            });
    return task;
  }

  /** Enters what was heard in a blind test. */
  public BackgroundTask enter(ListeningTest test, Consumer<LedgerEntry> done) {
    return tasks.start(
        "Listening test",
        task -> workbench.enterListeningTest().run(file, test),
        entered -> {
          refresh();
          done.accept(entered);
        });
  }

  public BackgroundTask report(Path out, Consumer<IssueReport.Issued> done) {
    return tasks.start(
        "Report " + out.getFileName(),
        task -> {
          task.at("pages", -1);
          return workbench.issueReport().run(file, out);
        },
        issued -> {
          refresh();
          done.accept(issued);
        });
  }

  /** Writes what would be issued; nothing is entered. */
  public BackgroundTask previewReport(Path out) {
    return tasks.start(
        "Preview " + out.getFileName(),
        task -> {
          task.at("pages", -1);
          workbench.issueReport().preview(file, out);
          return out;
        },
        written -> {});
  }

  /** Gives the case back, once nothing works on it any more. */
  public void close() throws CaseException {
    file.close();
  }

  private void made(String id) {
    refresh();
    selected.set(Optional.of(id));
  }

  private void refresh() {
    snapshot.set(Snapshot.of(file));
    verification.outdated();
    file.anchorProblem().ifPresent(problem -> tasks.errors().addStep("Anchoring", problem));
  }
}
