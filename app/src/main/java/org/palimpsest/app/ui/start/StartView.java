package org.palimpsest.app.ui.start;

import java.io.File;
import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** What the window shows while no case is open. */
public final class StartView {
  private final CaseDoor door;
  private final StackPane root = new StackPane();

  public StartView(CaseDoor door) {
    this.door = door;
    Label name = new Label("Palimpsest");
    name.getStyleClass().add("start-name");
    Label what = new Label("Restores protected speech, and proves every step.");
    what.getStyleClass().add("start-what");
    what.setWrapText(true);
    VBox buttons =
        new VBox(
            10,
            choice("new-case", "New case…", "Authority and purpose first", () -> newCase(window())),
            choice(
                "open-case",
                "Open case…",
                "A folder named *.palimpsest",
                () -> chooseCase(window())));
    if (door.hasDemo()) {
      buttons
          .getChildren()
          .add(
              choice(
                  "demo-case",
                  "Open the demo case",
                  "The whole job on the bundled recordings",
                  door::openDemo));
    }
    Label hint = new Label("A case folder or a bundle can also be dropped here.");
    hint.getStyleClass().add("muted");
    VBox card = new VBox(18, new VBox(6, name, what), buttons, hint);
    card.getStyleClass().add("start-card");
    card.setMaxSize(VBox.USE_PREF_SIZE, VBox.USE_PREF_SIZE);
    root.getChildren().add(card);
    root.getStyleClass().add("start");
    root.setAlignment(Pos.CENTER);
  }

  public Node node() {
    return root;
  }

  public void newCase(Window owner) {
    new NewCaseView(Path.of(System.getProperty("user.home")), door::create).show(owner);
  }

  public void chooseCase(Window owner) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("Open the folder of a case");
    File folder = chooser.showDialog(owner);
    if (folder != null) {
      door.open(folder.toPath());
    }
  }

  public void chooseBundle(Window owner) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Look at a bundle");
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Bundles", "*.zip"));
    File file = chooser.showOpenDialog(owner);
    if (file != null) {
      door.open(file.toPath());
    }
  }

  /** Opens a case folder or a bundle. */
  public void open(Path place) {
    door.open(place);
  }

  private Window window() {
    return root.getScene().getWindow();
  }

  private static Button choice(String id, String text, String why, Runnable action) {
    Label title = new Label(text);
    title.getStyleClass().add("choice-title");
    Label reason = new Label(why);
    reason.getStyleClass().add("muted");
    Button button = new Button();
    button.setGraphic(new VBox(2, title, reason));
    button.setId(id);
    button.setAccessibleText(text + ". " + why);
    button.getStyleClass().add("choice");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(event -> action.run());
    return button;
  }
}
