package org.palimpsest.app.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.Window;
import org.palimpsest.app.task.ErrorLog;
import org.palimpsest.app.ui.exhibits.ImportView;
import org.palimpsest.app.ui.session.CaseSession;

/** Where files go that are dropped, pasted or chosen. Nothing of them is passed over in silence. */
final class IncomingFiles {
  private final Supplier<Optional<CaseSession>> session;
  private final Consumer<Path> open;
  private final ErrorLog errors;
  private final Supplier<Window> owner;

  /**
   * @param session the open case
   * @param open opens a case or a bundle
   * @param owner of the dialog that asks about recordings
   */
  IncomingFiles(
      Supplier<Optional<CaseSession>> session,
      Consumer<Path> open,
      ErrorLog errors,
      Supplier<Window> owner) {
    this.session = session;
    this.open = open;
    this.errors = errors;
    this.owner = owner;
  }

  /** Whether they may come; recordings do not go into a case that is only looked at. */
  boolean wanted(List<Path> files) {
    return session.get().map(CaseSession::writable).orElse(true)
        || files.stream().anyMatch(DroppedFiles::isCase);
  }

  /** Opens a case that is among them; of anything else, asks how to import it. */
  void take(List<Path> files) {
    Optional<Path> other = files.stream().filter(DroppedFiles::isCase).findFirst();
    if (other.isPresent()) {
      List<Path> rest = new ArrayList<>(files);
      rest.remove(other.get());
      if (!rest.isEmpty()) {
        errors.addLine(
            names(rest) + ": not imported; a case was opened, drop recordings on it afterwards");
      }
      open.accept(other.get());
      return;
    }
    List<Path> recordings = DroppedFiles.recordings(files);
    if (recordings.isEmpty()) {
      errors.addLine(files.get(0) + ": holds no recording of a known kind; nothing is imported");
    } else if (session.get().isEmpty()) {
      errors.addLine(names(files) + ": open or make a case first, then drop recordings on it");
    } else {
      if (recordings.size() == DroppedFiles.MOST) {
        errors.addLine(
            names(files)
                + ": only the first "
                + DroppedFiles.MOST
                + " recordings are taken at once");
      }
      new ImportView(session.get().get(), recordings).show(owner.get());
    }
  }

  private static String names(List<Path> files) {
    String more = files.size() > 1 ? " and " + (files.size() - 1) + " more" : "";
    return files.get(0) + more;
  }
}
