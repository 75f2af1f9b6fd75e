package org.palimpsest.app.ui.form;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Window;

/** Keeps windows within their screen, which at 200 % can be as low as 540 units. */
public final class ScreenFit {
  private ScreenFit() {}

  /**
   * Shrinks and moves a shown window that reaches beyond the screen it is on.
   *
   * @return whether it had to be shrunk
   */
  public static boolean hold(Window window) {
    Rectangle2D screen =
        Screen.getScreensForRectangle(
                window.getX(), window.getY(), window.getWidth(), window.getHeight())
            .stream()
            .findFirst()
            .orElse(Screen.getPrimary())
            .getVisualBounds();
    double height = Math.min(window.getHeight(), screen.getHeight());
    double width = Math.min(window.getWidth(), screen.getWidth());
    double x = Math.max(screen.getMinX(), Math.min(screen.getMaxX() - width, window.getX()));
    double y = Math.max(screen.getMinY(), Math.min(screen.getMaxY() - height, window.getY()));
    boolean shrunk = height < window.getHeight() || width < window.getWidth();
    if (shrunk) {
      window.setHeight(height);
      window.setWidth(width);
    }
    if (x != window.getX() || y != window.getY()) {
      window.setX(x);
      window.setY(y);
    }
    return shrunk;
  }
}
