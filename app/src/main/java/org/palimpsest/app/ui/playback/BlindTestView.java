package org.palimpsest.app.ui.playback;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.palimpsest.app.ui.form.ScreenFit;

/** The window of a blind test: A, B and X to be heard, and what X is. */
public final class BlindTestView {
  private static final double WIDTH = 520;

  private final BlindTestViewModel model;
  private final Stage stage = new Stage();

  public BlindTestView(BlindTestViewModel model) {
    this.model = model;
  }

  public void show(Window owner) {
    Label title = new Label("Is X the same as A or as B?");
    title.getStyleClass().add("dialog-title");
    Label lead = new Label(lead());
    model.playback().matchingProperty().addListener(matched -> lead.setText(lead()));
    lead.setWrapText(true);
    lead.setMinHeight(Region.USE_PREF_SIZE);
    lead.getStyleClass().add("dialog-lead");
    HBox hear =
        row(
            button("blind-a", "Hear A", "Hear A; key A", model::hearA),
            button("blind-b", "Hear B", "Hear B; key B", model::hearB),
            button("blind-x", "Hear X", "Hear X; key X", model::hearX));
    Button isA = button("blind-is-a", "X is A", "Say that X is A; key 1", () -> answer(false));
    Button isB = button("blind-is-b", "X is B", "Say that X is B; key 2", () -> answer(true));
    isA.disableProperty().bind(model.answerableProperty().not());
    isB.disableProperty().bind(model.answerableProperty().not());
    hear.disableProperty().bind(model.ready().not());
    HBox say = row(isA, isB);
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(model.answeredProperty().divide((double) model.planned()));
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText("Trials answered");
    HBox.setHgrow(bar, Priority.ALWAYS);
    Label count = new Label();
    count.setId("blind-count");
    count
        .textProperty()
        .bind(Bindings.format("%d of %d answered", model.answeredProperty(), model.planned()));
    Button end = button("blind-end", "End", "End the test; what was answered counts", this::end);
    end.setCancelButton(true);
    HBox foot = new HBox(12, count, bar, end);
    foot.setAlignment(Pos.CENTER_LEFT);
    Label why = new Label();
    why.textProperty().bind(model.playback().whyProperty());
    why.visibleProperty().bind(why.textProperty().isNotEmpty());
    why.managedProperty().bind(why.visibleProperty());
    why.getStyleClass().add("form-problem");
    model.playback().whyProperty().addListener((property, before, now) -> stage.sizeToScene());
    VBox root = new VBox(16, title, lead, hear, say, why, foot);
    root.setPadding(new Insets(22, 24, 20, 24));
    root.getStyleClass().addAll(owner.getScene().getRoot().getStyleClass());
    root.getStyleClass().add("form-dialog");
    Scene scene = new Scene(root, WIDTH, Region.USE_COMPUTED_SIZE);
    scene.getStylesheets().addAll(owner.getScene().getStylesheets());
    scene.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    model
        .answeredProperty()
        .addListener(
            (property, before, now) -> {
              if (now.intValue() == model.planned()) {
                stage.close();
              }
            });
    stage.setOnHidden(event -> model.end());
    stage.initOwner(owner);
    stage.initModality(Modality.WINDOW_MODAL);
    stage.setTitle("Blind listening test");
    stage.setScene(scene);
    stage.show();
    ScreenFit.hold(stage);
  }

  private String lead() {
    BlindTestViewModel.Pair pair = model.pair();
    double hertz = pair.clipA().rate().hertz();
    return String.format(
        Locale.ROOT,
        "A is %s, B is %s (%s), from %.3f to %.3f s. X is one of them, by chance anew in"
            + " each trial. The result is entered in the ledger however it comes out; so is"
            + " a test that is ended early.",
        pair.a(),
        pair.b(),
        model.gainWords(),
        pair.range().start() / hertz,
        pair.range().end() / hertz);
  }

  private void end() {
    stage.close();
  }

  private void answer(boolean saidB) {
    model.answer(saidB);
    stage.getScene().lookup("#blind-x").requestFocus();
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case A -> model.hearA();
      case B -> model.hearB();
      case X -> model.hearX();
      case DIGIT1, NUMPAD1 -> answer(false);
      case DIGIT2, NUMPAD2 -> answer(true);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private static HBox row(Button... buttons) {
    HBox row = new HBox(10, buttons);
    for (Button button : buttons) {
      button.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(button, Priority.ALWAYS);
    }
    return row;
  }

  private static Button button(String id, String text, String why, Runnable action) {
    Button button = new Button(text);
    button.setId(id);
    button.setAccessibleText(why);
    button.setOnAction(event -> action.run());
    return button;
  }
}
