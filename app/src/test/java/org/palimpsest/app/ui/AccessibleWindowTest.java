package org.palimpsest.app.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palimpsest.app.ui.TestWindow.until;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.app.annotation.Mark;
import org.palimpsest.app.casework.ExhibitRole;
import org.palimpsest.app.ui.exhibits.ImportView;
import org.palimpsest.app.ui.session.CaseSession;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@DisplayName("to a screen reader")
@NeedsWindow
@ExtendWith(ApplicationExtension.class)
final class AccessibleWindowTest {
  @TempDir Path folder;
  private TestWindow test;
  private Bench bench;
  private WorkbenchStage window;
  private Path voice;

  @Start
  void start(Stage stage) throws Exception {
    test = new TestWindow(folder);
    bench = test.bench();
    voice = bench.wav("v.wav", Bench.voice(2.5, 120));
    CaseSession made = bench.newCase();
    made.importRecording(bench.request(voice, ExhibitRole.QUESTIONED));
    made.importRecording(
        bench.request(bench.wav("k.wav", Bench.voice(2.5, 140)), ExhibitRole.KNOWN));
    made.close();
    test.open(stage);
    window = test.stage();
  }

  @AfterEach
  void stop(FxRobot robot) throws Exception {
    test.end(robot);
  }

  private static void assertSpeaks(FxRobot robot, String screen, int least) {
    robot.interact(
        () -> {
          assertThat(AccessibleNodes.silent()).as(screen).isEmpty();
          assertThat(AccessibleNodes.focusable()).as(screen).isGreaterThanOrEqualTo(least);
        });
  }

  @Test
  @DisplayName("every control on every screen and in every dialog has words")
  void everyControl(FxRobot robot) throws Exception {
    assertSpeaks(robot, "start", 3);
    robot.interact(() -> window.view().newCase());
    assertSpeaks(robot, "new case", 10);
    robot.type(KeyCode.ESCAPE);
    test.openCase(robot);
    CaseScreen screen = test.screen();
    assertSpeaks(robot, "case without a signal", 10);
    robot.interact(
        () -> {
          screen.session().selectedProperty().set(Optional.of("Q1"));
          screen.lanes().open("Q1");
        });
    until(() -> screen.lanes().drawn() && screen.annotations().now().writable());
    robot.interact(() -> screen.annotations().add(new Mark.Region(100, 9000)));
    assertSpeaks(robot, "case", 25);
    robot.interact(() -> window.view().help().toggle());
    assertSpeaks(robot, "help", 1);
    robot.type(KeyCode.ESCAPE);
    robot.interact(() -> robot.lookup("#spectrogram-settings").queryAs(Button.class).fire());
    assertSpeaks(robot, "spectrogram", 4);
    robot.type(KeyCode.ESCAPE);
    robot.interact(
        () -> new ImportView(screen.session(), List.of(voice)).show(window.scene().getWindow()));
    assertSpeaks(robot, "import", 5);
    robot.type(KeyCode.ESCAPE);
    robot.interact(() -> window.view().showPackages());
    assertSpeaks(robot, "packages", 5);
    robot.type(KeyCode.ESCAPE);
    robot.interact(() -> window.view().issueReport());
    assertSpeaks(robot, "report", 3);
    robot.type(KeyCode.ESCAPE);
    robot.interact(() -> window.view().signReview());
    assertSpeaks(robot, "review", 8);
    robot.type(KeyCode.ESCAPE);
    robot.interact(() -> window.view().releaseReport());
    assertSpeaks(robot, "release", 3);
    robot.type(KeyCode.ESCAPE);
    robot.interact(() -> robot.lookup("#annotation-strip").query().requestFocus());
    robot.type(KeyCode.HOME, KeyCode.ENTER);
    assertSpeaks(robot, "annotation", 6);
    robot.type(KeyCode.ESCAPE);
  }

  @Test
  @DisplayName("every key of the menus is in the help, and none is given twice")
  void keys(FxRobot robot) {
    MenuBar bar = robot.lookup(".menu-bar").queryAs(MenuBar.class);
    List<String> keys =
        bar.getMenus().stream()
            .flatMap(menu -> menu.getItems().stream())
            .map(MenuItem::getAccelerator)
            .filter(accelerator -> accelerator != null)
            .map(accelerator -> accelerator.getName().replace("Shortcut", "Ctrl"))
            .toList();
    assertThat(keys).hasSizeGreaterThan(15).doesNotHaveDuplicates();
    List<String> told =
        KeyMap.ofTheWindow().groups().stream()
            .flatMap(group -> group.entries().stream())
            .flatMap(entry -> List.of(entry.keys().split(", ", -1)).stream())
            .toList();
    for (String key : keys) {
      String canonical = key.startsWith("Shift+Ctrl+") ? "Ctrl+Shift+" + key.substring(11) : key;
      boolean numbered = canonical.matches("Ctrl\\+[1-4]"); // told as a range
      assertThat(numbered || told.contains(canonical)).as(canonical).isTrue();
    }
  }

  @Test
  @DisplayName("F6 and Ctrl with a number go through the parts of the window")
  void parts(FxRobot robot) throws Exception {
    test.openCase(robot);
    CaseScreen screen = test.screen();
    robot.interact(() -> screen.session().selectedProperty().set(Optional.of("Q1")));
    List<String> parts = List.of("case-tree", "lane-stack", "open-lanes", "ledger");
    for (int i = 0; i < parts.size(); i++) {
      int part = i;
      robot.interact(() -> screen.places().go(part));
      assertThat(focus()).isEqualTo(parts.get(part));
    }
    for (String part : parts) {
      robot.type(KeyCode.F6);
      assertThat(focus()).isEqualTo(part);
    }
    robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
    assertThat(focus()).isEqualTo("search");
    robot.interact(() -> screen.lanes().open("Q1"));
    until(() -> screen.lanes().drawn());
    robot.interact(() -> screen.places().go(1));
    robot.type(KeyCode.V, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.V, KeyCode.R);
    assertThat(screen.annotations().now().all())
        .singleElement()
        .matches(one -> one.mark() instanceof Mark.Region);
    SampleRange selected = screen.lanes().state().orElseThrow().selection().orElseThrow();
    assertThat(selected.start()).isZero();
  }

  private String focus() {
    return window.scene().getFocusOwner() == null ? "" : window.scene().getFocusOwner().getId();
  }
}
