package org.palimpsest.app.ui.form;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** A dialog that stays open until its answers are good. */
public final class FormDialog {
  private static final double WIDTH = 560;
  private static final int FORM = 2; // its place in the box

  private final Dialog<ButtonType> dialog = new Dialog<>();
  private final Label problem = new Label();
  private final VBox box;

  /**
   * @param lead what the dialog is for, in a sentence or two
   * @param check what is wrong with the answers, in words
   * @param accept called once with good answers
   */
  public FormDialog(
      Window owner,
      String title,
      String lead,
      Node content,
      String acceptText,
      Supplier<Optional<String>> check,
      Runnable accept) {
    dialog.initOwner(owner);
    dialog.setTitle(title);
    dialog.setResizable(true);
    Label heading = new Label(title);
    heading.getStyleClass().add("dialog-title");
    Label words = new Label(lead);
    words.setWrapText(true);
    words.getStyleClass().add("dialog-lead");
    words.setMinHeight(Label.USE_PREF_SIZE);
    problem.getStyleClass().add("form-problem");
    problem.setWrapText(true);
    problem.setId("form-problem");
    problem.setVisible(false);
    problem.managedProperty().bind(problem.visibleProperty());
    box = new VBox(14, heading, words, content, problem);
    box.setPrefWidth(WIDTH);
    DialogPane pane = dialog.getDialogPane();
    pane.setContent(box);
    ButtonType yes = new ButtonType(acceptText, ButtonBar.ButtonData.OK_DONE);
    pane.getButtonTypes().addAll(yes, ButtonType.CANCEL);
    adoptTheme(pane, owner);
    Button button = (Button) pane.lookupButton(yes);
    button.setId("form-accept");
    button.getStyleClass().add("primary");
    button.addEventFilter(ActionEvent.ACTION, event -> refuse(event, check.get()));
    dialog.setResultConverter(
        type -> {
          if (yes.equals(type)) {
            accept.run();
          }
          return type;
        });
  }

  public void show() {
    dialog.setOnShown(
        event -> {
          fit();
          focusFirst();
        });
    dialog.show();
  }

  /** Called after it closed, however it closed. */
  public void onClosed(Runnable action) {
    dialog.setOnHidden(event -> action.run());
  }

  /** A form that is higher than the screen is scrolled, and its buttons stay in sight. */
  private void fit() {
    Window window = dialog.getDialogPane().getScene().getWindow();
    if (ScreenFit.hold(window) && box.getChildren().get(FORM) instanceof FormGrid form) {
      ScrollPane scroll = new ScrollPane();
      PlainViewport.in(scroll);
      scroll.setFitToWidth(true);
      scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
      box.getChildren().set(FORM, scroll);
      scroll.setContent(form);
      scroll.applyCss(); // its fields can be found and focused at once
    }
  }

  private void focusFirst() {
    dialog.getDialogPane().lookupAll(".text-input").stream()
        .filter(field -> !field.isDisabled())
        .findFirst()
        .ifPresent(Node::requestFocus);
  }

  private void refuse(ActionEvent event, Optional<String> wrong) {
    wrong.ifPresent(
        words -> {
          problem.setText(words);
          problem.setVisible(true);
          dialog.getDialogPane().getScene().getWindow().sizeToScene();
          fit();
          event.consume();
        });
  }

  private static void adoptTheme(DialogPane pane, Window owner) {
    Scene scene = owner.getScene();
    pane.getStylesheets().addAll(scene.getStylesheets());
    pane.getStyleClass().addAll(scene.getRoot().getStyleClass());
    pane.getStyleClass().add("form-dialog");
  }
}
