package org.palimpsest.app.ui.form;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.controlsfx.control.PopOver;

/**
 * A panel at a button, in the theme of its window. It is a plain rectangle: where nobody composes
 * windows, as under Xvfb and in many remote sessions, whatever is transparent around it turns
 * white.
 */
public final class Callout {
  private final PopOver popOver;

  /**
   * @param content is given the look of the window of {@code from}
   */
  public Callout(String title, Region content, Node from, PopOver.ArrowLocation place) {
    content.getStyleClass().add("popover-content");
    popOver = new PopOver(content);
    popOver.setTitle(title);
    popOver.setArrowLocation(place);
    popOver.setArrowSize(0);
    popOver.setCornerRadius(0);
    popOver.setAnimated(false);
    popOver.getRoot().getStylesheets().addAll(from.getScene().getStylesheets());
    popOver.getRoot().getStyleClass().addAll(from.getScene().getRoot().getStyleClass());
    popOver.show(from);
  }
}
