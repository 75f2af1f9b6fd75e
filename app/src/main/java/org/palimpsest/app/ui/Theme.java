package org.palimpsest.app.ui;

import java.util.Arrays;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.palimpsest.app.ui.state.Look;

/** Dark for a dim room, light, or of high contrast. */
final class Theme {
  private final ObjectProperty<Look> look;

  Theme(Look first) {
    look = new SimpleObjectProperty<>(first);
  }

  ObjectProperty<Look> lookProperty() {
    return look;
  }

  void dress(Scene scene) {
    scene
        .getStylesheets()
        .add(Objects.requireNonNull(Theme.class.getResource("workbench.css")).toExternalForm());
    dress(scene.getRoot(), look.get());
    look.addListener((property, before, now) -> dress(scene.getRoot(), now));
  }

  private static void dress(Parent root, Look now) {
    root.getStyleClass().removeAll(Arrays.stream(Look.values()).map(Look::styleClass).toList());
    root.getStyleClass().add(now.styleClass());
  }
}
