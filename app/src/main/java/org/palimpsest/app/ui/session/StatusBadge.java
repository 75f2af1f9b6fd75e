package org.palimpsest.app.ui.session;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A status as icon and word: never by colour alone. */
public final class StatusBadge extends HBox {
  public StatusBadge(Status status) {
    super(4);
    Region icon = new Region();
    icon.getStyleClass().addAll("status-icon", status.styleClass());
    Label words = new Label(status.words());
    words.getStyleClass().add("status-words");
    words.setMinWidth(USE_PREF_SIZE);
    getStyleClass().add("status-badge");
    getChildren().addAll(icon, words);
    setAlignment(Pos.CENTER_LEFT);
    setMaxWidth(USE_PREF_SIZE);
    setMinWidth(USE_PREF_SIZE);
    setAccessibleText(status.words());
  }
}
