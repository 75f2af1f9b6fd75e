package org.palimpsest.app.ui.annotations;

import java.io.File;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.stage.FileChooser;
import org.palimpsest.app.annotation.Annotation;
import org.palimpsest.app.annotation.AnnotationJson;
import org.palimpsest.app.annotation.Band;
import org.palimpsest.app.annotation.Mark;

/** The list of annotations, which tiers are shown, files, and the way into the ledger. */
public final class AnnotationsPane extends VBox {
  private static final double HEIGHT = 136;
  private static final double LEAST_COLUMN = 64;

  private final AnnotationsViewModel model;
  private final Consumer<Annotation> jump;
  private final TableView<Annotation> table = new TableView<>();
  private final MenuButton tiers = new MenuButton("Tiers");
  private final Label words = new Label();
  private final Button enter = new Button("Enter in ledger");
  private final MenuButton files = new MenuButton("Files");
  private boolean filling;

  /**
   * @param jump brings one into sight
   */
  public AnnotationsPane(AnnotationsViewModel model, Consumer<Annotation> jump) {
    super(8);
    this.model = model;
    this.jump = jump;
    words.setWrapText(true);
    words.setId("annotations-words");
    words.getStyleClass().add("form-why");
    buildTable();
    buildButtons();
    FlowPane buttons = new FlowPane(8, 6, enter, files, tiers);
    getChildren().addAll(words, table, buttons);
    model.stateProperty().addListener((property, before, now) -> fill());
    model.chosenProperty().addListener((property, before, now) -> select());
    model.tiersChangedProperty().addListener((property, before, now) -> fillTiers());
    fill();
    fillTiers();
  }

  private void buildTable() {
    table.setId("annotations");
    table.setAccessibleText("Annotations of the open signal; Enter changes one, Delete removes it");
    Label none = new Label("M marks a point, R the selection, B a box of time and frequency.");
    none.setWrapText(true);
    none.setTextAlignment(TextAlignment.CENTER);
    none.getStyleClass().add("muted");
    table.setPlaceholder(none);
    table.setPrefHeight(HEIGHT);
    table.setMinHeight(HEIGHT / 2);
    table.setTableMenuButtonVisible(true);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    column("Start, s", 64, true, one -> seconds(one.mark().start()));
    column(
        "End, s",
        64,
        true,
        one -> one.mark() instanceof Mark.Point ? null : seconds(one.mark().end()));
    column("Label", 110, true, Annotation::label);
    column("Tier", 62, true, Annotation::tier);
    column("Hz", 90, false, one -> one.mark().frequencies().map(AnnotationsPane::hertz).orElse(""));
    column("Author", 90, false, Annotation::author);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((property, before, one) -> chosen(one));
    table.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            model
                .chosen()
                .ifPresent(one -> AnnotationForm.edit(model, one, getScene().getWindow()));
            event.consume();
          } else if (event.getCode() == KeyCode.DELETE) {
            model.removeChosen();
            event.consume();
          }
        });
    table.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            model
                .chosen()
                .ifPresent(one -> AnnotationForm.edit(model, one, getScene().getWindow()));
          }
        });
  }

  private void buildButtons() {
    enter.setId("annotations-enter");
    enter.setTooltip(
        new Tooltip(
            "Write the annotations of this signal to the ledger, in place of what was entered of it"
                + " before"));
    enter.setAccessibleText("Enter the annotations in the ledger");
    enter.setOnAction(event -> model.enter());
    tiers.setId("annotations-tiers");
    tiers.setAccessibleText("Tiers that are shown");
    files.setId("annotations-files");
    files.setAccessibleText("Import and export of annotations");
    MenuItem take = new MenuItem("Import TextGrid or CSV…");
    take.setOnAction(event -> importFile());
    MenuItem grid = new MenuItem("Export TextGrid…");
    grid.setOnAction(event -> exportFile("TextGrid"));
    MenuItem csv = new MenuItem("Export CSV…");
    csv.setOnAction(event -> exportFile("csv"));
    files.getItems().addAll(take, grid, csv);
  }

  private <T> void column(
      String name, double width, boolean visible, Function<Annotation, T> value) {
    TableColumn<Annotation, T> column = new TableColumn<>(name);
    column.setPrefWidth(width);
    column.setMinWidth(Math.min(width, LEAST_COLUMN));
    if (width <= LEAST_COLUMN) {
      column.setMaxWidth(width + 6);
    }
    column.setVisible(visible);
    column.setCellValueFactory(
        cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())).getReadOnlyProperty());
    table.getColumns().add(column);
  }

  /** Seconds that sort as numbers and print as such. */
  private Seconds seconds(long sample) {
    return new Seconds(
        model.now().signal().map(signal -> signal.seconds(sample)).orElse((double) sample));
  }

  private record Seconds(double value) implements Comparable<Seconds> {
    @Override
    public int compareTo(Seconds other) {
      return Double.compare(value, other.value);
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.4f", value);
    }
  }

  private static String hertz(Band band) {
    return AnnotationJson.decimal(band.lowHz()) + "–" + AnnotationJson.decimal(band.highHz());
  }

  private void fill() {
    filling = true;
    AnnotationsState now = model.now();
    words.setText(now.words());
    table.getItems().setAll(now.shown());
    table.sort();
    enter.setDisable(!now.enterable());
    files.setDisable(now.signal().isEmpty());
    files.getItems().get(0).setDisable(!now.writable());
    filling = false;
    select();
  }

  private void select() {
    filling = true;
    Optional<Annotation> chosen = model.chosen().filter(table.getItems()::contains);
    if (chosen.isPresent()) {
      table.getSelectionModel().select(chosen.get());
      table.scrollTo(Math.max(0, table.getItems().indexOf(chosen.get()) - 2));
    } else {
      table.getSelectionModel().clearSelection();
    }
    filling = false;
  }

  private void chosen(Annotation one) {
    if (!filling && one != null) {
      model.chosenProperty().set(Optional.of(one.id()));
      jump.accept(one);
    }
  }

  private void fillTiers() {
    tiers.getItems().clear();
    for (String tier : model.now().tiers()) {
      CheckMenuItem item = new CheckMenuItem(tier);
      item.setMnemonicParsing(false);
      item.setSelected(!model.hiddenTiers().contains(tier));
      item.selectedProperty()
          .addListener(
              (property, before, shown) -> {
                if (shown) {
                  model.hiddenTiers().remove(tier);
                } else {
                  model.hiddenTiers().add(tier);
                }
              });
      tiers.getItems().add(item);
    }
    tiers.setDisable(tiers.getItems().isEmpty());
  }

  private void importFile() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Annotations to import");
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter("TextGrid and CSV", "*.TextGrid", "*.csv", "*.tsv"),
            new FileChooser.ExtensionFilter("All files", "*"));
    File file = chooser.showOpenDialog(getScene().getWindow());
    if (file != null) {
      model.importFrom(file.toPath());
    }
  }

  private void exportFile(String ending) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Where to write the annotations");
    chooser.setInitialFileName(model.now().signal().orElseThrow().id() + "-annotations." + ending);
    File file = chooser.showSaveDialog(getScene().getWindow());
    if (file != null) {
      model.exportTo(file.toPath());
    }
  }
}
