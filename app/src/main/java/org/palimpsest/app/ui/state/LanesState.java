package org.palimpsest.app.ui.state;

import java.util.Optional;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.evidence.format.JsonObject;

/**
 * What was seen of the signals.
 *
 * @param open id of what was opened
 * @param difference whether it was shown, too
 * @param original the same
 * @param start sample at the left edge
 * @param scale samples of a pixel
 * @param all whether the whole signal was seen
 * @param spectrogram its settings, by name
 * @param annotated id of the signal that was annotated; empty where none was
 */
public record LanesState(
    String open,
    boolean difference,
    boolean original,
    double start,
    double scale,
    boolean all,
    int cursor,
    Optional<SampleRange> selection,
    JsonObject spectrogram,
    String annotated) {
  JsonObject toJson() {
    JsonObject json =
        JsonObject.empty()
            .with("open", open)
            .with("difference", difference)
            .with("original", original)
            .with("start", Double.toString(start))
            .with("scale", Double.toString(scale))
            .with("all", all)
            .with("cursor", cursor)
            .with("spectrogram", spectrogram)
            .with("annotated", annotated);
    return selection.isEmpty()
        ? json
        : json.with("selectionStart", selection.get().start())
            .with("selectionEnd", selection.get().end());
  }

  static LanesState from(JsonObject json) {
    double scale = Numbers.of(json, "scale");
    if (!(scale > 0)) {
      throw new IllegalArgumentException("the scale is " + scale);
    }
    return new LanesState(
        json.string("open"),
        json.bool("difference"),
        json.has("original") && json.bool("original"),
        Numbers.of(json, "start"),
        scale,
        json.bool("all"),
        intOf(json, "cursor"),
        json.has("selectionStart")
            ? Optional.of(
                new SampleRange(intOf(json, "selectionStart"), intOf(json, "selectionEnd")))
            : Optional.empty(),
        json.object("spectrogram"),
        json.string("annotated"));
  }

  private static int intOf(JsonObject json, String name) {
    return (int) Math.max(0, Math.min(Integer.MAX_VALUE, json.integer(name)));
  }
}
