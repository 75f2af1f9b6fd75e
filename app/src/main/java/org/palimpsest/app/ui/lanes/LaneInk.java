package org.palimpsest.app.ui.lanes;

import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** The colours of the lanes: dark in every theme, as the spectrogram is. */
final class LaneInk {
  static final double GUTTER = 62;
  static final Color GROUND = Color.web("#0e1116");
  static final Color GUTTER_GROUND = Color.web("#151920");
  static final Color RULE = Color.web("#2c333d");
  static final Color GRID = Color.web("#20262f");
  static final Color MARK = Color.web("#6b7685");
  static final Color WORDS = Color.web("#b4bdc9");
  static final Color WAVE = Color.web("#5688ad");
  static final Color LEVEL = Color.web("#a8cdea");
  static final Color CURSOR = Color.web("#4fc3dc");
  static final Color HOVER = Color.web("#ffffff", 0.45);
  static final Color SELECTION = Color.web("#4fc3dc", 0.16);
  static final Color SELECTION_EDGE = Color.web("#4fc3dc", 0.8);
  static final Color AMBIGUOUS = Color.web("#f0a63a");
  static final Color UNSETTLED = Color.web("#e0607e");
  static final Font SMALL = Font.font("DejaVu Sans", 11);

  private LaneInk() {}
}
