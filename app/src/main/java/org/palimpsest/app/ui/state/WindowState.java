package org.palimpsest.app.ui.state;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.palimpsest.evidence.format.JsonObject;

/**
 * How the window stood.
 *
 * @param width in logical pixels; 0 before the first start
 * @param maximized whether it filled the screen
 * @param look its theme
 * @param scalePercent of everything: 100 to 200
 * @param openCase the case that was open when it was closed
 */
public record WindowState(
    double width,
    double height,
    boolean maximized,
    Look look,
    int scalePercent,
    Optional<Path> openCase) {
  /** The scales that are offered. */
  public static final List<Integer> SCALES = List.of(100, 125, 150, 175, 200);

  static final WindowState FIRST = new WindowState(0, 0, false, Look.DARK, 100, Optional.empty());

  /** Takes no other scale than those offered. */
  public WindowState {
    scalePercent = SCALES.contains(scalePercent) ? scalePercent : 100;
  }

  public WindowState withLook(Look now) {
    return new WindowState(width, height, maximized, now, scalePercent, openCase);
  }

  public WindowState withScale(int percent) {
    return new WindowState(width, height, maximized, look, percent, openCase);
  }

  public WindowState withCase(Optional<Path> now) {
    return new WindowState(width, height, maximized, look, scalePercent, now);
  }

  public WindowState withSize(double nowWidth, double nowHeight, boolean nowMaximized) {
    return nowMaximized
        ? new WindowState(width, height, true, look, scalePercent, openCase)
        : new WindowState(nowWidth, nowHeight, false, look, scalePercent, openCase);
  }

  JsonObject toJson() {
    return JsonObject.empty()
        .with("format", "palimpsest-window/1")
        .with("width", Double.toString(width))
        .with("height", Double.toString(height))
        .with("maximized", maximized)
        .with("look", look.styleClass())
        .with("scalePercent", scalePercent)
        .with("openCase", openCase.map(Path::toString).orElse(""));
  }

  static WindowState from(JsonObject json) {
    String open = json.string("openCase");
    return new WindowState(
        Numbers.of(json, "width"),
        Numbers.of(json, "height"),
        json.bool("maximized"),
        Look.of(json.string("look")),
        (int) Math.min(Integer.MAX_VALUE, Math.max(0, json.integer("scalePercent"))),
        open.isEmpty() ? Optional.empty() : Optional.of(Path.of(open)));
  }
}
