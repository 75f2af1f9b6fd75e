package org.palimpsest.app.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palimpsest.app.ui.TestWindow.until;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.casework.Exhibit;
import org.palimpsest.app.task.ErrorNote;
import org.palimpsest.app.ui.form.FileDrop;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The mouse drags real files on a real dragboard, from a node that the test lays over the window:
 * Monocle lets no drag go from one window to another.
 */
@DisplayName("dropped on the window")
@NeedsWindow
@ExtendWith(ApplicationExtension.class)
final class DropWindowTest {
  private static final int MOST_MOVES = 60;

  @TempDir Path folder;
  private TestWindow test;
  private Bench bench;
  private Label files;

  @Start
  void start(Stage stage) throws Exception {
    test = new TestWindow(folder);
    bench = test.bench();
    bench.newCase().close();
    test.open(stage);
    forgetEarlierDrags();
    files = new Label("files");
    StackPane.setAlignment(files, Pos.TOP_RIGHT);
    ((StackPane) test.stage().scene().getRoot()).getChildren().add(files);
  }

  @AfterEach
  void stop(FxRobot robot) throws Exception {
    test.end(robot);
  }

  /**
   * Monocle keeps the window of the last drag of an earlier test, and would tell it that this one
   * left it; a closed window fails at that.
   */
  private static void forgetEarlierDrags() throws ReflectiveOperationException {
    if ("Monocle".equals(System.getProperty("glass.platform"))) {
      Class<?> type = Class.forName("com.sun.glass.ui.monocle.MouseInput");
      Method instance = type.getDeclaredMethod("getInstance");
      instance.setAccessible(true);
      Field last = type.getDeclaredField("dragView");
      last.setAccessible(true);
      last.set(instance.invoke(null), null);
    }
  }

  /** Drops files on the middle of a node. Whether the window showed that it would take them. */
  private boolean drop(FxRobot robot, String target, Path... paths) throws Exception {
    AtomicInteger over = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    files.setOnDragDetected(
        event -> {
          ClipboardContent content = new ClipboardContent();
          content.putFiles(Arrays.stream(paths).map(Path::toFile).toList());
          files.startDragAndDrop(TransferMode.ANY).setContent(content);
          event.consume();
        });
    files.setOnDragDone(event -> done.incrementAndGet());
    EventHandler<DragEvent> counter = event -> over.incrementAndGet();
    robot.interact(() -> test.stage().scene().addEventFilter(DragEvent.DRAG_OVER, counter));
    robot.drag(files).moveTo(target);
    WaitForAsyncUtils.waitForFxEvents();
    over.set(0);
    moveUntil(robot, over);
    boolean willing =
        robot.lookup(".workbench").query().getPseudoClassStates().contains(FileDrop.WILLING);
    robot.drop();
    until(() -> done.get() > 0);
    robot.interact(() -> test.stage().scene().removeEventFilter(DragEvent.DRAG_OVER, counter));
    return willing;
  }

  /** A busy computer takes in some moves late, or several as one. */
  private static void moveUntil(FxRobot robot, AtomicInteger events) {
    for (int i = 0; i < MOST_MOVES && events.get() == 0; i++) {
      robot.moveBy(i % 2 == 0 ? -6 : 6, 0);
      WaitForAsyncUtils.waitForFxEvents();
    }
    assertThat(events).as("moves of the mouse were taken in").doesNotHaveValue(0);
  }

  private void accept(FxRobot robot) throws Exception {
    until(() -> robot.lookup("#form-accept").tryQuery().isPresent());
    robot.interact(() -> robot.lookup("#form-accept").queryAs(Button.class).fire());
  }

  private List<String> labels() {
    return test.session().now().view().exhibits().stream().map(Exhibit::label).toList();
  }

  private List<String> errors() {
    return test.stage().tasks().errors().notes().stream().map(ErrorNote::words).toList();
  }

  @Test
  @DisplayName("a recording is asked about and imported")
  void recording(FxRobot robot) throws Exception {
    Path call = bench.wav("call.wav", Bench.voice(1, 120));
    test.openCase(robot);
    assertThat(drop(robot, "#case-tree", call)).isTrue();
    accept(robot);
    until(() -> test.entries(2));
    assertThat(labels()).containsExactly("call.wav");
    assertThat(errors()).isEmpty();
  }

