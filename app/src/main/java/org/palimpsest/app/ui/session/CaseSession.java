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
import org.palimpsest.app.casework.CompareSpeakers;
import org.palimpsest.app.casework.Exhibit;
import org.palimpsest.app.casework.ImportRecording;
import org.palimpsest.app.casework.IssueReport;
import org.palimpsest.app.casework.ListeningTest;
import org.palimpsest.app.casework.PlannedStep;
import org.palimpsest.app.casework.RestoreSpeech;
import org.palimpsest.app.casework.StepView;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.app.task.BackgroundTask;
import org.palimpsest.app.task.BackgroundTasks;
import org.palimpsest.app.task.Work;
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.entry.v1.StepOutcome;

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

  public Verification verification() {
    return verification;
  }

  public List<String> restorationMethods() {
    return workbench.restoreSpeech().methods();
  }

  public RestoreSpeech restoreSpeech() {
    return workbench.restoreSpeech();
  }

  /** Reads the installed packages of one kind. */
  public void packages(ModelKind kind, Consumer<List<ModelPackage>> done) {
    tasks.quietly("Reading the model packages", task -> workbench.catalogue().all(kind), done);
  }

  public BackgroundTask importRecording(ImportRecording.Request request) {
    return tasks.start(
        "Import of " + request.file().getFileName(),
        task -> {
          task.at("decoding", -1);
          ImportRecording.Accepted accepted = workbench.importRecording().accept(request);
          task.check();
          task.at("storing", -1);
          return workbench.importRecording().run(file, accepted);
        },
        this::imported);
  }

  public BackgroundTask restore(RestoreSpeech.Request request) {
    return step(
        "Restoration of " + request.subject(),
        task -> workbench.restoreSpeech().plan(file, request));
  }

  public BackgroundTask compare(CompareSpeakers.Request request) {
    return step(
        "Comparison of " + request.subject(),
        task -> workbench.compareSpeakers().plan(file, request));
  }

  /** Whether an entry can be run again. */
  public boolean replayable(long seq) {
    return writable() && workbench.replayStep().replayable(file).contains(seq);
  }

  /** Runs the step of an entry again; what came out then is what it is compared with. */
  public BackgroundTask runAgain(LedgerEntry entry) {
    return step(
        "Run " + entry.body().string("id") + " again",
        task -> workbench.replayStep().plan(file, entry.seq()));
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

  /** Gives the case back, once nothing works on it any more. */
  public void close() throws CaseException {
    file.close();
  }

  private BackgroundTask step(String title, Work<PlannedStep> plan) {
    return tasks.start(
        title,
        task -> {
          task.at("reading", -1);
          PlannedStep step = plan.run(task);
          return workbench.runAnalysis().run(file, step, task, task);
        },
        (StepView made) -> ended(title, made));
  }

  private void imported(Exhibit exhibit) {
    refresh();
    selected.set(Optional.of(exhibit.id()));
  }

  private void ended(String title, StepView step) {
    refresh();
    selected.set(Optional.of(step.id()));
    StepOutcome outcome = step.step().outcome();
    if (outcome == StepOutcome.FAILED || outcome == StepOutcome.NOT_APPLICABLE) {
      tasks
          .errors()
          .addStep(
              title,
              step.id()
                  + " "
                  + (outcome == StepOutcome.FAILED ? "failed" : "does not apply")
                  + ": "
                  + step.message().orElse("no reason was given"));
    }
  }

  private void refresh() {
    snapshot.set(Snapshot.of(file));
    verification.outdated();
    file.anchorProblem().ifPresent(problem -> tasks.errors().addStep("Anchoring", problem));
  }
}
