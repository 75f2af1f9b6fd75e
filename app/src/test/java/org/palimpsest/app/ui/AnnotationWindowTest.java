package org.palimpsest.app.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palimpsest.app.ui.TestWindow.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.annotation.Annotation;
import org.palimpsest.app.annotation.Band;
import org.palimpsest.app.annotation.Mark;
import org.palimpsest.app.casework.ExhibitRole;
import org.palimpsest.app.ui.annotations.AnnotationsViewModel;
import org.palimpsest.app.ui.session.CaseSession;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@DisplayName("annotations in the window")
@NeedsWindow
@ExtendWith(ApplicationExtension.class)
final class AnnotationWindowTest {
  @TempDir Path folder;
  private TestWindow test;
  private Bench bench;
  private WorkbenchStage window;

  @Start
  void start(Stage stage) throws Exception {
    test = new TestWindow(folder);
    bench = test.bench();
    CaseSession made = bench.newCase();
    made.importRecording(
        bench.request(bench.wav("v.wav", Bench.voice(2.5, 120)), ExhibitRole.QUESTIONED));
    made.close();
    test.open(stage);
    window = test.stage();
  }

  @AfterEach
  void stop(FxRobot robot) throws Exception {
    test.end(robot);
  }

  private void close(FxRobot robot) throws Exception {
    robot.interact(() -> window.view().closeCase(() -> {}));
    until(() -> window.view().screen().isEmpty());
  }

  private void open(FxRobot robot) throws Exception {
    test.openCase(robot);
    robot.interact(() -> screen().lanes().open("Q1"));
    until(() -> screen().lanes().drawn() && model().now().signal().isPresent());
    robot.interact(() -> robot.lookup("#lane-stack").query().requestFocus());
  }

  private CaseScreen screen() {
    return test.screen();
  }

  private AnnotationsViewModel model() {
    return screen().annotations();
  }

  private List<String> marks() {
    return model().now().all().stream()
        .map(one -> one.mark().kind() + " " + one.tier() + " " + one.label())
        .toList();
  }

  private static void answer(FxRobot robot, String field, String text) {
    robot.interact(
        () -> {
          Node node = robot.lookup(field).query();
          if (node instanceof ComboBox<?> box) {
            box.getEditor().setText(text);
          } else {
            ((TextInputControl) node).setText(text);
          }
        });
  }

  private static void accept(FxRobot robot) {
    robot.interact(() -> robot.lookup("#form-accept").queryAs(Button.class).fire());
  }

