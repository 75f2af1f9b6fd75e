package org.palimpsest.app.ui;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** All keys, over the window, at F1 or a question mark. */
final class KeyboardHelp {
  private static final double GROUP = 400;
  private static final double KEYS = 150;

  private final StackPane root = new StackPane();
  private final Button close = new Button("Close");
  private Optional<Node> before = Optional.empty();

  KeyboardHelp() {
    KeyMap map = KeyMap.ofTheWindow();
    Label title = new Label("Keyboard");
    title.getStyleClass().add("dialog-title");
    HBox groups = new HBox(24, column(map.groups(), 0), column(map.groups(), 1));
    close.setId("help-close");
    close.setCancelButton(true);
    close.setOnAction(event -> hide());
    VBox content = new VBox(14, title, groups, close);
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("help-card");
    scroll.setMaxSize(2 * GROUP + 110, ScrollPane.USE_PREF_SIZE);
    scroll.setAccessibleText(
        map.groups().stream()
            .flatMap(group -> group.entries().stream())
            .map(entry -> entry.keys() + ": " + entry.what())
            .collect(Collectors.joining(". ")));
    root.getChildren().add(scroll);
    root.getStyleClass().add("help");
    root.setId("keyboard-help");
    root.setVisible(false);
    root.managedProperty().bind(root.visibleProperty());
    root.setOnMouseClicked(
        event -> {
          if (event.getTarget() == root) {
            hide();
          }
        });
  }

  Node node() {
    return root;
  }

  /** Shows the keys when they are asked for, unless somebody is writing. */
  void listenIn(Scene scene) {
    scene.addEventHandler(
        KeyEvent.KEY_TYPED,
        event -> {
          boolean writing = scene.getFocusOwner() instanceof TextInputControl;
          if (event.getCharacter().equals("?") && !writing) {
            toggle();
          }
        });
    root.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            hide();
            event.consume();
          }
        });
  }

  void toggle() {
    if (root.isVisible()) {
      hide();
    } else {
      before = Optional.ofNullable(root.getScene().getFocusOwner());
      root.setVisible(true);
      close.requestFocus();
    }
  }

  private void hide() {
    root.setVisible(false);
    before.ifPresent(Node::requestFocus);
    before = Optional.empty();
  }

  /** Every other group: they are of such lengths that the columns come out alike. */
  private static VBox column(List<KeyMap.Group> groups, int first) {
    VBox column = new VBox(18);
    for (int i = first; i < groups.size(); i += 2) {
      column.getChildren().add(group(groups.get(i)));
    }
    return column;
  }

  private static VBox group(KeyMap.Group group) {
    Label title = new Label(group.title());
    title.getStyleClass().add("section-title");
    GridPane grid = new GridPane();
    grid.getStyleClass().add("facts");
    ColumnConstraints keys = new ColumnConstraints(KEYS);
    ColumnConstraints words = new ColumnConstraints();
    words.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(keys, words);
    for (KeyMap.Entry entry : group.entries()) {
      Label what = new Label(entry.what());
      what.setWrapText(true);
      Label key = new Label(entry.keys());
      key.getStyleClass().add("key");
      grid.addRow(grid.getRowCount(), key, what);
      GridPane.setValignment(key, VPos.TOP);
    }
    VBox box = new VBox(6, title, grid);
    box.setPrefWidth(GROUP);
    return box;
  }
}
