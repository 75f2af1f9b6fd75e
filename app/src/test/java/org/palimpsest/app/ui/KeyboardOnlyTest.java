package org.palimpsest.app.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palimpsest.app.ui.TestWindow.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.ui.session.CaseSession;
import org.palimpsest.app.ui.session.Verification;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** No mouse, and no method of the program either: keys, and a clipboard that has files. */
@DisplayName("by keys alone")
@NeedsWindow
@ExtendWith(ApplicationExtension.class)
final class KeyboardOnlyTest {
  private static final int MOST_TABS = 60;

  @TempDir Path folder;
  private TestWindow test;
  private Bench bench;
  private WorkbenchStage window;

  @Start
  void start(Stage stage) {
    test = new TestWindow(folder);
    bench = test.bench();
    test.open(stage);
    window = test.stage();
  }

  @AfterEach
  void stop(FxRobot robot) throws Exception {
    test.end(robot);
  }

  private static void control(FxRobot robot, KeyCode... keys) {
    robot.press(KeyCode.CONTROL).type(keys).release(KeyCode.CONTROL);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** The scene that has the keyboard: that of the dialog, if there is one. */
  private static Scene scene() {
    List<Window> windows = List.copyOf(Window.getWindows());
    return windows.get(windows.size() - 1).getScene();
  }

  private static void tabTo(FxRobot robot, String id) {
    for (int i = 0; i < MOST_TABS; i++) {
      Node owner = scene().getFocusOwner();
      if (owner != null && id.equals(owner.getId())) {
        return;
      }
      robot.type(KeyCode.TAB);
      WaitForAsyncUtils.waitForFxEvents();
    }
    throw new AssertionError("Tab does not come to " + id);
  }

  private static void fill(FxRobot robot, String id, String text) {
    tabTo(robot, id);
    control(robot, KeyCode.A);
    robot.targetWindow(scene().getWindow()).write(text, 0);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(((TextInputControl) scene().getFocusOwner()).getText()).isEqualTo(text);
  }

  private static void press(FxRobot robot, String id) {
    tabTo(robot, id);
    robot.type(KeyCode.SPACE);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private CaseSession session() {
    return test.session();
  }

  private void paste(FxRobot robot, Path file) {
    robot.interact(
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putFiles(List.of(file.toFile()));
          Clipboard.getSystemClipboard().setContent(content);
        });
    control(robot, KeyCode.DIGIT1);
    control(robot, KeyCode.V);
  }

  @Test
  @DisplayName("a case is made, filled, restored, compared, verified and reported")
  void theWholeJob(FxRobot robot) throws Exception {
    Path questioned = bench.protectedVoice(2.5);
    Path known = bench.wav("known.wav", Bench.voice(2.5, 150));
    control(robot, KeyCode.N);
    fill(robot, "case-title", "Harbour call");
    fill(robot, "case-authority", "Court order 12/26");
    fill(robot, "case-purpose", "Whose voice?");
    fill(robot, "case-examiner", "A. Rossi");
    fill(robot, "case-zone", "Europe/Rome");
    fill(robot, "case-folder", folder.toString());
    press(robot, "form-accept");
    until(() -> test.entries(1));
    paste(robot, questioned);
    press(robot, "form-accept");
    until(() -> test.entries(2));
    paste(robot, known);
    tabTo(robot, "import-role");
    robot.type(KeyCode.DOWN);
    press(robot, "form-accept");
    until(() -> test.entries(3));
    assertThat(session().now().view().exhibits().get(1).id()).isEqualTo("K1");

    control(robot, KeyCode.DIGIT1);
    robot.type(KeyCode.HOME, KeyCode.DOWN);
    until(() -> session().selectedProperty().get().equals(Optional.of("Q1")));
    control(robot, KeyCode.DIGIT3);
    fill(robot, "parameter-iterations", "3");
    press(robot, "restore-start");
    until(() -> test.entries(4));
    assertThat(session().now().view().restoration("R1").orElseThrow().completed()).isTrue();
    until(() -> window.view().screen().orElseThrow().lanes().drawn());

    control(robot, KeyCode.DIGIT3);
    press(robot, "compare-start");
    until(() -> test.entries(5));
    assertThat(session().now().view().comparisons().get(0).subject()).isEqualTo("R1");

    robot
        .press(KeyCode.CONTROL, KeyCode.SHIFT)
        .type(KeyCode.V)
        .release(KeyCode.CONTROL, KeyCode.SHIFT);
    until(() -> session().verification().stateProperty().get() == Verification.State.VERIFIED);

    Path report = folder.resolve("out.pdf");
    control(robot, KeyCode.P);
    fill(robot, "report-file", report.toString());
    press(robot, "form-accept");
    until(() -> test.entries(6));
    assertThat(Files.size(report)).isGreaterThan(10_000);

    control(robot, KeyCode.DIGIT4);
    robot.type(KeyCode.DOWN, KeyCode.DOWN); // from the report to the comparison
    press(robot, "run-again");
    until(() -> test.entries(7));
    assertThat(session().now().entries().get(6).kind()).isEqualTo("replay");
    assertThat(window.tasks().errors().notes()).isEmpty();
  }
}