  @Test
  @DisplayName("are made, edited, undone and removed by keys, and are there after a restart")
  void keys(FxRobot robot) throws Exception {
    open(robot);
    robot.type(KeyCode.END, KeyCode.M, KeyCode.HOME, KeyCode.M);
    assertThat(marks()).containsExactly("point notes of interest", "point notes of interest");
    assertThat(model().now().all().get(0).mark()).isEqualTo(new Mark.Point(0));
    robot.type(KeyCode.R); // nothing is selected
    robot.drag("#lane-stack", MouseButton.PRIMARY).moveBy(120, 30).drop();
    robot.type(KeyCode.R, KeyCode.B);
    answer(robot, "#annotation-label", "tone");
    answer(robot, "#annotation-tier", "residue");
    answer(robot, "#annotation-low", "900");
    answer(robot, "#annotation-high", "800");
    accept(robot);
    assertThat(robot.lookup("#form-problem").queryAs(Label.class).getText())
        .contains("the higher frequency above the lower");
    answer(robot, "#annotation-high", "1100.5");
    accept(robot);
    until(() -> marks().size() == 4);
    assertThat(marks()).contains("region notes of interest", "box residue tone");
    Annotation box = model().chosen().orElseThrow();
    assertThat(box.mark().frequencies()).contains(new Band(900, 1100.5));
    assertThat(box.author()).isEqualTo("A. Rossi");
    robot.interact(() -> robot.lookup("#annotation-strip").query().requestFocus());
    robot.type(KeyCode.HOME, KeyCode.ENTER);
    answer(robot, "#annotation-label", "onset");
    accept(robot);
    until(() -> marks().contains("point notes onset"));
    robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT);
    assertThat(model().chosen().orElseThrow().mark().start()).isPositive();
    robot.type(KeyCode.DELETE);
    assertThat(marks()).hasSize(3);
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertThat(marks()).hasSize(4);
    close(robot);
    open(robot);
    assertThat(marks()).hasSize(4).contains("point notes onset");
    assertThat(model().now().redo().orElseThrow()).contains("Delete");
    robot
        .press(KeyCode.CONTROL, KeyCode.SHIFT)
        .type(KeyCode.Z)
        .release(KeyCode.CONTROL, KeyCode.SHIFT);
    assertThat(marks()).hasSize(3);
    assertThat(window.tasks().errors().notes()).isEmpty();
  }

  @Test
  @DisplayName("are dragged on the strip: a new one, an end, a whole one")
  void mouse(FxRobot robot) throws Exception {
    open(robot);
    robot.drag("#annotation-strip", MouseButton.PRIMARY).moveBy(150, 0).drop();
    until(() -> marks().size() == 1);
    Mark made = model().now().all().get(0).mark();
    assertThat(made.end() - made.start()).isGreaterThan(1000);
    robot.moveTo("#annotation-strip").moveBy(70, 0);
    robot.drag(MouseButton.PRIMARY).moveBy(-40, 0).drop();
    Mark moved = model().now().all().get(0).mark();
    assertThat(moved.start()).isLessThan(made.start());
    assertThat(moved.end() - moved.start()).isEqualTo(made.end() - made.start());
    robot.moveBy(-29, 0).moveBy(0, 0); // its left end lies near
    assertThat(model().now().undo().orElseThrow()).contains("Edit");
  }

  @Test
  @DisplayName("are listed, filtered by tier, entered in the ledger, exported and imported")
  void list(FxRobot robot) throws Exception {
    open(robot);
    robot.interact(
        () -> {
          model().add(new Mark.Point(30_000), "clicks", "late");
          model().add(new Mark.Point(10), "clicks", "early");
          model().add(new Mark.Region(100, 9000), "speech", "vowel");
        });
    TableView<?> table = robot.lookup("#annotations").queryTableView();
    assertThat(table.getItems()).hasSize(3);
    robot.interact(() -> model().hiddenTiers().add("clicks"));
    assertThat(table.getItems()).hasSize(1);
    Label words = robot.lookup("#annotations-words").queryAs(Label.class);
    assertThat(words.getText())
        .isEqualTo("Q1: 3 annotations, 2 hidden; kept here, not in the ledger");
    robot.interact(() -> model().hiddenTiers().clear());
    robot.interact(() -> robot.lookup("#annotations-enter").queryAs(Button.class).fire());
    until(() -> model().now().entered());
    assertThat(words.getText()).isEqualTo("Q1: 3 annotations; in the ledger");
    assertThat(screen().session().now().entries().get(2).kind()).isEqualTo("annotations-entered");
    assertThat(robot.lookup("#annotations-enter").queryAs(Button.class).isDisabled()).isTrue();
    Path grid = folder.resolve("out.TextGrid");
    robot.interact(() -> model().exportTo(grid));
    until(() -> Files.exists(grid) && window.tasks().running().isEmpty());
    robot.interact(() -> model().importFrom(grid));
    until(() -> marks().size() == 6);
    robot.interact(() -> model().undo());
    assertThat(marks()).hasSize(3);
    Path bad = Files.writeString(folder.resolve("bad.csv"), "label,start_s\nx,99\n");
    robot.interact(() -> model().importFrom(bad));
    until(() -> !window.tasks().errors().notes().isEmpty());
    assertThat(window.tasks().errors().notes().get(0).words()).contains("bad.csv: line 2: 99.0");
    assertThat(marks()).hasSize(3);
  }

  @Test
  @DisplayName("are looked at only while another program has them, and it says so")
  void locked(FxRobot robot) throws Exception {
    test.openCase(robot);
    CaseSession session = screen().session();
    robot.interact(() -> session.annotations().open("Q1", 40_000, held -> {}, () -> {}));
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(() -> screen().lanes().open("Q1"));
    until(() -> model().now().signal().isPresent());
    assertThat(robot.lookup("#annotations-words").queryAs(Label.class).getText())
        .contains("another program has them open: to look at only");
    robot.interact(() -> model().add(new Mark.Point(5)));
    assertThat(marks()).isEmpty();
    assertThat(window.tasks().errors().notes().get(0).words()).contains("another program");
  }
}
