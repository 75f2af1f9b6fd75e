package org.palimpsest.app.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.stage.Window;

/** What a screen reader has no words for: nodes that take the focus and say nothing. */
final class AccessibleNodes {
  private AccessibleNodes() {}

  /** Of every window that is open. */
  static List<String> silent() {
    List<String> silent = new ArrayList<>();
    for (Window window : List.copyOf(Window.getWindows())) {
      if (window.getScene() != null) {
        collect(window.getScene().getRoot(), silent);
      }
    }
    return silent;
  }

  /** How many nodes take the focus at all, so that a walk that sees none is not taken for good. */
  static long focusable() {
    return Window.getWindows().stream()
        .filter(window -> window.getScene() != null)
        .mapToLong(window -> count(window.getScene().getRoot()))
        .sum();
  }

  private static long count(Node node) {
    long here = node.isFocusTraversable() && node.isVisible() ? 1 : 0;
    return node instanceof Parent parent && node.isVisible()
        ? here + parent.getChildrenUnmodifiable().stream().mapToLong(AccessibleNodes::count).sum()
        : here;
  }

  private static void collect(Node node, List<String> silent) {
    if (!node.isVisible()) {
      return;
    }
    if (node.isFocusTraversable() && !says(node)) {
      silent.add(node + " in " + node.getParent());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, silent));
    }
  }

  private static boolean says(Node node) {
    if (has(node.getAccessibleText())
        || (node instanceof Labeled labeled && has(labeled.getText()))
        || node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) != null) {
      return true;
    }
    // what only holds others, or is a part of one that speaks
    return node instanceof ScrollPane
        || (node.getParent() != null
            && !(node instanceof Labeled)
            && node.getParent().isFocusTraversable()
            && says(node.getParent()));
  }

  private static boolean has(String text) {
    return text != null && !text.isBlank();
  }
}
