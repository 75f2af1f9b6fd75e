package org.palimpsest.app.ui.lanes;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** What the mouse does on the lanes: the cursor, a selection, moving along and zooming. */
final class LaneMouse {
  private static final double CLICK = 3;

  private final TimeAxis axis;
  private double pressedX;
  private double pressedStart;

  LaneMouse(TimeAxis axis) {
    this.axis = axis;
  }

  /** Listens on a part, and gives the keyboard to {@code focus} when it is pressed. */
  void on(Node part, Node focus) {
    part.addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          focus.requestFocus();
          pressed(event);
          event.consume();
        });
    part.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    part.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
  }

  void scrolled(ScrollEvent event) {
    if (event.isControlDown()) {
      return; // the lanes move up and down
    }
    if (event.isShiftDown() || Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
      axis.scrollBy(-(event.getDeltaX() + (event.isShiftDown() ? event.getDeltaY() : 0)));
    } else if (event.getDeltaY() > 0) {
      axis.zoomIn(event.getX() - LaneInk.GUTTER);
    } else if (event.getDeltaY() < 0) {
      axis.zoomOut(event.getX() - LaneInk.GUTTER);
    }
    event.consume();
  }

  /** The sample under a place of the lanes. */
  double sample(double x) {
    return axis.span().sampleAt(x - LaneInk.GUTTER);
  }

  private void pressed(MouseEvent event) {
    pressedX = event.getX();
    pressedStart = axis.span().start();
  }

  private void dragged(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY || event.isAltDown()) {
      axis.scrollTo(pressedStart - (event.getX() - pressedX) * axis.span().scale());
    } else if (Math.abs(event.getX() - pressedX) > CLICK) {
      axis.select(sample(pressedX), sample(event.getX()));
    }
  }

  private void released(MouseEvent event) {
    boolean click = Math.abs(event.getX() - pressedX) <= CLICK;
    if (event.getButton() == MouseButton.PRIMARY && click) {
      axis.selectionProperty().set(Optional.empty());
      axis.moveCursor(sample(event.getX()));
    }
  }
}
