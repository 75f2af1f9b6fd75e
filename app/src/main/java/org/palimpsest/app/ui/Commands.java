package org.palimpsest.app.ui;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;
import org.palimpsest.app.ui.state.Look;
import org.palimpsest.app.ui.state.WindowState;

/** The menu bar: everything that the window can do, with its keys. */
final class Commands {
  /**
   * What is the window's and not a case's.
   *
   * @param scalePercent at present
   * @param rescale keeps another scale for the next start
   */
  record Settings(
      ObjectProperty<Look> look, int scalePercent, IntConsumer rescale, Runnable quit) {}

  private final WorkbenchView view;
  private final MenuBar bar = new MenuBar();
  private final MenuItem close;
  private final MenuItem figure;
  private final MenuItem spectrum;
  private final MenuItem verify =
      item("_Verify now", "Shortcut+Shift+V", () -> onScreen(s -> s.session().verify()));
  private final MenuItem review;
  private final Menu caseMenu = new Menu("_Case");
  private final Menu editMenu = new Menu("_Edit");
  private final Menu goMenu = new Menu("_Go");

  Commands(WorkbenchView view, Settings settings) {
    this.view = view;
    review = item("_Sign a review…", "Shortcut+R", view::signReview);
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
            item("_Model packages…", "Shortcut+M", view::showPackages),
            new SeparatorMenuItem(),
            item("_Quit", "Shortcut+Q", settings.quit()));
    fillEdit();
    caseMenu
        .getItems()
        .addAll(
            item("_Import recordings…", "Shortcut+I", view::importFiles),
            item(
                "_Blind listening test…",
                "Shortcut+B",
                () -> onScreen(s -> s.lanes().beginBlindTest())),
            verify,
            item("Issue _report…", "Shortcut+P", view::issueReport),
            new SeparatorMenuItem(),
            review,
            item("_Take in a review…", "Shortcut+Shift+R", view::takeInReview),
            item("Re_lease a report…", "Shortcut+L", view::releaseReport));
    fillGo();
    figure = item("Export _figure…", "Shortcut+E", () -> onScreen(s -> s.lanes().exportFigure()));
    spectrum =
        item(
            "Long-_term spectrum…",
            "Shortcut+T",
            () -> onScreen(s -> s.lanes().showLongTermSpectrum()));
    Menu look = look(settings);
    look.getItems().addAll(new SeparatorMenuItem(), spectrum, figure);
    Menu help = new Menu("_Help", null, item("_Keyboard", "F1", () -> view.help().toggle()));
    bar.getMenus().addAll(List.of(file, editMenu, caseMenu, goMenu, look, help));
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
    for (Menu menu : List.of(editMenu, caseMenu, goMenu)) {
      menu.setDisable(none);
      menu.getItems().forEach(item -> item.setDisable(none));
    }
    boolean readOnly = none || !view.screen().get().session().writable();
    List<MenuItem> looking = List.of(verify, review); // these write nothing into the case
    caseMenu
        .getItems()
        .forEach(item -> item.setDisable(none || (readOnly && !looking.contains(item))));
  }

  private void fillEdit() {
    editMenu
        .getItems()
        .addAll(
            item("_Undo annotation", "Shortcut+Z", () -> onScreen(s -> s.annotations().undo())),
            item(
                "_Redo annotation",
                "Shortcut+Shift+Z",
                () -> onScreen(s -> s.annotations().redo())),
            item(
                "_Enter annotations in the ledger",
                "Shortcut+Shift+E",
                () -> onScreen(CaseScreen::enterAnnotations)));
  }

  private void fillGo() {
    goMenu
        .getItems()
        .addAll(
            item("_Earlier view", "Alt+Left", () -> onScreen(s -> s.lanes().marks().lookBack())),
            item("_Later view", "Alt+Right", () -> onScreen(s -> s.lanes().marks().lookForward())),
            new SeparatorMenuItem(),
            item("_Search", "Shortcut+F", () -> onScreen(s -> s.places().search())),
            item("_Case", "Shortcut+1", () -> onScreen(s -> s.places().go(0))),
            item("_Signals", "Shortcut+2", () -> onScreen(s -> s.places().go(1))),
            item("_Inspector", "Shortcut+3", () -> onScreen(s -> s.places().go(2))),
            item("_Ledger", "Shortcut+4", () -> onScreen(s -> s.places().go(3))),
            item("_Next part", "F6", () -> onScreen(s -> s.places().step(1))),
            item("_Previous part", "Shift+F6", () -> onScreen(s -> s.places().step(-1))));
  }

  private static Menu look(Settings settings) {
    Menu menu = new Menu("_View");
    ToggleGroup looks = new ToggleGroup();
    for (Look look : Look.values()) {
      RadioMenuItem item = new RadioMenuItem(look.title());
      item.setToggleGroup(looks);
      item.setUserData(look);
      item.setSelected(settings.look().get() == look);
      item.setOnAction(event -> settings.look().set(look));
      menu.getItems().add(item);
    }
    settings
        .look()
        .addListener(
            (property, before, now) ->
                looks.getToggles().forEach(t -> t.setSelected(t.getUserData() == now)));
    Menu scales = new Menu("_Scale, from the next start");
    ToggleGroup group = new ToggleGroup();
    for (int percent : WindowState.SCALES) {
      RadioMenuItem item = new RadioMenuItem(percent + " %");
      item.setToggleGroup(group);
      item.setSelected(percent == settings.scalePercent());
      item.setOnAction(event -> settings.rescale().accept(percent));
      scales.getItems().add(item);
    }
    menu.getItems().addAll(new SeparatorMenuItem(), scales);
    return menu;
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
