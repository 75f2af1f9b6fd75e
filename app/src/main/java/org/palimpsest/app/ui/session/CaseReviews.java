package org.palimpsest.app.ui.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.app.casework.CaseView;
import org.palimpsest.app.casework.Exhibit;
import org.palimpsest.app.casework.OutputFile;
import org.palimpsest.app.casework.Passwords;
import org.palimpsest.app.casework.ReviewCase;
import org.palimpsest.app.casework.StepView;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.app.task.BackgroundTask;
import org.palimpsest.app.task.BackgroundTasks;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.IssuedReport;
import org.palimpsest.evidence.format.ReviewStatement;

/** Reviews of an open case: signed into a file, taken in, and what follows from them. */
public final class CaseReviews {
  private final Workbench workbench;
  private final CaseFile file;
  private final BackgroundTasks tasks;
  private final Runnable changed;

  CaseReviews(Workbench workbench, CaseFile file, BackgroundTasks tasks, Runnable changed) {
    this.workbench = workbench;
    this.file = file;
    this.tasks = tasks;
    this.changed = changed;
  }

  /** The reports of the case, the oldest first. */
  public List<IssuedReport> reports() {
    return file.reports().list();
  }

  /** Ids of what a comment can be on. */
  public List<String> subjects() {
    CaseView view = CaseView.of(file);
    List<String> ids = new ArrayList<>();
    view.exhibits().stream().map(Exhibit::id).forEach(ids::add);
    view.restorations().stream().map(StepView::id).forEach(ids::add);
    view.comparisons().stream().map(StepView::id).forEach(ids::add);
    return ids;
  }

  /** The folder of the case, or the bundle. */
  public Path place() {
    return file.folder();
  }

  /**
   * Signs a review with the reviewer's key and writes it to a file, for the examiner to take in.
   *
   * @param out must not exist
   */
  public BackgroundTask sign(ReviewCase.Words words, Passwords passwords, Path out) {
    return tasks.start(
        "Review " + out.getFileName(),
        task -> {
          OutputFile.require(out, file.folder());
          task.at("verifying", -1);
          byte[] statement =
              workbench
                  .reviewCase()
                  .sign(
                      file,
                      words,
                      () -> workbench.openCase().keyOf(words.reviewer(), file.people(), passwords))
                  .bytes();
          return write(out, statement);
        },
        written -> {});
  }

  /** Takes a signed review into the case. */
  public BackgroundTask receive(Path statement) {
    return tasks.start(
        "Review " + statement.getFileName(),
        task -> workbench.reviewCase().receive(file, read(statement)),
        entry -> changed.run());
  }

  /** Lets a reviewed report leave the laboratory. */
  public BackgroundTask release(String report) {
    return tasks.start(
        "Release of " + report,
        task -> workbench.reviewCase().release(file, report),
        entry -> changed.run());
  }

  private static Path write(Path out, byte[] statement) throws RefusedException {
    try {
      return Files.write(out, statement, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new RefusedException(out + ": cannot be written (" + e.getMessage() + ")", e);
    }
  }

  private static byte[] read(Path statement) throws RefusedException {
    try (InputStream in = Files.newInputStream(statement)) {
      return in.readNBytes(ReviewStatement.LARGEST + 1);
    } catch (IOException e) {
      throw new RefusedException(statement + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }
}
