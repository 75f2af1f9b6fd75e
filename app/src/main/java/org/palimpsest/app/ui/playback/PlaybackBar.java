package org.palimpsest.app.ui.playback;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import org.palimpsest.app.ui.form.ChoiceWords;

/** The controls for listening. */
public final class PlaybackBar {
  private final PlaybackViewModel model;
  private static final double WIDE = 720; // one row where there is room
  private static final List<Double> TEMPOS = List.of(1.0, 0.9, 0.8, 0.7, 0.6, 0.5);

  private final SegmentedButton sources = new SegmentedButton();
  private final Button blind = new Button("ABX…");
  private final List<String> names = new ArrayList<>();
  private final Label why = new Label();
  private final FlowPane root;

  /**
   * @param beginBlindTest asks which of two signals is heard
   */
  public PlaybackBar(PlaybackViewModel model, Runnable beginBlindTest) {
    this.model = model;
    blind.setId("blind-test");
    blind.setTooltip(new Tooltip("Blind test: can the first two be told apart by ear? (Ctrl+B)"));
    blind.setAccessibleText("Blind listening test");
    blind.setMinWidth(Region.USE_PREF_SIZE);
    blind.setOnAction(event -> beginBlindTest.run());
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
    ToggleButton match = new ToggleButton("Match levels");
    match.setId("match-levels");
    match.setTooltip(new Tooltip("Make every signal as loud as the first; the gain is shown"));
    match.setMinWidth(Region.USE_PREF_SIZE);
    match.selectedProperty().bindBidirectional(model.matchedProperty());
    match.disableProperty().bind(model.possibleProperty().not());
    model.matchedProperty().addListener((property, before, now) -> tellGains());
    model.matchingProperty().addListener((property, before, now) -> tellGains());
    sources.disableProperty().bind(model.possibleProperty().not());
    sources.setMinWidth(Region.USE_PREF_SIZE);
    why.setId("playback-why");
    why.textProperty().bind(model.whyProperty());
    why.getStyleClass().add("muted");
    why.visibleProperty().bind(model.whyProperty().isNotEmpty());
    why.managedProperty().bind(why.visibleProperty());
    FlowPane controls = new FlowPane(8, 6, play, sources, loop, match, tempo(), blind, aid());
    controls.setAlignment(Pos.CENTER_LEFT);
    controls.setPrefWrapLength(WIDE);
    root = controls;
  }

  private ComboBox<Double> tempo() {
    ComboBox<Double> tempo = new ComboBox<>();
    tempo.setId("tempo");
    tempo.getItems().addAll(TEMPOS);
    tempo.setConverter(new ChoiceWords<>(times -> String.format(Locale.ROOT, "%.1f ×", times)));
    tempo.setValue(model.tempoProperty().get());
    tempo.valueProperty().addListener((property, before, now) -> model.tempoProperty().set(now));
    tempo.setAccessibleText("Tempo, at the same pitch");
    tempo.setTooltip(new Tooltip("Slower, at the same pitch: an aid for listening"));
    tempo.setMinWidth(Region.USE_PREF_SIZE);
    tempo.disableProperty().bind(model.possibleProperty().not());
    return tempo;
  }

  private Label aid() {
    Label aid = new Label("LISTENING AID");
    aid.setId("listening-aid");
    aid.setTooltip(new Tooltip("What is heard now is slowed, and no longer the recording"));
    aid.setMinWidth(Region.USE_PREF_SIZE);
    aid.getStyleClass().add("read-only");
    aid.visibleProperty().bind(model.tempoProperty().lessThan(1));
    aid.managedProperty().bind(aid.visibleProperty());
    return aid;
  }

  public Node node() {
    return root;
  }

  /** Why nothing can be heard; not there where it can. */
  public Node why() {
    return why;
  }

  /**
   * Names the signals, in the order in which they are offered.
   *
   * @param comparable whether the first two can be compared blind
   */
  public void name(List<String> ids, boolean comparable) {
    blind.disableProperty().unbind();
    blind
        .disableProperty()
        .bind(comparable ? model.possibleProperty().not() : new SimpleBooleanProperty(true));
    names.clear();
    names.addAll(ids);
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
    tellGains();
  }

  private void tellGains() {
    for (int i = 0; i < sources.getButtons().size(); i++) {
      String gain = model.gainWords(i);
      ToggleButton button = sources.getButtons().get(i);
      button.setText((names.get(i) + "  " + gain).strip());
      button.setAccessibleText(("Listen to " + names.get(i) + " " + gain).strip());
    }
  }
}
