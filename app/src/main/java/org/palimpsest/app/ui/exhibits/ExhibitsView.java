package org.palimpsest.app.ui.exhibits;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.controlsfx.control.textfield.TextFields;
import org.palimpsest.app.ui.session.CaseSession;

/** The left column: the tree of the case and a search field. */
public final class ExhibitsView {
  private static final KeyCombination PASTE =
      new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

  private final CaseSession session;
  private final Runnable importFiles;
  private final Consumer<List<Path>> pasted;
  private final Consumer<String> open;
  private final TreeView<CaseNode> tree = new TreeView<>();
  private final CustomTextField search = (CustomTextField) TextFields.createClearableTextField();
  private final Set<String> collapsed = new HashSet<>();
  private final BorderPane root = new BorderPane();
  private boolean filling;

  /**
   * @param importFiles lets somebody choose recordings
   * @param pasted gets the files that were pasted on the tree
   * @param open shows the signal of an id
   */
  public ExhibitsView(
      CaseSession session,
      Runnable importFiles,
      Consumer<List<Path>> pasted,
      Consumer<String> open) {
    this.session = session;
    this.open = open;
    this.importFiles = importFiles;
    this.pasted = pasted;
    build();
    fill();
    session.snapshotProperty().addListener((property, before, now) -> fill());
    session.selectedProperty().addListener((property, before, now) -> select());
    search.textProperty().addListener((property, before, now) -> fill());
  }

  public Node node() {
    return root;
  }

  private void build() {
    Label title = new Label("Case");
    title.getStyleClass().add("column-title");
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    Button add = new Button("Import…");
    add.setId("import-button");
    add.setDisable(!session.writable());
    add.setTooltip(new Tooltip("Take recordings into the case (or drop them on the window)"));
    add.setOnAction(event -> importFiles.run());
    HBox header = new HBox(8, title, add);
    header.getStyleClass().add("column-header");
    search.setPromptText("Search exhibits and results");
    search.setAccessibleText("Search exhibits and results");
    search.setId("search");
    VBox top = new VBox(header, search);
    VBox.setMargin(search, new Insets(0, 10, 8, 10));
    tree.setId("case-tree");
    tree.setShowRoot(false);
    tree.setAccessibleText("Exhibits, restorations and comparisons");
    tree.setCellFactory(view -> new CaseNodeCell());
    tree.getSelectionModel()
        .selectedItemProperty()
        .addListener((property, before, now) -> selected(now));
    tree.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            openSelected();
          }
        });
    tree.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            openSelected();
          } else if (PASTE.match(event) && session.writable()) {
            paste();
          }
        });
    root.setTop(top);
    root.setCenter(tree);
    root.getStyleClass().add("column");
  }

  private void selected(TreeItem<CaseNode> item) {
    if (!filling && item != null && item.getValue().id().isPresent()) {
      session.selectedProperty().set(item.getValue().id());
    }
  }

  private void openSelected() {
    session.selectedProperty().get().filter(id -> session.now().hasSound(id)).ifPresent(open);
  }

  private void fill() {
    filling = true;
    TreeItem<CaseNode> top = new TreeItem<>();
    List<CaseNode> nodes = CaseNode.filter(CaseNode.of(session.now().view()), search.getText());
    nodes.forEach(node -> top.getChildren().add(item(node)));
    tree.setRoot(top);
    filling = false;
    select();
  }

  private TreeItem<CaseNode> item(CaseNode node) {
    TreeItem<CaseNode> item = new TreeItem<>(node);
    String key = node.id().orElse(node.title());
    item.setExpanded(!collapsed.contains(key));
    item.expandedProperty()
        .addListener(
            (property, before, open) -> {
              if (open) {
                collapsed.remove(key);
              } else {
                collapsed.add(key);
              }
            });
    node.children().forEach(child -> item.getChildren().add(item(child)));
    return item;
  }

  private void select() {
    Optional<TreeItem<CaseNode>> item = find(tree.getRoot(), session.selectedProperty().get());
    filling = true;
    item.ifPresent(
        found -> {
          tree.getSelectionModel().select(found);
          tree.scrollTo(Math.max(0, tree.getRow(found) - 2));
        });
    filling = false;
  }

  private static Optional<TreeItem<CaseNode>> find(TreeItem<CaseNode> at, Optional<String> id) {
    if (id.isPresent() && at.getValue() != null && at.getValue().id().equals(id)) {
      return Optional.of(at);
    }
    return at.getChildren().stream().flatMap(child -> find(child, id).stream()).findFirst();
  }

  private void paste() {
    List<Path> files =
        Clipboard.getSystemClipboard().getFiles().stream().map(java.io.File::toPath).toList();
    if (!files.isEmpty()) {
      pasted.accept(files);
    }
  }
}
