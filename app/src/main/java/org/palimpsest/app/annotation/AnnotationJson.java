package org.palimpsest.app.annotation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import org.palimpsest.evidence.format.CanonicalJson;
import org.palimpsest.evidence.format.JsonArray;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.JsonParser;
import org.palimpsest.evidence.format.Sha256;
import org.palimpsest.evidence.format.UtcTime;

/** Annotations in canonical JSON: docs/formats/annotations-1.md. */
public final class AnnotationJson {
  private static final String FORMAT = "palimpsest-annotations/1";

  private AnnotationJson() {}

  /** The one form of {@code annotations}. */
  public static byte[] bytes(Annotations annotations) {
    return CanonicalJson.bytes(
        JsonObject.empty()
            .with("format", FORMAT)
            .with("signal", json(annotations.signal()))
            .with("annotations", json(annotations.list())));
  }

  /**
   * Reads that form and no other.
   *
   * @throws IllegalArgumentException for another, in words
   */
  public static Annotations read(byte[] bytes) {
    JsonObject json = JsonParser.parseObject(bytes);
    if (!json.string("format").equals(FORMAT)) {
      throw new IllegalArgumentException("these are no annotations of the format " + FORMAT);
    }
    Annotations read = new Annotations(signal(json.object("signal")), list(json, "annotations"));
    if (!Arrays.equals(bytes(read), bytes)) {
      throw new IllegalArgumentException("these annotations are not in their canonical form");
    }
    return read;
  }

  public static JsonObject json(AnnotatedSignal signal) {
    return JsonObject.empty()
        .with("id", signal.id())
        .with("sha256", signal.sha256().hex())
        .with("channel", signal.channel())
        .with("sampleRateHz", signal.hertz())
        .with("samples", signal.samples());
  }

  /**
   * Reads {@link #json(AnnotatedSignal)}'s form.
   *
   * @throws IllegalArgumentException for another
   */
  public static AnnotatedSignal signal(JsonObject json) {
    return new AnnotatedSignal(
        json.string("id"),
        new Sha256(json.string("sha256")),
        intOf(json, "channel"),
        intOf(json, "sampleRateHz"),
        json.integer("samples"));
  }

  public static JsonArray json(Collection<Annotation> annotations) {
    return JsonArray.of(annotations.stream().map(AnnotationJson::json).toList());
  }

  /**
   * Reads {@link #json(Collection)}'s form.
   *
   * @throws IllegalArgumentException for another
   */
  public static java.util.List<Annotation> list(JsonObject json, String name) {
    return json.array(name).objects().stream().map(AnnotationJson::annotation).toList();
  }

  private static JsonObject json(Annotation one) {
    JsonObject json =
        JsonObject.empty()
            .with("id", one.id().toString())
            .with("kind", one.mark().kind())
            .with("start", one.mark().start())
            .with("tier", one.tier())
            .with("label", one.label())
            .with("author", one.author())
            .with("made", UtcTime.format(one.made()));
    if (!(one.mark() instanceof Mark.Point)) {
      json = json.with("end", one.mark().end());
    }
    if (one.mark().frequencies().isPresent()) {
      Band band = one.mark().frequencies().get();
      json = json.with("lowHz", decimal(band.lowHz())).with("highHz", decimal(band.highHz()));
    }
    return json;
  }

  private static Annotation annotation(JsonObject json) {
    return new Annotation(
        UUID.fromString(json.string("id")),
        mark(json),
        json.string("tier"),
        json.string("label"),
        json.string("author"),
        UtcTime.parse(json.string("made")));
  }

  private static Mark mark(JsonObject json) {
    long start = json.integer("start");
    String kind = json.string("kind");
    return switch (kind) {
      case "point" -> new Mark.Point(start);
      case "region" -> new Mark.Region(start, json.integer("end"));
      case "box" ->
          new Mark.Box(
              start, json.integer("end"), new Band(hertz(json, "lowHz"), hertz(json, "highHz")));
      default -> throw new IllegalArgumentException("an annotation of the kind " + kind);
    };
  }

  /** In hertz with at most three decimals, without an exponent or needless zeros. */
  public static String decimal(double hertz) {
    BigDecimal rounded = new BigDecimal(hertz).setScale(3, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private static double hertz(JsonObject json, String name) {
    return Double.parseDouble(json.string(name));
  }

  private static int intOf(JsonObject json, String name) {
    return (int) Math.min(Integer.MAX_VALUE, Math.max(0, json.integer(name)));
  }
}
