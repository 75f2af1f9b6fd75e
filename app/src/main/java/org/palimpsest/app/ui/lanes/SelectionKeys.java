package org.palimpsest.app.ui.lanes;

import java.util.OptionalInt;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Selects without a mouse: V begins at the cursor, whatever moves the cursor widens it, V ends. */
final class SelectionKeys {
  private final TimeAxis axis;
  private OptionalInt anchor = OptionalInt.empty();

  SelectionKeys(TimeAxis axis) {
    this.axis = axis;
    axis.cursorProperty()
        .addListener((property, before, now) -> anchor.ifPresent(from -> axis.select(from, now)));
  }

  void pressed(KeyEvent event) {
    boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isMetaDown();
    if (event.getCode() == KeyCode.V && plain) {
      anchor =
          anchor.isPresent() ? OptionalInt.empty() : OptionalInt.of(axis.cursorProperty().get());
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.ENTER) {
      anchor = OptionalInt.empty();
    }
  }

  /** Ends the selection: the mouse makes another, or another signal is shown. */
  void end() {
    anchor = OptionalInt.empty();
  }
}
