package org.palimpsest.app.ui.packages;

import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.palimpsest.app.casework.InstalledPackages;
import org.palimpsest.app.casework.InstalledPackages.Installed;
import org.palimpsest.app.task.BackgroundTasks;
import org.palimpsest.app.ui.form.ScreenFit;

/** A window with the installed packages, what each says of itself, and the way to one more. */
public final class PackagesView {
  private static final double WIDTH = 980;
  private static final double HEIGHT = 640;

  private final PackagesViewModel model;
  private final Stage stage = new Stage();
  private final ListView<Installed> list = new ListView<>();
  private final VBox facts = new VBox(14);
  private final TextArea card = new TextArea();

  public PackagesView(InstalledPackages packages, BackgroundTasks tasks) {
    model = new PackagesViewModel(packages, tasks);
  }

  public void show(Window owner) {
    buildList();
    card.setId("package-card");
    card.setEditable(false);
    card.setWrapText(true);
    card.getStyleClass().add("mono");
    card.setAccessibleText("The card: what the author says of the package");
    facts.setPadding(new Insets(4, 16, 14, 16));
    ScrollPane scroll = new ScrollPane(facts);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMinHeight(150);
    VBox.setVgrow(card, Priority.ALWAYS);
    SplitPane right = new SplitPane(scroll, card);
    right.setOrientation(Orientation.VERTICAL);
    right.setDividerPositions(0.55);
    SplitPane parts = new SplitPane(list, right);
    parts.setDividerPositions(0.31);
    BorderPane root = new BorderPane(parts);
    root.setTop(header());
    root.getStyleClass().addAll(owner.getScene().getRoot().getStyleClass());
    root.getStyleClass().addAll("workbench", "column");
    model.sheetProperty().addListener((property, before, now) -> fill(now));
    fill(model.sheetProperty().get());
    Scene scene = new Scene(root, WIDTH, HEIGHT);
    scene.getStylesheets().addAll(owner.getScene().getStylesheets());
    scene.addEventFilter( // before the list, which takes it to end an edit
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            stage.close();
          }
        });
    stage.initOwner(owner);
    stage.setTitle("Model packages");
    stage.setScene(scene);
    stage.show();
    ScreenFit.hold(stage);
    list.requestFocus();
  }

  private void buildList() {
    list.setId("packages");
    list.getStyleClass().add("package-list");
    list.setItems(model.all());
    list.setAccessibleText("Installed model packages");
    list.setPlaceholder(new Label("No package is installed."));
    list.setCellFactory(view -> new Cell());
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((property, before, now) -> model.chosenProperty().set(now));
    model.chosenProperty().addListener((property, before, now) -> select(now));
    model
        .all()
        .addListener(
            (ListChangeListener<Installed>) change -> select(model.chosenProperty().get()));
  }

  private void select(Installed one) {
    if (one != null && !one.equals(list.getSelectionModel().getSelectedItem())) {
      list.getSelectionModel().select(one);
    }
  }

  private HBox header() {
    Label title = new Label("Model packages");
    title.getStyleClass().add("column-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox header =
        new HBox(
            8,
            title,
            space,
            button("package-check", "Check", "Prove what the package states", model::prove),
            button("package-zip", "Import zip…", "Install a package from a zip", this::chooseZip),
            button(
                "package-folder",
                "Import folder…",
                "Install a package from a folder",
                this::chooseFolder));
    header.setAlignment(Pos.CENTER_LEFT);
    header.getStyleClass().add("column-header");
    return header;
  }

  private Button button(String id, String text, String why, Runnable action) {
    Button button = new Button(text);
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setTooltip(new Tooltip(why));
    button.setAccessibleText(why);
    button.disableProperty().bind(model.busyProperty());
    button.setOnAction(event -> action.run());
    return button;
  }

  private void fill(PackageSheet sheet) {
    Label title = new Label(sheet.title());
    title.getStyleClass().add("sheet-title");
    facts.getChildren().setAll(title);
    section("Package", sheet.facts());
    section("Just proven", sheet.checks());
    section("Measured by its author", sheet.figures());
    card.setText(sheet.card());
  }

  private void section(String title, List<PackageSheet.Line> lines) {
    if (!lines.isEmpty()) {
      facts.getChildren().add(new PackageLines(title, lines));
    }
  }

  private void chooseZip() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("A model package");
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Packages", "*.zip"));
    install(chooser.showOpenDialog(stage));
  }

  private void chooseFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("The folder of a model package");
    install(chooser.showDialog(stage));
  }

  private void install(File source) {
    Optional.ofNullable(source).map(File::toPath).ifPresent(model::install);
  }

  /** Reference over kind and licence. */
  private static final class Cell extends ListCell<Installed> {
    @Override
    protected void updateItem(Installed one, boolean empty) {
      super.updateItem(one, empty);
      setText(null);
      setGraphic(empty || one == null ? null : lines(one));
    }

    private static Node lines(Installed one) {
      Label name = new Label(PackageSheet.title(one));
      name.getStyleClass().add("choice-title");
      Label more =
          new Label(
              one.model()
                  .map(model -> model.kind().id().replace('-', ' ') + ", " + model.licence())
                  .orElse("damaged"));
      more.getStyleClass().add("muted");
      return new VBox(2, name, more);
    }
  }
}
