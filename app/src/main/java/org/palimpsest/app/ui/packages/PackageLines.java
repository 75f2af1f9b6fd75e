package org.palimpsest.app.ui.packages;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Names and values under one heading. */
final class PackageLines extends VBox {
  private static final double NAMES = 150;
  private static final int LONG_NAME = 22;

  PackageLines(String title, List<PackageSheet.Line> lines) {
    super(6);
    Label heading = new Label(title);
    heading.getStyleClass().add("section-title");
    GridPane grid = new GridPane();
    grid.getStyleClass().add("facts");
    ColumnConstraints names = new ColumnConstraints();
    ColumnConstraints values = new ColumnConstraints();
    if (lines.stream().noneMatch(line -> line.name().length() > LONG_NAME)) {
      names.setMinWidth(NAMES);
      names.setPrefWidth(NAMES);
    }
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(names, values);
    for (PackageSheet.Line line : lines) {
      Label name = new Label(line.name());
      name.getStyleClass().add("fact-name");
      name.setMinWidth(Region.USE_PREF_SIZE);
      boolean hash = line.value().matches("[0-9a-f]{64}");
      Label value = new Label(hash ? line.value().replaceAll("(.{8})(?=.)", "$1 ") : line.value());
      value.getStyleClass().add(hash ? "mono" : "fact-value");
      value.setWrapText(true);
      value.setMinHeight(Region.USE_PREF_SIZE);
      value.setAccessibleText(line.name() + ": " + line.value());
      grid.addRow(grid.getRowCount(), name, value);
      GridPane.setValignment(name, VPos.TOP);
    }
    getChildren().addAll(heading, grid);
  }
}
