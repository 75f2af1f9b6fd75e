package org.palimpsest.app.ui;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.controlsfx.control.textfield.CustomTextField;
import org.palimpsest.app.ui.form.FormDialog;
import org.palimpsest.app.ui.form.FormGrid;
import org.palimpsest.app.ui.session.CaseSession;

/** The dialog that issues a report: where its copy goes, typed or browsed for. */
final class ReportView {
  private final CaseSession session;
  private final CustomTextField file = new CustomTextField();
  private final CheckBox preview = new CheckBox("Only a preview: nothing is entered");

  ReportView(CaseSession session) {
    this.session = session;
    file.setId("report-file");
    preview.setId("report-preview");
    file.setText(unused(session.file().folder().toAbsolutePath()).toString());
  }

  void show(Window owner) {
    Button browse = new Button("Browse…");
    browse.getStyleClass().add("inline-button");
    browse.setOnAction(event -> browse(owner));
    file.setRight(browse);
    new FormDialog(
            owner,
            "Issue report",
            "The report of the case as it stands now. It is kept in the case and its hash goes into"
                + " the ledger; a copy is written here.",
            new FormGrid()
                .row("Copy to", file, "A new PDF outside the case.")
                .row("Preview", preview, "To be read before it is issued; every page says so."),
            "Write report",
            this::problem,
            this::write)
        .show();
  }

  private void write() {
    if (preview.isSelected()) {
      session.previewReport(path().orElseThrow());
    } else {
      session.report(path().orElseThrow(), issued -> {});
    }
  }

  private static Path unused(Path caseFolder) {
    Path folder = Optional.ofNullable(caseFolder.getParent()).orElse(caseFolder);
    Path report = folder.resolve("report.pdf");
    for (int i = 2; Files.exists(report); i++) {
      report = folder.resolve("report-" + i + ".pdf");
    }
    return report;
  }

  private Optional<String> problem() {
    Optional<Path> path = path();
    if (path.isEmpty()) {
      return Optional.of("\"" + file.getText() + "\" cannot be a file.");
    }
    return Files.exists(path.get())
        ? Optional.of(path.get() + " exists already; nothing is overwritten.")
        : Optional.empty();
  }

  private Optional<Path> path() {
    try {
      String text = file.getText().strip();
      return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private void browse(Window owner) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Where to write the report");
    chooser.setInitialFileName("report.pdf");
    File chosen = chooser.showSaveDialog(owner);
    if (chosen != null) {
      file.setText(chosen.getPath());
    }
  }
}
