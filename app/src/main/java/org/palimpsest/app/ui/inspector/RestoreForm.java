package org.palimpsest.app.ui.inspector;

import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.palimpsest.app.ui.form.FormGrid;
import org.palimpsest.app.ui.inspector.RestoreViewModel.Parameter;

/** The restoration with every parameter in sight. */
final class RestoreForm extends VBox {
  private static final double LABELS = 108;
  private static final Map<String, String> HINTS =
      Map.of(
          "chunkSamples", "Samples of a piece; long recordings are restored in pieces",
          "iterations", "At most so many rounds",
          "guardSamples", "Half width of the window in which the residual must fall",
          "growth", "How fast the step grows where the residual fell",
          "settledLsb", "Residual below which a sample is done, in 16-bit steps",
          "start", "remover or exhibit");

  private final RestoreViewModel model;
  private final VBox parameters = new VBox();
  private final ComboBox<String> original = new ComboBox<>();
  private final Button start = new Button();
  private String subject = "";

  RestoreForm(RestoreViewModel model) {
    super(10);
    this.model = model;
    ComboBox<String> method = new ComboBox<>();
    method.getItems().addAll(model.methods());
    method.valueProperty().bindBidirectional(model.methodProperty());
    method.setId("restore-method");
    ComboBox<String> protector = new ComboBox<>(model.models());
    protector.valueProperty().bindBidirectional(model.modelProperty());
    protector.setId("restore-model");
    protector.setPlaceholder(new Label("no package is installed"));
    original.valueProperty().bindBidirectional(model.originalProperty());
    original.setId("restore-original");
    start.setId("restore-start");
    start.getStyleClass().add("primary");
    start.setMaxWidth(Double.MAX_VALUE);
    start.setOnAction(event -> model.start(subject));
    model.parameters().addListener((ListChangeListener<Parameter>) change -> showParameters());
    showParameters();
    FormGrid grid =
        new FormGrid(LABELS)
            .row("Method", method)
            .row("Protector", protector)
            .row("Original", original, "Only to validate, where the unprotected signal is known.");
    getChildren().addAll(grid, parameters, start);
  }

  void forSubject(String id) {
    subject = id;
    original.getItems().setAll(model.originals(id));
    original.setValue(RestoreViewModel.NOT_KNOWN);
    start.setText("Restore " + id);
  }

  private void showParameters() {
    FormGrid grid = new FormGrid(LABELS);
    for (Parameter parameter : model.parameters()) {
      TextField field = new TextField();
      field.textProperty().bindBidirectional(parameter.value());
      field.setPromptText(parameter.standard());
      String hint = HINTS.getOrDefault(parameter.name(), parameter.name());
      field.setTooltip(new Tooltip(hint + " (default " + parameter.standard() + ")"));
      field.setId("parameter-" + parameter.name());
      field.getStyleClass().add("number-field");
      grid.row(parameter.name(), field);
    }
    parameters.getChildren().setAll(grid);
  }
}
