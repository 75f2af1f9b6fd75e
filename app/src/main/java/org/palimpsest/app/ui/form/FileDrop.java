package org.palimpsest.app.ui.form;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** A place to drop files on; it shows that it would take them. */
public final class FileDrop {
  /** What a place shows while files that it would take are held over it. */
  public static final PseudoClass WILLING = PseudoClass.getPseudoClass("drop");

  private FileDrop() {}

  /**
   * @param wanted whether the files under the mouse would be taken
   * @param dropped gets them; never an empty list
   */
  public static void on(Node place, Predicate<List<Path>> wanted, Consumer<List<Path>> dropped) {
    place.setOnDragOver(
        event -> {
          boolean willing = takes(event, wanted);
          if (willing) {
            event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
          }
          place.pseudoClassStateChanged(WILLING, willing);
          event.consume();
        });
    place.setOnDragExited(event -> place.pseudoClassStateChanged(WILLING, false));
    place.setOnDragDropped(
        event -> {
          boolean willing = takes(event, wanted);
          event.setDropCompleted(willing);
          event.consume();
          if (willing) {
            dropped.accept(files(event));
          }
        });
  }

  private static boolean takes(DragEvent event, Predicate<List<Path>> wanted) {
    List<Path> files = files(event);
    return !files.isEmpty() && wanted.test(files);
  }

  private static List<Path> files(DragEvent event) {
    return event.getDragboard().getFiles().stream().map(File::toPath).toList();
  }
}
