package org.palimpsest.app.ui.form;

import javafx.event.Event;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Labels on the left, fields on the right, an explanation under a field where it needs one. */
public final class FormGrid extends GridPane {
  private static final double LABELS = 120;

  public FormGrid() {
    this(LABELS);
  }

  public FormGrid(double labelWidth) {
    getStyleClass().add("form-grid");
    ColumnConstraints labels = new ColumnConstraints(labelWidth);
    ColumnConstraints fields = new ColumnConstraints();
    fields.setHgrow(Priority.ALWAYS);
    fields.setFillWidth(true);
    getColumnConstraints().addAll(labels, fields);
  }

  public FormGrid row(String name, Control field) {
    return row(name, field, "");
  }

  public FormGrid row(String name, Control field, String why) {
    Label label = new Label(name);
    label.setLabelFor(field);
    label.getStyleClass().add("form-label");
    field.setMaxWidth(Double.MAX_VALUE);
    if (field instanceof TextArea) {
      field.addEventFilter(KeyEvent.KEY_PRESSED, FormGrid::leaveByTab);
    }
    field.setAccessibleText(name);
    field.setAccessibleHelp(why.isEmpty() ? null : why);
    int row = getRowCount();
    add(label, 0, row);
    add(field, 1, row);
    if (!why.isEmpty()) {
      Label reason = new Label(why);
      reason.setWrapText(true);
      reason.getStyleClass().add("form-why");
      reason.setMinHeight(USE_PREF_SIZE);
      add(reason, 1, row + 1);
    }
    return this;
  }

  /** A text area keeps the tabulator for itself, and is left by Ctrl+Tab: nobody knows that. */
  private static void leaveByTab(KeyEvent event) {
    if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
      event.consume();
      Event.fireEvent(
          event.getTarget(),
          new KeyEvent(
              event.getSource(),
              event.getTarget(),
              KeyEvent.KEY_PRESSED,
              event.getCharacter(),
              event.getText(),
              KeyCode.TAB,
              event.isShiftDown(),
              true,
              false,
              false));
    }
  }
}
