package org.palimpsest.app.figure;

/**
 * A rectangle of time.
 *
 * @param start sample at the left edge
 * @param scale samples of a unit of length
 */
public record Plot(
    double left, double top, double width, double height, double start, double scale) {
  double xOf(double sample) {
    return left + (sample - start) / scale;
  }

  double right() {
    return left + width;
  }

  double bottom() {
    return top + height;
  }
}
