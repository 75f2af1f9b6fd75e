package org.palimpsest.app.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.app.ui.exhibits.ImportView;
import org.palimpsest.app.ui.state.Look;

/** The way through every screen of the window, on a case with a restoration and a comparison. */
final class ScreenTour {
  private final WorkbenchStage stage;
  private final Path caseFolder;
  private final Path out;

  /**
   * @param out folder of the pictures
   */
  ScreenTour(WorkbenchStage stage, Path caseFolder, Path out) {
    this.stage = stage;
    this.caseFolder = caseFolder;
    this.out = out;
  }

  /** The case as it opens, with its first restoration. */
  static Shot opened(WorkbenchStage stage, Path caseFolder, Path file) {
    return new Shot(file, () -> stage.openCase(caseFolder), new OpenedCase(stage));
  }

  /**
   * Every screen in one theme.
   *
   * @param percent of what the screen is scaled by, for the names
   */
  List<Shot> in(Look look, int percent) {
    Place place = new Place(look.name().toLowerCase(Locale.ROOT) + "-" + percent);
    List<Shot> shots = new ArrayList<>();
    shots.add(
        place.shot(
            "start",
            () -> {
              stage.wear(look);
              stage.view().closeCase(() -> {});
            },
            () -> stage.view().screen().isEmpty()));
    shots.add(place.shot("new-case", () -> stage.view().newCase(), () -> true));
    shots.add(place.shot("case", () -> stage.openCase(caseFolder), new OpenedCase(stage)));
    shots.addAll(signals(place));
    shots.addAll(items(place));
    shots.addAll(dialogs(place));
    return shots;
  }

  private List<Shot> signals(Place place) {
    return List.of(
        place.drawn("spectrogram-settings", () -> press("#spectrogram-settings")),
        place.drawn("difference", () -> press("#difference")),
        place.drawn(
            "tracks",
            () -> {
              press("#difference");
              type(KeyCode.P, KeyCode.F, KeyCode.I, KeyCode.A, KeyCode.E);
              screen().lanes().marks().select(new SampleRange(8_000, 32_000));
            }),
        place.drawn(
            "annotation",
            () -> {
              type(KeyCode.P, KeyCode.F, KeyCode.I, KeyCode.A, KeyCode.E);
              type(KeyCode.R);
            }),
        place.shot(
            "ltas", () -> screen().lanes().showLongTermSpectrum(), () -> enabled("#ltas-export")));
  }

  private List<Shot> items(Place place) {
    return List.of(
        place.drawn("exhibit", () -> choose("Q1")),
        place.drawn("restore", this::showActions),
        place.drawn(
            "compare",
            () -> {
              choose("R1");
              showActions();
            }),
        place.drawn(
            "comparison",
            () ->
                screen().session().now().view().comparisons().stream()
                    .findFirst()
                    .ifPresent(found -> choose(found.id()))),
        place.drawn(
            "ledger", () -> ((TableView<?>) find("#ledger")).getSelectionModel().select(1)));
  }

  private List<Shot> dialogs(Place place) {
    return List.of(
        place.drawn(
            "menu",
            () -> {
              screen().annotations().undo();
              ((MenuBar) find(".menu-bar")).getMenus().get(4).show();
            }),
        place.drawn(
            "import",
            () -> {
              ((MenuBar) find(".menu-bar")).getMenus().get(4).hide();
              new ImportView(screen().session(), List.of(Path.of("intercept-0417.flac")))
                  .show(stage.scene().getWindow());
            }),
        place.shot("packages", () -> stage.view().showPackages(), () -> filled("#package-card")),
        place.drawn("blind-test", () -> screen().lanes().beginBlindTest()),
        place.drawn("report", () -> stage.view().issueReport()),
        place.drawn("review", () -> stage.view().signReview()),
        place.drawn("release", () -> stage.view().releaseReport()),
        place.drawn("keyboard", () -> stage.view().help().toggle()),
        place.drawn(
            "error",
            () -> {
              stage.view().help().toggle();
              stage
                  .tasks()
                  .errors()
                  .addLine("intercept-0417.flac: the file ends in the middle of a frame");
            }));
  }

  /** The inspector down to what can be done, without the annotations below. */
  private void showActions() {
    ((TitledPane) find(".annotations-section")).setExpanded(false);
    Platform.runLater( // once it is laid out anew
        () -> ((ScrollPane) find("#inspector").lookup(".scroll-pane")).setVvalue(1));
  }

  private CaseScreen screen() {
    return stage.view().screen().orElseThrow();
  }

  private void choose(String id) {
    screen().session().selectedProperty().set(Optional.of(id));
  }

  private void press(String button) {
    Node node = find(button);
    node.requestFocus();
    ((ButtonBase) node).fire();
  }

  private void type(KeyCode... keys) {
    Node stack = find("#lane-stack");
    stack.requestFocus();
    for (KeyCode key : keys) {
      Event.fireEvent(
          stack, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }
  }

  private Node find(String selector) {
    return stage.scene().getRoot().lookup(selector);
  }

  private static boolean filled(String selector) {
    return Window.getWindows().stream()
        .map(window -> window.getScene().getRoot().lookup(selector))
        .anyMatch(node -> node instanceof TextArea area && !area.getText().isEmpty());
  }

  private static boolean enabled(String selector) {
    return Window.getWindows().stream()
        .map(window -> window.getScene().getRoot().lookup(selector))
        .anyMatch(node -> node != null && !node.isDisabled());
  }

  /** Closes what lies over the window. */
  private void clear() {
    List.copyOf(Window.getWindows()).stream()
        .filter(window -> window != stage.scene().getWindow())
        .filter(window -> window instanceof Stage || window instanceof PopupWindow)
        .forEach(Window::hide);
    stage.tasks().errors().clear();
  }

  /** Where the pictures of one theme go. */
  private final class Place {
    private final String prefix;
    private int count;

    Place(String prefix) {
      this.prefix = prefix;
    }

    Path file(String name) {
      count++;
      return out.resolve(String.format(Locale.ROOT, "%s-%02d-%s.png", prefix, count, name));
    }

    Shot drawn(String name, Runnable before) {
      return shot(name, before, () -> screen().lanes().drawn());
    }

    Shot shot(String name, Runnable before, BooleanSupplier ready) {
      return new Shot(
          file(name),
          () -> {
            clear();
            before.run();
          },
          ready);
    }
  }
}
