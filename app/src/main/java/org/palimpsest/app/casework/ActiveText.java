package org.palimpsest.app.casework;

import java.util.Optional;
import java.util.OptionalDouble;
import org.palimpsest.analysis.measure.ActivePart;
import org.palimpsest.evidence.format.JsonObject;

/** How much of a recording is active, as the entry of its import says. */
final class ActiveText {
  private static final String SECONDS = "activeSeconds";
  private static final String SNR = "activeSnrDb";

  private ActiveText() {}

  static JsonObject in(JsonObject facts, ActivePart active) {
    JsonObject json = facts.with(SECONDS, FigureText.of(active.seconds()));
    return active.snrDb().isPresent()
        ? json.with(SNR, FigureText.of(active.snrDb().getAsDouble()))
        : json;
  }

  /** Empty where the entry was written by a version that did not measure it. */
  static Optional<ActivePart> read(JsonObject facts) {
    if (!facts.has(SECONDS)) {
      return Optional.empty();
    }
    OptionalDouble snr =
        facts.has(SNR)
            ? OptionalDouble.of(Double.parseDouble(facts.string(SNR)))
            : OptionalDouble.empty();
    return Optional.of(new ActivePart(Double.parseDouble(facts.string(SECONDS)), snr));
  }
}
