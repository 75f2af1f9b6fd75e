package org.palimpsest.app.ui.exhibits;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Window;
import javafx.util.StringConverter;
import org.palimpsest.app.casework.ExhibitRole;
import org.palimpsest.app.ui.form.FormDialog;
import org.palimpsest.app.ui.form.FormGrid;
import org.palimpsest.app.ui.session.CaseSession;

/** The dialog that takes recordings into custody. */
public final class ImportView {
  private final CaseSession session;
  private final ImportViewModel model;

  public ImportView(CaseSession session, List<Path> files) {
    this.session = session;
    this.model = new ImportViewModel(files);
  }

  public void show(Window owner) {
    new FormDialog(
            owner,
            "Import recordings",
            "The files are copied byte for byte into the case and their hash is written to the"
                + " ledger. Nothing about the originals changes.",
            form(),
            "Import",
            model::problem,
            () -> session.importRecordings(model.requests()))
        .show();
  }

  private FormGrid form() {
    Label files =
        new Label(
            model.files().stream()
                .map(file -> file.getFileName().toString())
                .collect(Collectors.joining("\n")));
    files.setWrapText(true);
    ComboBox<ExhibitRole> role = new ComboBox<>();
    role.getItems().addAll(ExhibitRole.values());
    role.valueProperty().bindBidirectional(model.roleProperty());
    role.setConverter(new RoleWords());
    role.setId("import-role");
    TextField label = field("import-label", "the file's name");
    label.textProperty().bindBidirectional(model.labelProperty());
    label.setDisable(model.files().size() > 1);
    TextField speaker = field("import-speaker", "not stated");
    speaker.textProperty().bindBidirectional(model.speakerProperty());
    TextField channel = field("import-channel", "the only one");
    channel.textProperty().bindBidirectional(model.channelProperty());
    CheckBox asIs = new CheckBox("Take it even if it cannot be decoded");
    asIs.selectedProperty().bindBidirectional(model.asIsProperty());
    return new FormGrid()
        .row("Files", files)
        .row(
            "Role",
            role,
            "Questioned: its speaker is in question. Known: its speaker is established.")
        .row("Label", label)
        .row("Speaker", speaker, "A name or number, as the authority states it.")
        .row("Channel", channel, "Needed for a file of several channels; counted from 1.")
        .row("Damaged file", asIs);
  }

  private static TextField field(String id, String prompt) {
    TextField field = new TextField();
    field.setId(id);
    field.setPromptText(prompt);
    return field;
  }

  private static final class RoleWords extends StringConverter<ExhibitRole> {
    @Override
    public String toString(ExhibitRole role) {
      return role == ExhibitRole.KNOWN ? "Known recording" : "Questioned recording";
    }

    @Override
    public ExhibitRole fromString(String words) {
      return "Known recording".equals(words) ? ExhibitRole.KNOWN : ExhibitRole.QUESTIONED;
    }
  }
}
