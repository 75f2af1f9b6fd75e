package org.palimpsest.app.figure;

/** Draws on a window or a page; x runs to the right, y downwards. Colours are 0xAARRGGBB. */
public interface Pen {
  /** Where words lie beside the point that they are set at. */
  enum Side {
    LEFT,
    CENTRE,
    RIGHT
  }

  void fill(int argb, double x, double y, double width, double height);

  void line(int argb, double thickness, double x1, double y1, double x2, double y2);

  /** A line through points; NaN in either ends a stroke. */
  void path(int argb, double thickness, double[] x, double[] y);

  void dot(int argb, double x, double y, double radius);

  /** Words whose middle lies at the height {@code y}. */
  void text(int argb, String words, double x, double y, Side side);
}
