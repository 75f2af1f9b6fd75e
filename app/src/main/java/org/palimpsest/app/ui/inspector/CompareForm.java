package org.palimpsest.app.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.palimpsest.app.ui.inspector.CompareViewModel.Candidate;

/** Chooses known recordings and an encoder. */
final class CompareForm extends VBox {
  private final CompareViewModel model;
  private final VBox choices = new VBox(6);
  private final List<CheckBox> boxes = new ArrayList<>();
  private final Button start = new Button();
  private String subject = "";

  CompareForm(CompareViewModel model) {
    super(10);
    this.model = model;
    ComboBox<String> encoder = new ComboBox<>(model.encoders());
    encoder.valueProperty().bindBidirectional(model.encoderProperty());
    encoder.setId("compare-encoder");
    encoder.setPlaceholder(new Label("no package is installed"));
    encoder.setMaxWidth(Double.MAX_VALUE); // a version that is cut off could be any
    encoder.setAccessibleText("Encoder");
    Label name = new Label("Encoder");
    name.setLabelFor(encoder);
    name.getStyleClass().add("form-label");
    start.setId("compare-start");
    start.getStyleClass().add("primary");
    start.setMaxWidth(Double.MAX_VALUE);
    start.setOnAction(event -> model.start(subject, chosen()));
    Label ranks = new Label(FactSheet.RANKS);
    ranks.setWrapText(true);
    ranks.getStyleClass().add("form-why");
    getChildren().addAll(choices, new VBox(4, name, encoder), ranks, start);
  }

  void forSubject(String id) {
    subject = id;
    boxes.clear();
    for (Candidate candidate : model.candidates()) {
      CheckBox box = new CheckBox(candidate.toString());
      box.setUserData(candidate);
      box.setSelected(!candidate.id().equals(id));
      box.setDisable(candidate.id().equals(id));
      box.selectedProperty().addListener((property, before, now) -> enable());
      boxes.add(box);
    }
    choices.getChildren().setAll(boxes);
    if (boxes.isEmpty()) {
      choices.getChildren().add(new Label("Import a known recording first."));
    }
    start.setText("Compare " + id);
    enable();
  }

  private void enable() {
    start.setDisable(chosen().isEmpty());
  }

  private List<Candidate> chosen() {
    return boxes.stream()
        .filter(CheckBox::isSelected)
        .map(box -> (Candidate) box.getUserData())
        .toList();
  }
}
