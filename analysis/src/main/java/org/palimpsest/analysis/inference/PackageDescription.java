package org.palimpsest.analysis.inference;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.palimpsest.analysis.RefusedException;

/** {@code model.json}, format {@code palimpsest-model/1}. Unknown fields are ignored. */
record PackageDescription(
    String id,
    String version,
    ModelKind kind,
    String file,
    String sha256,
    OptionalInt context,
    int alignment,
    String inputName,
    String outputName,
    String licence,
    Optional<Golden> golden,
    Optional<String> protector,
    Optional<String> victim,
    SortedMap<String, String> metrics) {
  static final String FILE = "model.json";
  private static final String FORMAT = "palimpsest-model/1";
  private static final String ENGINE = "OnnxRuntime";
  private static final int RATE = 16_000;
  private static final int LARGEST_CONTEXT = 600 * RATE;
  private static final List<String> REQUIRED =
      List.of(
          "format",
          "id",
          "version",
          "kind",
          "file",
          "sha256",
          "engine",
          "sampleRate",
          "context",
          "input",
          "output",
          "licence");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /** A stored input, the output it must give and the largest difference allowed. */
  record Golden(String input, String output, double tolerance) {}

  /**
   * @param source how the package is named in a refusal
   */
  static PackageDescription parse(byte[] json, String source) throws RefusedException {
    try {
      JsonObject all =
          JsonParser.parseString(new String(json, StandardCharsets.UTF_8)).getAsJsonObject();
      for (String field : REQUIRED) {
        require(all.has(field), source, "the field " + field + " is missing");
      }
      require(FORMAT.equals(text(all, "format")), source, "format is not " + FORMAT);
      require(ENGINE.equals(text(all, "engine")), source, "engine is not " + ENGINE);
      require(integer(all.get("sampleRate")) == RATE, source, "sampleRate is not " + RATE);
      require(!all.has("frontend"), source, "a frontend outside the graph is not supported");
      String id = text(all, "id");
      String version = text(all, "version");
      require(NAME.matcher(id).matches(), source, "id holds forbidden characters");
      require(NAME.matcher(version).matches(), source, "version holds forbidden characters");
      String sha256 = text(all, "sha256");
      require(HASH.matcher(sha256).matches(), source, "sha256 is not 64 lower-case hex digits");
      String kind = text(all, "kind");
      int alignment = all.has("alignment") ? integer(all.get("alignment")) : 1;
      require(
          alignment >= 1 && alignment <= RATE, source, "alignment is not between 1 and " + RATE);
      require(!text(all, "licence").isBlank(), source, "licence is empty");
      return new PackageDescription(
          id,
          version,
          ModelKind.find(kind)
              .orElseThrow(() -> new RefusedException(source + ": unknown kind \"" + kind + "\"")),
          text(all, "file"),
          sha256,
          context(all.get("context"), source),
          alignment,
          text(all.getAsJsonObject("input"), "name"),
          text(all.getAsJsonObject("output"), "name"),
          text(all, "licence"),
          golden(all, source),
          Optional.ofNullable(all.get("protector")).map(JsonElement::getAsString),
          Optional.ofNullable(all.get("victim")).map(JsonElement::getAsString),
          metrics(all));
    } catch (JsonParseException
        | IllegalStateException
        | UnsupportedOperationException
        | NullPointerException
        | ClassCastException
        | ArithmeticException
        | NumberFormatException e) {
      throw new RefusedException(
          source + ": " + FILE + " is not valid (" + e.getMessage() + ")", e);
    }
  }

  private static int integer(JsonElement value) {
    return value.getAsBigDecimal().intValueExact();
  }

  private static OptionalInt context(JsonElement value, String source) throws RefusedException {
    if (value.getAsString().equals("global")) {
      return OptionalInt.empty();
    }
    int samples = integer(value);
    require(samples >= 0, source, "context is negative");
    require(
        samples <= LARGEST_CONTEXT, source, "context is longer than 10 minutes; use \"global\"");
    return OptionalInt.of(samples);
  }

  private static Optional<Golden> golden(JsonObject all, String source) throws RefusedException {
    if (!all.has("golden")) {
      return Optional.empty();
    }
    JsonObject golden = all.getAsJsonObject("golden");
    double tolerance = Double.parseDouble(text(golden, "tolerance"));
    require(tolerance >= 0 && tolerance < 1, source, "golden tolerance is not between 0 and 1");
    return Optional.of(new Golden(text(golden, "input"), text(golden, "output"), tolerance));
  }

  private static SortedMap<String, String> metrics(JsonObject all) {
    SortedMap<String, String> metrics = new TreeMap<>();
    if (all.has("metrics")) {
      all.getAsJsonObject("metrics")
          .asMap()
          .forEach((k, v) -> metrics.put(k, v.isJsonPrimitive() ? v.getAsString() : v.toString()));
    }
    return Collections.unmodifiableSortedMap(metrics);
  }

  private static String text(JsonObject object, String field) {
    JsonElement value = object.get(field);
    if (value == null) {
      throw new JsonParseException("the field " + field + " is missing");
    }
    return value.getAsString();
  }

  private static void require(boolean condition, String source, String fault)
      throws RefusedException {
    if (!condition) {
      throw new RefusedException(source + ": " + fault);
    }
  }
}
