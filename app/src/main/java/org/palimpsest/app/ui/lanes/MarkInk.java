package org.palimpsest.app.ui.lanes;

import java.util.List;
import javafx.scene.paint.Color;
import org.palimpsest.app.ui.annotations.AnnotationsState;

/** A colour for each tier, told apart also by those who see few (Okabe and Ito, 2008). */
final class MarkInk {
  private static final List<Color> COLOURS =
      List.of(
          Color.web("#56b4e9"),
          Color.web("#e69f00"),
          Color.web("#2fc99a"),
          Color.web("#f0e442"),
          Color.web("#e38fbd"),
          Color.web("#f2742e"));

  private MarkInk() {}

  static Color of(AnnotationsState state, String tier) {
    return COLOURS.get(Math.max(0, state.tiers().indexOf(tier)) % COLOURS.size());
  }

  static Color faint(Color colour) {
    return colour.deriveColor(0, 1, 1, 0.25);
  }
}
