package org.palimpsest.app.ui.start;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.app.casework.Passwords;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.app.task.BackgroundTasks;
import org.palimpsest.app.ui.session.CaseSession;
import org.palimpsest.evidence.casefile.CaseDescription;
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;

/** Every way in which a case is opened. For the window's thread only. */
public final class CaseDoor {
  private final Workbench workbench;
  private final Passwords passwords;
  private final BackgroundTasks tasks;
  private final Optional<DemoMaker> demo;
  private final Consumer<CaseSession> opened;

  /**
   * @param opened gets each case that was opened
   */
  public CaseDoor(
      Workbench workbench,
      Passwords passwords,
      BackgroundTasks tasks,
      Optional<DemoMaker> demo,
      Consumer<CaseSession> opened) {
    this.workbench = workbench;
    this.passwords = passwords;
    this.tasks = tasks;
    this.demo = demo;
    this.opened = opened;
  }

  public BackgroundTasks tasks() {
    return tasks;
  }

  public boolean hasDemo() {
    return demo.isPresent();
  }

  void create(NewCaseViewModel wanted) {
    CaseDescription description = wanted.description();
    Path target = wanted.target();
    Passwords asked = wanted.passwords(passwords);
    tasks.start(
        "New case",
        task ->
            new Opened(workbench.openCase().create(target, description, asked), Optional.empty()),
        this::opened);
  }

  /** Opens for writing where the key is here, else to look at it only. */
  public void open(Path folder) {
    tasks.start("Opening " + folder.getFileName(), task -> openEither(folder), this::opened);
  }

  public void openDemo() {
    demo.ifPresent(
        made ->
            tasks.start(
                "Making the demo case",
                task -> {
                  task.at("protecting, restoring and comparing the bundled recordings", -1);
                  return openEither(made.make());
                },
                this::opened));
  }

  /**
   * @param notForWriting why the case can only be looked at
   */
  private record Opened(CaseFile file, Optional<String> notForWriting) {}

  private Opened openEither(Path folder) throws RefusedException, CaseException {
    if (CaseFile.isBundle(folder)) {
      return new Opened(
          workbench.openCase().readOnly(folder),
          Optional.of("This is a bundle: it can be looked at, not continued."));
    }
    String examiner;
    try (CaseFile look = workbench.openCase().readOnly(folder)) {
      examiner = look.description().examiner();
    }
    try {
      return new Opened(workbench.openCase().forWriting(folder, passwords), Optional.empty());
    } catch (RefusedException e) {
      if (workbench.openCase().hasOpenKey(examiner)) {
        throw e;
      }
      return new Opened(workbench.openCase().readOnly(folder), Optional.of(e.getMessage()));
    }
  }

  private void opened(Opened it) {
    opened.accept(new CaseSession(workbench, it.file(), tasks, it.notForWriting()));
  }
}
