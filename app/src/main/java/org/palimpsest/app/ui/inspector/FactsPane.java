package org.palimpsest.app.ui.inspector;

import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.palimpsest.app.ui.session.StatusBadge;

/** Draws a fact sheet; each value can be copied. */
final class FactsPane extends VBox {
  private static final double LABELS = 108;

  FactsPane(FactSheet sheet) {
    super(14);
    Label title = new Label(sheet.title());
    title.getStyleClass().add("sheet-title");
    title.setWrapText(true);
    VBox head = new VBox(6, title);
    sheet.status().ifPresent(status -> head.getChildren().add(new StatusBadge(status)));
    getChildren().add(head);
    sheet.sections().stream()
        .filter(section -> !section.facts().isEmpty() || !section.note().isEmpty())
        .forEach(section -> getChildren().add(section(section)));
  }

  private static VBox section(FactSheet.Section section) {
    Label title = new Label(section.title());
    title.getStyleClass().add("section-title");
    GridPane grid = new GridPane();
    grid.getStyleClass().add("facts");
    boolean numbers = section.title().equals("Figures") || section.note().equals(FactSheet.RANKS);
    ColumnConstraints names = new ColumnConstraints();
    ColumnConstraints values = new ColumnConstraints();
    if (numbers) {
      names.setHgrow(Priority.ALWAYS);
      values.setMinWidth(Label.USE_PREF_SIZE);
      values.setHalignment(HPos.RIGHT);
    } else {
      names.setMinWidth(LABELS);
      names.setPrefWidth(LABELS);
      names.setMaxWidth(LABELS);
      values.setHgrow(Priority.ALWAYS);
    }
    grid.getColumnConstraints().addAll(names, values);
    for (Fact fact : section.facts()) {
      row(grid, fact, numbers);
    }
    VBox box = new VBox(6, title, grid);
    if (!section.note().isEmpty()) {
      Label note = new Label(section.note());
      note.setWrapText(true);
      note.getStyleClass().add("form-why");
      box.getChildren().add(note);
    }
    return box;
  }

  private static void row(GridPane grid, Fact fact, boolean number) {
    Label name = new Label(fact.name());
    name.getStyleClass().add("fact-name");
    name.setWrapText(true);
    Label value = new Label(fact.exact() ? breakable(fact.value()) : fact.value());
    value.setWrapText(!number);
    value.getStyleClass().add(fact.exact() ? "mono" : "fact-value");
    value.setAccessibleText(fact.name() + ": " + fact.value());
    value.setMinHeight(USE_PREF_SIZE);
    MenuItem copy = new MenuItem("Copy");
    copy.setOnAction(
        event -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(fact.value());
          Clipboard.getSystemClipboard().setContent(content);
        });
    value.setContextMenu(new ContextMenu(copy));
    if (fact.exact() && fact.name().contains("@")) {
      int row = grid.getRowCount();
      grid.add(name, 0, row, 2, 1);
      grid.add(value, 0, row + 1, 2, 1);
      return;
    }
    grid.addRow(grid.getRowCount(), name, value);
    GridPane.setValignment(name, VPos.TOP);
  }

  private static String breakable(String hash) {
    return hash.matches("[0-9a-f]{64}") ? hash.replaceAll("(.{8})(?=.)", "$1 ") : hash;
  }
}