  @Test
  @DisplayName("a folder gives its recordings, wherever it is dropped, and nothing else in it")
  void folder(FxRobot robot) throws Exception {
    Path calls = Files.createDirectories(folder.resolve("calls/more"));
    bench.wav("calls/b.wav", Bench.voice(0.5, 120));
    bench.wav("calls/more/a.wav", Bench.voice(0.5, 150));
    Files.writeString(calls.resolve("notes.txt"), "two calls");
    test.openCase(robot);
    assertThat(drop(robot, "#lane-stack", folder.resolve("calls"))).isTrue();
    accept(robot);
    until(() -> test.entries(3));
    assertThat(labels()).containsExactly("b.wav", "a.wav");
    assertThat(errors()).isEmpty();
  }

  @Test
  @DisplayName(
      "a file without sound is refused in one line, and the recording beside it is imported")
  void noSound(FxRobot robot) throws Exception {
    Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear Sir or Madam");
    Path call = bench.wav("call.wav", Bench.voice(1, 120));
    test.openCase(robot);
    assertThat(drop(robot, "#case-tree", letter, call)).isTrue();
    accept(robot);
    until(() -> test.entries(2));
    assertThat(labels()).containsExactly("call.wav");
    assertThat(errors()).singleElement().asString().contains("letter.txt").hasLineCount(1);
    assertThat(letter).hasContent("Dear Sir or Madam");
  }

  @Test
  @DisplayName("several recordings get their ids in the order of the drop, however long they are")
  void order(FxRobot robot) throws Exception {
    Path longest = bench.wav("longest.wav", Bench.voice(60, 120));
    Path shortest = bench.wav("a.wav", Bench.voice(0.2, 150));
    Path last = bench.wav("b.wav", Bench.voice(0.2, 130));
    test.openCase(robot);
    assertThat(drop(robot, "#case-tree", longest, shortest, last)).isTrue();
    accept(robot);
    until(() -> test.entries(4));
    assertThat(test.session().now().view().exhibits())
        .extracting(e -> e.id() + " " + e.label())
        .containsExactly("Q1 longest.wav", "Q2 a.wav", "Q3 b.wav");
    assertThat(errors()).isEmpty();
  }

  @Test
  @DisplayName("a folder without recordings is named, and nothing is asked")
  void emptyFolder(FxRobot robot) throws Exception {
    Path none = Files.createDirectory(folder.resolve("none"));
    test.openCase(robot);
    assertThat(drop(robot, "#case-tree", none)).isTrue();
    assertThat(errors()).singleElement().asString().contains("none", "no recording");
    assertThat(robot.lookup("#form-accept").tryQuery()).isEmpty();
    assertThat(test.entries(1)).isTrue();
  }

  @Test
  @DisplayName("a case or a bundle is opened, and what lay beside it is named")
  void caseFolder(FxRobot robot) throws Exception {
    assertThat(drop(robot, ".start-card", bench.caseFolder())).isTrue();
    until(() -> test.stage().view().screen().isPresent());
    Path bundle = folder.resolve("bundle.zip");
    bench.workbench().sealBundle().run(test.session().file(), bundle);
    Path call = bench.wav("call.wav", Bench.voice(1, 120));
    assertThat(drop(robot, "#case-tree", call, bundle)).isTrue();
    until(() -> test.stage().view().screen().isPresent() && !test.session().writable());
    assertThat(errors()).singleElement().asString().contains("call.wav", "not imported");
    assertThat(drop(robot, "#case-tree", call)).as("on what is only looked at").isFalse();
    assertThat(drop(robot, "#case-tree", bench.caseFolder())).isTrue();
    until(() -> test.entries(2) && test.session().writable());
    assertThat(labels()).isEmpty();
  }

  @Test
  @DisplayName("a recording is not taken where no case is open, and what to do first is said")
  void noCase(FxRobot robot) throws Exception {
    Path call = bench.wav("call.wav", Bench.voice(1, 120));
    assertThat(drop(robot, ".start-card", call)).isTrue();
    until(() -> !errors().isEmpty());
    assertThat(errors())
        .singleElement()
        .asString()
        .contains("call.wav", "case first")
        .hasLineCount(1);
    assertThat(test.stage().view().screen()).isEmpty();
  }
}
