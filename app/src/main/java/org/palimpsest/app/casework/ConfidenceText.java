package org.palimpsest.app.casework;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.restoration.Confidence;
import org.palimpsest.analysis.restoration.Restored;

/** A confidence track as a case keeps it: docs/formats/confidence-1.md. */
final class ConfidenceText {
  private static final String FORMAT = "palimpsest-confidence/1";
  private static final MathContext DIGITS = new MathContext(4, RoundingMode.UP);

  private ConfidenceText() {}

  /**
   * @param samples of the signal it belongs to
   */
  static byte[] write(Confidence track, int samples) {
    JsonObject json = new JsonObject();
    json.addProperty("format", FORMAT);
    json.addProperty("samples", samples);
    json.addProperty("windowSamples", Restored.WINDOW);
    JsonArray bounds = new JsonArray();
    for (int w = 0; w < track.windows(); w++) {
      bounds.add(bound(track.boundLsb(w)));
    }
    json.add("boundLsb", bounds);
    json.add("ambiguousWindows", ranges(track.ambiguous()));
    json.addProperty(
        "certainSamples", Base64.getEncoder().encodeToString(track.certain().toByteArray()));
    return (json + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Up to four digits, never below the bound. */
  private static JsonElement bound(double lsb) {
    if (Double.isInfinite(lsb)) {
      return JsonNull.INSTANCE;
    }
    return new JsonPrimitive(
        new BigDecimal(Float.toString((float) lsb)).round(DIGITS).stripTrailingZeros());
  }

  private static JsonArray ranges(BitSet set) {
    JsonArray ranges = new JsonArray();
    for (int from = set.nextSetBit(0); from >= 0; ) {
      int to = set.nextClearBit(from);
      JsonArray range = new JsonArray();
      range.add(from);
      range.add(to);
      ranges.add(range);
      from = set.nextSetBit(to);
    }
    return ranges;
  }

  /**
   * @param name for the message
   */
  static Confidence read(byte[] bytes, String name) throws RefusedException {
    try {
      JsonObject json =
          JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8)).getAsJsonObject();
      if (!json.get("format").getAsString().equals(FORMAT)
          || json.get("windowSamples").getAsInt() != Restored.WINDOW) {
        throw new RefusedException(name + " is no confidence track of a kind this program knows");
      }
      List<Double> bounds = new ArrayList<>();
      for (JsonElement bound : json.getAsJsonArray("boundLsb")) {
        bounds.add(bound.isJsonNull() ? Double.POSITIVE_INFINITY : bound.getAsDouble());
      }
      BitSet ambiguous = new BitSet();
      for (JsonElement range : json.getAsJsonArray("ambiguousWindows")) {
        JsonArray ends = range.getAsJsonArray();
        ambiguous.set(ends.get(0).getAsInt(), ends.get(1).getAsInt());
      }
      byte[] certain = Base64.getDecoder().decode(json.get("certainSamples").getAsString());
      return Confidence.of(bounds, ambiguous, BitSet.valueOf(certain));
    } catch (JsonParseException
        | IllegalStateException
        | IllegalArgumentException
        | IndexOutOfBoundsException
        | NullPointerException
        | UnsupportedOperationException
        | ClassCastException e) {
      throw new RefusedException(name + " is no confidence track (" + e.getMessage() + ")", e);
    }
  }
}
