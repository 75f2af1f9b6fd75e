package org.palimpsest.app.ui;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

/** The menu bar: everything that the window can do, with its keys. */
final class Commands {
  private final WorkbenchView view;
  private final MenuBar bar = new MenuBar();
  private final MenuItem close;
  private final MenuItem figure;
  private final MenuItem spectrum;
  private final Menu caseMenu = new Menu("_Case");

  Commands(WorkbenchView view, Theme theme, Runnable quit) {
    this.view = view;
    close = item("_Close case", "Shortcut+W", () -> view.closeCase(() -> {}));
    Menu file =
        new Menu(
            "_File",
            null,
            item("_New case…", "Shortcut+N", view::newCase),
            item("_Open case…", "Shortcut+O", view::openCase),
            item("Open _bundle…", "Shortcut+Shift+O", view::openBundle),
            close,
            new SeparatorMenuItem(),
            item("_Quit", "Shortcut+Q", quit));
    caseMenu
        .getItems()
        .addAll(
            item("_Import recordings…", "Shortcut+I", view::importFiles),
            item("_Verify now", "Shortcut+Shift+V", () -> onScreen(s -> s.session().verify())),
            item("Issue _report…", "Shortcut+P", view::issueReport));
    CheckMenuItem light = new CheckMenuItem("_Light theme");
    light.setAccelerator(KeyCombination.valueOf("Shortcut+L"));
    light.selectedProperty().bindBidirectional(theme.lightProperty());
    figure = item("Export _figure…", "Shortcut+E", () -> onScreen(s -> s.lanes().exportFigure()));
    spectrum =
        item(
            "Long-_term spectrum…",
            "Shortcut+T",
            () -> onScreen(s -> s.lanes().showLongTermSpectrum()));
    Menu look = new Menu("_View", null, light, new SeparatorMenuItem(), spectrum, figure);
    bar.getMenus().addAll(List.of(file, caseMenu, look));
    bar.setUseSystemMenuBar(false);
    caseChanged();
  }

  MenuBar menuBar() {
    return bar;
  }

  void caseChanged() {
    boolean none = view.screen().isEmpty();
    close.setDisable(none);
    figure.setDisable(none);
    spectrum.setDisable(none);
    caseMenu.setDisable(none);
    caseMenu
        .getItems()
        .forEach(
            item ->
                item.setDisable(
                    none
                        || (!item.getText().contains("Verify")
                            && !view.screen().get().session().writable())));
  }

  private void onScreen(Consumer<CaseScreen> action) {
    view.screen().ifPresent(action);
  }

  private static MenuItem item(String text, String keys, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setAccelerator(KeyCombination.valueOf(keys));
    item.setOnAction(event -> action.run());
    return item;
  }
}
