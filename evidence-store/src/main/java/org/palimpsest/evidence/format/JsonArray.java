package org.palimpsest.evidence.format;

import java.util.Collection;
import java.util.List;

/**
 * A list of values.
 *
 * @param items in order
 */
public record JsonArray(List<JsonValue> items) implements JsonValue {
  /** Keeps a copy of {@code items}. */
  public JsonArray {
    items = List.copyOf(items);
  }

  /** An array of {@code items}. */
  public static JsonArray of(Collection<? extends JsonValue> items) {
    return new JsonArray(List.copyOf(items));
  }

  /** An array of strings. */
  public static JsonArray ofStrings(Collection<String> items) {
    return of(items.stream().map(JsonString::new).toList());
  }

  /**
   * The items as objects.
   *
   * @throws JsonException if one of them is something else
   */
  public List<JsonObject> objects() {
    return items.stream().map(i -> cast(i, JsonObject.class)).toList();
  }

  /**
   * The items as strings.
   *
   * @throws JsonException if one of them is something else
   */
  public List<String> strings() {
    return items.stream().map(i -> cast(i, JsonString.class).value()).toList();
  }

  private static <T extends JsonValue> T cast(JsonValue item, Class<T> type) {
    if (!type.isInstance(item)) {
      throw new JsonException("an array holds something else than " + type.getSimpleName());
    }
    return type.cast(item);
  }
}
