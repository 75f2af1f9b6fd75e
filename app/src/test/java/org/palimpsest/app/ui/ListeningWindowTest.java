package org.palimpsest.app.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palimpsest.app.ui.TestWindow.until;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.casework.ExhibitRole;
import org.palimpsest.app.casework.RestoreSpeech;
import org.palimpsest.app.ui.session.CaseSession;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@DisplayName("in the window")
@NeedsWindow
@ExtendWith(ApplicationExtension.class)
final class ListeningWindowTest {
  @TempDir Path folder;
  private TestWindow test;

  @Start
  void start(Stage stage) throws Exception {
    test = new TestWindow(folder);
    Bench bench = test.bench();
    CaseSession made = bench.newCase();
    made.importRecording(bench.request(bench.protectedVoice(2.5), ExhibitRole.QUESTIONED));
    made.steps()
        .restore(
            new RestoreSpeech.Request(
                "Q1", "learned-remover", Optional.empty(), Map.of(), Optional.empty()));
    made.close();
    test.open(stage);
  }

  @AfterEach
  void stop(FxRobot robot) throws Exception {
    test.end(robot);
  }

  private static void control(FxRobot robot, KeyCode key) {
    robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
  }

  private static boolean ofR1(Node node) {
    return node instanceof ToggleButton button && button.getText().matches("R1  [+−][0-9.]+ dB");
  }

  private static boolean shown(String title) {
    return Window.getWindows().stream()
        .anyMatch(window -> window instanceof Stage stage && title.equals(stage.getTitle()));
  }

  @Test
  @DisplayName("the state of listening is shown: what can be heard, how loud, how fast, or why not")
  void listening(FxRobot robot) throws Exception {
    test.openCase(robot);
    test.openSignal(robot, "R1");
    Button play = robot.lookup("#play").queryButton();
    Label why = robot.lookup("#playback-why").queryAs(Label.class);
    until(() -> play.isDisabled() == why.isVisible());
    assertThat(why.isVisible()).isEqualTo(why.getText().startsWith("Playback is off: "));
    until(() -> robot.lookup(ListeningWindowTest::ofR1).tryQuery().isPresent());
    ToggleButton match = robot.lookup("#match-levels").queryAs(ToggleButton.class);
    assertThat(match.isSelected()).isTrue();
    Label aid = robot.lookup("#listening-aid").queryAs(Label.class);
    assertThat(aid.isVisible()).isFalse();
    ComboBox<?> tempo = robot.lookup("#tempo").queryComboBox();
    robot.interact(() -> tempo.getSelectionModel().selectLast());
    assertThat(aid.isVisible()).isTrue();
    for (String control : List.of("#play", "#match-levels", "#tempo", "#blind-test")) {
      Bounds inner = robot.lookup(control).query().localToScene(new BoundingBox(0, 0, 1, 1));
      assertThat(inner.getMinX()).as(control).isBetween(0.0, test.stage().scene().getWidth());
    }
    assertThat(test.stage().tasks().errors().notes()).isEmpty();
  }

  @Test
  @DisplayName("a blind test begins by a key, has words for every control, and ends by another")
  void blind(FxRobot robot) throws Exception {
    test.openCase(robot);
    test.openSignal(robot, "R1");
    control(robot, KeyCode.B);
    until(() -> shown("Blind listening test"));
    Button isA = robot.lookup("#blind-is-a").queryButton();
    assertThat(isA.isDisabled()).as("X was not heard yet").isTrue();
    robot.interact(() -> assertThat(AccessibleNodes.silent()).isEmpty());
    robot.type(KeyCode.DIGIT1, KeyCode.ESCAPE);
    until(() -> !shown("Blind listening test"));
    assertThat(test.session().now().entries()).hasSize(3);
  }

  @Test
  @DisplayName("model packages are listed, read, proven and left by keys")
  void packages(FxRobot robot) throws Exception {
    control(robot, KeyCode.M);
    until(() -> shown("Model packages"));
    ListView<?> list = robot.lookup("#packages").queryListView();
    TextArea card = robot.lookup("#package-card").queryAs(TextArea.class);
    until(() -> !list.getItems().isEmpty() && !card.getText().isEmpty());
    robot.type(KeyCode.DOWN);
    until(
        () ->
            robot
                .lookup(".sheet-title")
                .queryAs(Label.class)
                .getText()
                .equals(org.palimpsest.app.testing.Bench.reference("ssed-protector")));
    robot.interact(() -> robot.lookup("#package-check").queryButton().fire());
    until(() -> robot.lookup("Just proven").tryQuery().isPresent());
    robot.type(KeyCode.ESCAPE);
    until(() -> !shown("Model packages"));
    assertThat(test.stage().tasks().errors().notes()).isEmpty();
  }
}
