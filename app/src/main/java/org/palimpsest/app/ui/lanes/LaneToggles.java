package org.palimpsest.app.ui.lanes;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** Which lanes are shown beside the two signals, where there are such. */
final class LaneToggles {
  private final ToggleButton original = new ToggleButton("Original");
  private final ToggleButton difference = new ToggleButton("Difference");

  LaneToggles(LanesViewModel model) {
    dress(original, "original", "The original that the restoration was validated with");
    dress(difference, "difference", "What the restoration removed: received minus restored");
    original.selectedProperty().bindBidirectional(model.originalProperty());
    difference.selectedProperty().bindBidirectional(model.differenceProperty());
    model
        .lanes()
        .addListener(
            (ListChangeListener<Lane>)
                change -> {
                  original.setDisable(model.original().isEmpty());
                  difference.setDisable(!model.comparable());
                });
  }

  List<Node> nodes() {
    return List.of(original, difference);
  }

  private static void dress(ToggleButton button, String id, String why) {
    button.setId(id);
    button.setTooltip(new Tooltip(why));
    button.setAccessibleText(button.getText() + ": " + why);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setDisable(true);
  }
}
