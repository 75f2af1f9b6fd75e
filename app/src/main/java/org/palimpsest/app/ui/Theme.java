package org.palimpsest.app.ui;

import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** Dark for a dim room, or light. */
final class Theme {
  private final BooleanProperty light = new SimpleBooleanProperty();

  BooleanProperty lightProperty() {
    return light;
  }

  void dress(Scene scene) {
    scene
        .getStylesheets()
        .add(Objects.requireNonNull(Theme.class.getResource("workbench.css")).toExternalForm());
    dress(scene.getRoot(), light.get());
    light.addListener((property, before, now) -> dress(scene.getRoot(), now));
  }

  private static void dress(Parent root, boolean isLight) {
    root.getStyleClass().removeAll("dark", "light");
    root.getStyleClass().add(isLight ? "light" : "dark");
  }
}
