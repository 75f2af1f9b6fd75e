package org.palimpsest.app.ui;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;

/** The parts of the window, to go to by a key: case, signals, inspector, ledger. */
final class Places {
  private final List<Node> parts;
  private final List<String> first;

  /**
   * @param parts in their order
   * @param first of each part the selector of the node that gets the focus
   */
  Places(List<Node> parts, List<String> first) {
    this.parts = List.copyOf(parts);
    this.first = List.copyOf(first);
  }

  void go(int part) {
    Node node = parts.get(part).lookup(first.get(part));
    if (node != null) {
      node.requestFocus();
    }
  }

  /** Goes to the next part, or the one before; from the last to the first. */
  void step(int direction) {
    go(Math.floorMod(present() + direction, parts.size()));
  }

  void search() {
    Node field = parts.get(0).lookup("#search");
    if (field != null) {
      field.requestFocus();
    }
  }

  private int present() {
    Scene scene = parts.get(0).getScene();
    for (Node node = scene.getFocusOwner(); node != null; node = node.getParent()) {
      if (parts.contains(node)) {
        return parts.indexOf(node);
      }
    }
    return parts.size() - 1;
  }
}
