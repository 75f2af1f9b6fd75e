package org.palimpsest.trainer;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The loss curve as SVG: above, validation before and after removal; below, the training loss. */
final class CurvePicture {
  private static final int WIDTH = 720;
  private static final int PANEL = 200;
  private static final int LEFT = 60;
  private static final int TOP = 30;
  private static final int GAP = 50;

  private final List<LossCurve.Point> points;
  private final StringBuilder svg = new StringBuilder();

  private CurvePicture(List<LossCurve.Point> points) {
    this.points = points;
  }

  /**
   * @param points at least one
   */
  static String of(List<LossCurve.Point> points) {
    return new CurvePicture(points).draw();
  }

  private String draw() {
    int height = TOP + 2 * PANEL + GAP + 40;
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
            + " font-family=\"sans-serif\" font-size=\"12\">",
        WIDTH, height);
    add("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>");
    ToDoubleFunction<LossCurve.Point> before = p -> p.validation().protectedDb();
    ToDoubleFunction<LossCurve.Point> after = p -> p.validation().restoredDb();
    panel(TOP, "validation SNR in dB: protected (grey), restored (blue)", List.of(before, after));
    panel(TOP + PANEL + GAP, "training loss in dB", List.of(LossCurve.Point::lossDb));
    text(LEFT, height - 8, "step 1 to " + last().step());
    return svg.append("</svg>\n").toString();
  }

  private void panel(int top, String title, List<ToDoubleFunction<LossCurve.Point>> lines) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (ToDoubleFunction<LossCurve.Point> line : lines) {
      for (LossCurve.Point point : points) {
        low = Math.min(low, line.applyAsDouble(point));
        high = Math.max(high, line.applyAsDouble(point));
      }
    }
    low = Math.floor(low);
    high = Math.max(low + 1, Math.ceil(high));
    add(
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#999\"/>",
        LEFT, top, WIDTH - 2 * LEFT, PANEL);
    text(LEFT, top - 8, title);
    text(8, top + 10, String.format(Locale.ROOT, "%.0f", high));
    text(8, top + PANEL, String.format(Locale.ROOT, "%.0f", low));
    for (int i = 0; i < lines.size(); i++) {
      boolean main = i == lines.size() - 1;
      add(
          "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\" points=\"%s\"/>",
          main ? "#1f5fa8" : "#888", path(lines.get(i), top, low, high));
    }
  }

  private String path(ToDoubleFunction<LossCurve.Point> line, int top, double low, double high) {
    StringBuilder path = new StringBuilder();
    for (LossCurve.Point point : points) {
      double x = LEFT + (WIDTH - 2.0 * LEFT) * point.step() / last().step();
      double y = top + PANEL * (high - line.applyAsDouble(point)) / (high - low);
      path.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
    }
    return path.toString().strip();
  }

  private LossCurve.Point last() {
    return points.get(points.size() - 1);
  }

  private void text(int x, int y, String text) {
    add("<text x=\"%d\" y=\"%d\">%s</text>", x, y, text);
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
