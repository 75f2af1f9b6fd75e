package org.palimpsest.app.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palimpsest.app.ui.TestWindow.until;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.SplitPane;
import javafx.stage.Stage;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.app.casework.ExhibitRole;
import org.palimpsest.app.ui.session.CaseSession;
import org.palimpsest.app.ui.state.CaseState;
import org.palimpsest.app.ui.state.LanesState;
import org.palimpsest.app.ui.state.Look;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@DisplayName("at the next start the window")
@NeedsWindow
@ExtendWith(ApplicationExtension.class)
final class RestoredWindowTest {
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
    made.importRecording(
        bench.request(bench.wav("k.wav", Bench.voice(2.0, 140)), ExhibitRole.KNOWN));
    made.close();
    test.open(stage);
    window = test.stage();
  }

  @AfterEach
  void stop(FxRobot robot) throws Exception {
    test.end(robot);
  }

  private CaseScreen screen() {
    return test.screen();
  }

  private void openSecond(FxRobot robot) throws Exception {
    test.openCase(robot);
    test.openSignal(robot, "K1");
  }

  private void startAgain(FxRobot robot) {
    robot.interact(
        () -> {
          test.open(new Stage());
          window = test.stage();
          window.openLast();
        });
  }

  @Test
  @DisplayName("opens the same case, signal, view, dividers, theme and size")
  void same(FxRobot robot) throws Exception {
    openSecond(robot);
    robot.interact(
        () -> {
          screen().session().selectedProperty().set(Optional.of("Q1"));
          screen().lanes().marks().select(new SampleRange(4000, 9000));
          window.wear(Look.CONTRAST);
          window.scene().getWindow().setWidth(1200);
          window.scene().getWindow().setHeight(800);
        });
    until(() -> window.scene().getWidth() == 1200);
    robot.interact(
        () ->
            robot.lookup(".split-pane").queryAll().stream()
                .map(SplitPane.class::cast)
                .filter(pane -> pane.getDividers().size() == 2)
                .forEach(pane -> pane.setDividerPosition(0, 0.3)));
    WaitForAsyncUtils.waitForFxEvents();
    CaseState before = screen().state();
    test.close(robot);
    startAgain(robot);
    until(() -> window.view().screen().isPresent() && screen().lanes().drawn());
    CaseState after = screen().state();
    assertThat(after.lanes().flatMap(LanesState::selection)).contains(new SampleRange(4000, 9000));
    assertThat(after.lanes().orElseThrow().open()).isEqualTo("K1");
    assertThat(after.lanes().orElseThrow().all()).isFalse();
    assertThat(after.lanes()).isEqualTo(before.lanes());
    assertThat(after.selected()).isEqualTo("Q1");
    assertThat(after.columns().get(0)).isCloseTo(0.3, Offset.offset(0.01));
    assertThat(window.scene().getRoot().getStyleClass()).contains("contrast");
    assertThat(window.scene().getWindow().getWidth()).isEqualTo(1200);
    assertThat(window.tasks().errors().notes()).isEmpty();
  }

  @Test
  @DisplayName("knows a case that was moved, and names one that is gone")
  void moved(FxRobot robot) throws Exception {
    openSecond(robot);
    test.close(robot);
    Path elsewhere = folder.resolve("elsewhere.palimpsest");
    Files.move(bench.caseFolder(), elsewhere);
    startAgain(robot);
    until(() -> !window.tasks().errors().notes().isEmpty());
    assertThat(window.tasks().errors().notes().get(0).words())
        .contains("case.palimpsest: the case that was open last is not there");
    assertThat(window.view().screen()).isEmpty();
    robot.interact(() -> window.openCase(elsewhere));
    until(() -> window.view().screen().isPresent() && screen().lanes().drawn());
    assertThat(screen().lanes().state().orElseThrow().open()).isEqualTo("K1");
  }

  @Test
  @DisplayName("begins afresh where its state cannot be read, and says so in a line")
  void corrupt(FxRobot robot) throws Exception {
    openSecond(robot);
    test.close(robot);
    for (Path file : stateFiles()) {
      Files.writeString(file, "{\"format\":");
    }
    startAgain(robot);
    assertThat(window.tasks().errors().notes().get(0).words())
        .contains("window.json: how the window stood cannot be read")
        .contains("it begins afresh");
    robot.interact(() -> window.openCase(bench.caseFolder()));
    until(() -> window.view().screen().isPresent());
    assertThat(screen().lanes().state()).isEmpty();
    assertThat(window.tasks().errors().notes()).hasSize(2);
  }

  private List<Path> stateFiles() {
    try (Stream<Path> files = Files.list(bench.workbench().userData().resolve("window"))) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(2);
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
