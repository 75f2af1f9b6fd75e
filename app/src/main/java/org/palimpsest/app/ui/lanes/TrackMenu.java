package org.palimpsest.app.ui.lanes;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.palimpsest.app.figure.TrackKind;

/** Which tracks are drawn. */
final class TrackMenu {
  private final MenuButton button = new MenuButton("Tracks");

  TrackMenu(LanesViewModel model) {
    button.setId("tracks");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setAccessibleText("Which measures are drawn with the signals");
    button.setTooltip(new Tooltip("Pitch, formants, intensity, activity, local error"));
    for (TrackKind kind : TrackKind.values()) {
      CheckMenuItem item = new CheckMenuItem(kind.title() + "  (" + key(kind) + ")");
      item.setId("track-" + kind.name().toLowerCase(Locale.ROOT));
      item.setSelected(model.tracksProperty().get().contains(kind));
      item.setOnAction(event -> model.toggle(kind));
      model
          .tracksProperty()
          .addListener((property, before, now) -> item.setSelected(now.contains(kind)));
      button.getItems().add(item);
    }
  }

  Node node() {
    return button;
  }

  /** The first letter of its name, which toggles it in the lanes; that of the local error is E. */
  private static String key(TrackKind kind) {
    return kind.name().substring(0, 1);
  }
}
