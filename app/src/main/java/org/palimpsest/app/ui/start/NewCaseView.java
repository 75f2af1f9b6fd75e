package org.palimpsest.app.ui.start;

import java.io.File;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.function.Consumer;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import org.controlsfx.control.textfield.CustomTextField;
import org.palimpsest.app.ui.form.FormDialog;
import org.palimpsest.app.ui.form.FormGrid;

/** The dialog for a new case. */
final class NewCaseView {
  private final NewCaseViewModel model = new NewCaseViewModel(ZoneId.systemDefault());
  private final Consumer<NewCaseViewModel> accepted;

  NewCaseView(Path home, Consumer<NewCaseViewModel> accepted) {
    this.accepted = accepted;
    model.folderProperty().set(home.toString());
  }

  void show(Window owner) {
    new FormDialog(
            owner,
            "New case",
            "Restoring a hidden voice is only done by order. Authority and purpose go into the"
                + " first entry of the ledger, are printed on the report and cannot be changed"
                + " later.",
            form(owner),
            "Create case",
            model::problem,
            () -> accepted.accept(model))
        .show();
  }

  private FormGrid form(Window owner) {
    TextArea purpose = bound(new TextArea(), "case-purpose", model.purposeProperty());
    purpose.setPrefRowCount(2);
    purpose.setWrapText(true);
    return new FormGrid()
        .row("Title", bound(new TextField(), "case-title", model.titleProperty()))
        .row(
            "Authority",
            bound(new TextField(), "case-authority", model.authorityProperty()),
            "Who ordered the examination, with the reference number of the order.")
        .row("Purpose", purpose, "The question that the examination is to answer.")
        .row(
            "Examiner",
            bound(new TextField(), "case-examiner", model.examinerProperty()),
            "Your name. Your signing key is made at first use and kept outside the case.")
        .row(
            "Key password",
            bound(new PasswordField(), "case-password", model.passwordProperty()),
            "Guards a new key. Without one, the report says that the key is not protected.")
        .row(
            "Time zone",
            bound(new TextField(), "case-zone", model.timeZoneProperty()),
            "In which the window and the report show times; stored in UTC.")
        .row(
            "Kept in",
            folder(owner),
            "The case becomes a folder of its own in there, named after its title.");
  }

  private CustomTextField folder(Window owner) {
    CustomTextField field = bound(new CustomTextField(), "case-folder", model.folderProperty());
    Button browse = new Button("Browse…");
    browse.getStyleClass().add("inline-button");
    browse.setOnAction(
        event -> {
          DirectoryChooser chooser = new DirectoryChooser();
          chooser.setTitle("Folder to keep the case in");
          File chosen = chooser.showDialog(owner);
          if (chosen != null) {
            model.folderProperty().set(chosen.getPath());
          }
        });
    field.setRight(browse);
    return field;
  }

  private static <F extends TextInputControl> F bound(F field, String id, StringProperty value) {
    field.setId(id);
    field.textProperty().bindBidirectional(value);
    return field;
  }
}
