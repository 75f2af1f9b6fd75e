package org.palimpsest.app.cli;

import org.palimpsest.analysis.RefusedException;
import org.palimpsest.app.casework.PlannedStep;
import org.palimpsest.app.casework.StepView;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.StepOutcome;

/** Runs a step for a command. */
final class StepRun {
  private final Terminal terminal;
  private final Workbench workbench;

  StepRun(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  StepView run(CaseFile file, PlannedStep step) throws RefusedException, CaseException {
    try (Interruption interruption = new Interruption()) {
      StepView result = workbench.runAnalysis().run(file, step, terminal.progress(), interruption);
      file.anchorProblem().ifPresent(terminal::note);
      return result;
    }
  }

  /** Exit status: a failure is the input's fault or a defect; a cancelled step has no result. */
  static int status(StepView step) {
    if (step.step().outcome() == StepOutcome.FAILED) {
      boolean defect = step.entry().body().string("cause").equals("defect");
      return defect ? PalimpsestCommandLine.DEFECT : PalimpsestCommandLine.REFUSED;
    }
    return step.completed() ? 0 : PalimpsestCommandLine.REFUSED;
  }
}
