package org.palimpsest.app.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.palimpsest.app.ui.TestWindow.until;

import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.casework.ExhibitRole;
import org.palimpsest.app.ui.session.CaseSession;
import org.palimpsest.app.ui.state.LanesState;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@DisplayName("over the lanes")
@NeedsWindow
@ExtendWith(ApplicationExtension.class)
final class OverviewWindowTest {
  private static final double GUTTER = 62;
  private static final int SAMPLES = 48_000;

  @TempDir Path folder;
  private TestWindow test;

  @Start
  void start(Stage stage) throws Exception {
    test = new TestWindow(folder);
    Bench bench = test.bench();
    CaseSession made = bench.newCase();
    made.importRecording(
        bench.request(bench.wav("v.wav", Bench.voice(3, 120)), ExhibitRole.QUESTIONED));
    made.close();
    test.open(stage);
  }

  @AfterEach
  void stop(FxRobot robot) throws Exception {
    test.end(robot);
  }

  private LanesState seen() {
    return test.screen().lanes().state().orElseThrow();
  }

  private void openZoomed(FxRobot robot) throws Exception {
    test.openCase(robot);
    test.openSignal(robot, "Q1");
    Button in = robot.lookup("#zoom-in").queryButton();
    for (int i = 0; i < 8; i++) {
      robot.interact(in::fire);
    }
    assertThat(seen().all()).isFalse();
  }

  /** A place on the strip, by its share of the whole signal. */
  private Point2D at(FxRobot robot, double share) {
    Node strip = robot.lookup("#overview").query();
    Bounds on = strip.localToScreen(strip.getBoundsInLocal());
    return new Point2D(on.getMinX() + GUTTER + share * (on.getWidth() - GUTTER), on.getCenterY());
  }

  private double middle(FxRobot robot) {
    Bounds strip = robot.lookup("#overview").query().getBoundsInLocal();
    return (seen().start() + seen().scale() * (strip.getWidth() - GUTTER) / 2) / SAMPLES;
  }

  @Test
  @DisplayName("a click brings a part of the signal into sight, and a drag takes the box along")
  void mouse(FxRobot robot) throws Exception {
    openZoomed(robot);
    robot.clickOn(at(robot, 0.25));
    assertThat(middle(robot)).isCloseTo(0.25, within(0.01));
    double scale = seen().scale();
    robot.drag(at(robot, 0.27)).dropTo(at(robot, 0.67)); // off the middle of the box: it keeps that
    assertThat(middle(robot)).isCloseTo(0.65, within(0.01));
    robot.drag(at(robot, 0.65)).dropTo(at(robot, 1.2));
    assertThat(
            seen().start()
                + scale * robot.lookup("#lane-stack").query().getLayoutBounds().getWidth())
        .isGreaterThanOrEqualTo(SAMPLES);
    assertThat(seen().scale()).isEqualTo(scale);
  }

  @Test
  @DisplayName("keys do the same, and what is seen is said")
  void keys(FxRobot robot) throws Exception {
    openZoomed(robot);
    Node strip = robot.lookup("#overview").query();
    robot.interact(strip::requestFocus);
    robot.type(KeyCode.HOME);
    assertThat(seen().start()).isZero();
    assertThat(strip.getAccessibleText()).startsWith("Overview: 0.00 to ").contains(" of 3.00 s");
    robot.type(KeyCode.PAGE_DOWN);
    double page = seen().start();
    assertThat(page).isPositive();
    robot.type(KeyCode.LEFT);
    assertThat(seen().start()).isCloseTo(0.9 * page, within(1.0));
    robot.type(KeyCode.RIGHT, KeyCode.PAGE_UP);
    assertThat(seen().start()).isCloseTo(0, within(1.0));
    robot.type(KeyCode.END);
    assertThat(strip.getAccessibleText()).contains("to 3.00 of 3.00 s");
  }

  @Test
  @DisplayName("the waveform says how loud it is under the mouse")
  void level(FxRobot robot) throws Exception {
    test.openCase(robot);
    test.openSignal(robot, "Q1");
    Node lane = robot.lookup(".lane-view").query();
    Bounds on = lane.localToScreen(lane.getBoundsInLocal());
    robot.moveTo(on.getMinX() + GUTTER + 20, on.getMinY() + 10);
    Label readOut = robot.lookup("#read-out").queryAs(Label.class);
    until(() -> readOut.getText().matches(".* −[0-9]+\\.[0-9] dBFS at most   Q1"));
  }
}
