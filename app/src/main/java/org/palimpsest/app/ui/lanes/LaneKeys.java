package org.palimpsest.app.ui.lanes;

import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.scene.input.KeyEvent;
import org.palimpsest.app.figure.TrackKind;

/** What the keys do on the lanes, but for marking and selecting. */
final class LaneKeys {
  private static final double PAGE = 0.5; // of the way from top to bottom

  private final LanesViewModel model;
  private final TimeAxis axis;
  private final Runnable play;
  private final DoubleConsumer moveLanes;

  /**
   * @param play starts or stops playback
   * @param moveLanes gets a share of the way from top to bottom
   */
  LaneKeys(LanesViewModel model, Runnable play, DoubleConsumer moveLanes) {
    this.model = model;
    this.axis = model.axis();
    this.play = play;
    this.moveLanes = moveLanes;
  }

  void pressed(KeyEvent event) {
    if (event.isControlDown() && event.getCode().isLetterKey()) {
      return; // a command of the menu
    }
    double middle = axis.span().xOf(axis.cursorProperty().get());
    double x = middle < 0 || middle > axis.span().width() ? axis.span().width() / 2 : middle;
    double step = event.isShiftDown() ? 10 : 1;
    switch (event.getCode()) {
      case PLUS, EQUALS, ADD -> axis.zoomIn(x);
      case MINUS, SUBTRACT -> axis.zoomOut(x);
      case DIGIT0, NUMPAD0 -> {
        if (!event.isShortcutDown()) {
          return;
        }
        axis.fit();
      }
      case LEFT -> axis.nudgeCursor(-step);
      case RIGHT -> axis.nudgeCursor(step);
      case HOME -> axis.moveCursor(0);
      case END -> axis.moveCursor(axis.length());
      case ENTER -> axis.selectionProperty().get().ifPresent(axis::zoomTo);
      case ESCAPE -> axis.selectionProperty().set(Optional.empty());
      case PAGE_DOWN -> moveLanes.accept(PAGE);
      case PAGE_UP -> moveLanes.accept(-PAGE);
      case SPACE -> play.run();
      case P -> model.toggle(TrackKind.PITCH);
      case F -> model.toggle(TrackKind.FORMANTS);
      case I -> model.toggle(TrackKind.INTENSITY);
      case A -> model.toggle(TrackKind.ACTIVITY);
      case E -> model.toggle(TrackKind.ERROR);
      default -> {
        return;
      }
    }
    event.consume();
  }
}
