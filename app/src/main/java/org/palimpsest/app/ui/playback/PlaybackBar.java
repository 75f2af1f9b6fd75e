package org.palimpsest.app.ui.playback;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;

/** The controls for listening. */
public final class PlaybackBar {
  private final PlaybackViewModel model;
  private final SegmentedButton sources = new SegmentedButton();
  private final HBox root;

  public PlaybackBar(PlaybackViewModel model) {
    this.model = model;
    Button play = new Button();
    play.setId("play");
    play.setAccessibleText("Play or stop");
    play.setTooltip(new Tooltip("Play from the cursor, or the selection (space)"));
    play.setMinWidth(Region.USE_PREF_SIZE);
    play.disableProperty().bind(model.possibleProperty().not());
    play.setOnAction(event -> model.toggle());
    Region icon = new Region();
    icon.getStyleClass().addAll("button-icon", "icon-play");
    play.setGraphic(icon);
    play.setText("Play");
    model
        .playingProperty()
        .addListener(
            (property, before, now) -> {
              play.setText(now ? "Stop" : "Play");
              icon.getStyleClass().set(1, now ? "icon-stop" : "icon-play");
            });
    ToggleButton loop = new ToggleButton("Loop");
    loop.setTooltip(new Tooltip("Repeat the selection"));
    loop.setMinWidth(Region.USE_PREF_SIZE);
    loop.selectedProperty().bindBidirectional(model.loopProperty());
    loop.disableProperty().bind(model.possibleProperty().not());
    sources.disableProperty().bind(model.possibleProperty().not());
    sources.setMinWidth(Region.USE_PREF_SIZE);
    Label why = new Label();
    why.setId("playback-why");
    why.textProperty().bind(model.whyProperty());
    why.getStyleClass().add("muted");
    why.visibleProperty().bind(model.whyProperty().isNotEmpty());
    why.managedProperty().bind(why.visibleProperty());
    root = new HBox(8, play, sources, loop, why);
    root.setAlignment(Pos.CENTER_LEFT);
  }

  public Node node() {
    return root;
  }

  /** Names the signals, in the order in which they are offered. */
  public void name(List<String> names) {
    ToggleGroup group = new ToggleGroup();
    List<ToggleButton> buttons = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      int index = i;
      ToggleButton button = new ToggleButton(names.get(i));
      button.setToggleGroup(group);
      button.setAccessibleText("Listen to " + names.get(i));
      button.setOnAction(
          event -> {
            button.setSelected(true);
            model.sourceProperty().set(index);
          });
      buttons.add(button);
    }
    sources.setToggleGroup(group);
    sources.getButtons().setAll(buttons);
    if (!buttons.isEmpty()) {
      buttons.get(model.sourceProperty().get()).setSelected(true);
    }
  }
}
