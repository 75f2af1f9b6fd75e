package org.palimpsest.app.ui.exhibits;

import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.palimpsest.app.ui.session.StatusBadge;

/** One item on two lines: what it is, and its status. */
final class CaseNodeCell extends TreeCell<CaseNode> {
  CaseNodeCell() {
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(CaseNode node, boolean empty) {
    super.updateItem(node, empty);
    setText(null);
    setGraphic(null);
    setTooltip(null);
    getStyleClass().remove("heading");
    if (empty || node == null) {
      return;
    }
    if (node.id().isEmpty()) {
      getStyleClass().add("heading");
      setText(node.title() + "  (" + node.children().size() + ")");
      return;
    }
    Label id = new Label(node.id().get());
    id.getStyleClass().add("item-id");
    id.setMinWidth(USE_PREF_SIZE);
    Label title = new Label(node.title());
    title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    HBox.setHgrow(title, Priority.ALWAYS);
    VBox box = new VBox(2, new HBox(6, id, title));
    node.status().ifPresent(status -> box.getChildren().add(new StatusBadge(status)));
    setGraphic(box);
    setTooltip(new Tooltip(node.id().get() + "  " + node.title()));
    setAccessibleText(
        node.id().get()
            + ", "
            + node.title()
            + node.status().map(s -> ", " + s.words()).orElse(""));
  }
}
