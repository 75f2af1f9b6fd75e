package org.palimpsest.app.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palimpsest.app.ui.NeedsWindow;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@DisplayName("a dialog")
@NeedsWindow
@ExtendWith(ApplicationExtension.class)
final class FormDialogTest {
  private Stage owner;

  @Start
  void start(Stage stage) {
    owner = stage;
    owner.setScene(new Scene(new StackPane(), 300, 200));
    owner.show();
  }

  @AfterEach
  void stop(FxRobot robot) {
    robot.interact(owner::close);
  }

  private void show(FxRobot robot, int rows) throws Exception {
    FormGrid grid = new FormGrid();
    for (int i = 0; i < rows; i++) {
      TextField field = new TextField();
      field.setId("field-" + i);
      grid.row("Field " + i, field, "One of many.");
    }
    robot.interact(
        () ->
            new FormDialog(owner, "Form", "Many.", grid, "Accept", Optional::empty, () -> {})
                .show());
    WaitForAsyncUtils.waitFor(
        10, TimeUnit.SECONDS, () -> robot.lookup("#field-0").query().isFocused());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static Optional<Node> scroll(FxRobot robot) {
    return robot.lookup(node -> node instanceof ScrollPane).tryQuery();
  }

  @Test
  @DisplayName("that is higher than the screen is scrolled, and its buttons stay in sight")
  void tooHigh(FxRobot robot) throws Exception {
    show(robot, 40);
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    Node accept = robot.lookup("#form-accept").query();
    Bounds on = accept.localToScreen(accept.getBoundsInLocal());
    assertThat(on.getMaxY()).isLessThanOrEqualTo(screen.getMaxY());
    assertThat(accept.getScene().getWindow().getY()).isGreaterThanOrEqualTo(screen.getMinY());
    assertThat(scroll(robot)).isPresent();
  }

  @Test
  @DisplayName("that fits is as high as its form and is not scrolled")
  void fits(FxRobot robot) throws Exception {
    show(robot, 3);
    assertThat(scroll(robot)).isEmpty();
  }
}
