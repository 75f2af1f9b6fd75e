package org.palimpsest.app.ui.form;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;

/**
 * Scroll panes that keep no picture of what they show. JavaFX keeps one for each, and when such a
 * pane is thrown away its picture stays in a pool, softly held, until the heap is nearly full: some
 * megabytes for each case that is opened. What is drawn anew in every frame gains nothing from it.
 */
public final class PlainViewport {
  private PlainViewport() {}

  public static void in(ScrollPane pane) {
    whenDressed(pane, ".viewport", node -> node.setCache(false));
  }

  /** Of the pane within it. */
  public static void in(TextArea area) {
    whenDressed(area, ".scroll-pane", node -> in((ScrollPane) node));
  }

  private static void whenDressed(Control control, String part, Consumer<Node> action) {
    control
        .skinProperty()
        .addListener(
            (property, before, now) -> {
              Node found = now == null ? null : control.lookup(part);
              if (found != null) {
                action.accept(found);
              }
            });
  }
}
