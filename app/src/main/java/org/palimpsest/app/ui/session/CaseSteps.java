package org.palimpsest.app.ui.session;

import java.util.List;
import java.util.function.Consumer;
import org.palimpsest.app.casework.CompareSpeakers;
import org.palimpsest.app.casework.PlannedStep;
import org.palimpsest.app.casework.RestoreSpeech;
import org.palimpsest.app.casework.StepView;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.app.task.BackgroundTask;
import org.palimpsest.app.task.BackgroundTasks;
import org.palimpsest.app.task.Work;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.entry.v1.StepOutcome;

/** Computations on the open case, each of which leaves its entry. For the window's thread only. */
public final class CaseSteps {
  private final Workbench workbench;
  private final CaseFile file;
  private final BackgroundTasks tasks;
  private final Consumer<String> made;

  /**
   * @param made gets the id of a step that was entered, however it ended
   */
  CaseSteps(Workbench workbench, CaseFile file, BackgroundTasks tasks, Consumer<String> made) {
    this.workbench = workbench;
    this.file = file;
    this.tasks = tasks;
    this.made = made;
  }

  public List<String> restorationMethods() {
    return workbench.restoreSpeech().methods();
  }

  public RestoreSpeech restoreSpeech() {
    return workbench.restoreSpeech();
  }

  public BackgroundTask restore(RestoreSpeech.Request request) {
    return run(
        "Restoration of " + request.subject(),
        task -> workbench.restoreSpeech().plan(file, request));
  }

  public BackgroundTask compare(CompareSpeakers.Request request) {
    return run(
        "Comparison of " + request.subject(),
        task -> workbench.compareSpeakers().plan(file, request));
  }

  /** Whether an entry can be run again. */
  public boolean replayable(long seq) {
    return file.writable() && workbench.replayStep().replayable(file).contains(seq);
  }

  /** Runs the step of an entry again; what came out then is what it is compared with. */
  public BackgroundTask runAgain(LedgerEntry entry) {
    return run(
        "Run " + entry.body().string("id") + " again",
        task -> workbench.replayStep().plan(file, entry.seq()));
  }

  private BackgroundTask run(String title, Work<PlannedStep> plan) {
    return tasks.start(
        title,
        task -> {
          task.at("reading", -1);
          PlannedStep step = plan.run(task);
          return workbench.runAnalysis().run(file, step, task, task);
        },
        (StepView step) -> ended(title, step));
  }

  private void ended(String title, StepView step) {
    made.accept(step.id());
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
}
