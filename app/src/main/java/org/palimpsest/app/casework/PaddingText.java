package org.palimpsest.app.casework;

import java.util.OptionalLong;
import org.palimpsest.analysis.audio.Padding;
import org.palimpsest.evidence.format.JsonObject;

/** A coder's padding as an entry has it. */
final class PaddingText {
  private static final String DECLARED = "declaredFrames";
  private static final String START = "skippedAtStart";
  private static final String END = "skippedAtEnd";

  private PaddingText() {}

  static JsonObject of(Padding padding) {
    JsonObject json =
        JsonObject.empty().with(START, padding.skippedAtStart()).with(END, padding.skippedAtEnd());
    return padding.declaredFrames().isPresent()
        ? json.with(DECLARED, padding.declaredFrames().getAsLong())
        : json;
  }

  static Padding read(JsonObject json) {
    return new Padding(
        json.has(DECLARED) ? OptionalLong.of(json.integer(DECLARED)) : OptionalLong.empty(),
        json.integer(START),
        json.integer(END));
  }
}
