package org.palimpsest.evidence.format;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Named values. Immutable: {@code with} answers a new object.
 *
 * @param members by name, in the order of UTF-16 code units that RFC 8785 asks for
 */
public record JsonObject(SortedMap<String, JsonValue> members) implements JsonValue {
  /** Keeps a copy of {@code members}; a name follows the same rule as a {@link JsonString}. */
  public JsonObject {
    members.keySet().forEach(JsonString::requireWhole);
    // String's natural order is the order of UTF-16 code units
    members = Collections.unmodifiableSortedMap(new TreeMap<String, JsonValue>(members));
  }

  /** The object without members. */
  public static JsonObject empty() {
    return new JsonObject(new TreeMap<>());
  }

  /** An object of {@code members}. */
  public static JsonObject of(Map<String, ? extends JsonValue> members) {
    return new JsonObject(new TreeMap<String, JsonValue>(members));
  }

  /** This object with {@code name} added or replaced. */
  public JsonObject with(String name, JsonValue value) {
    SortedMap<String, JsonValue> copy = new TreeMap<>(members);
    copy.put(name, value);
    return new JsonObject(copy);
  }

  /** As {@link #with(String, JsonValue)}, for a string. */
  public JsonObject with(String name, String value) {
    return with(name, new JsonString(value));
  }

  /** As {@link #with(String, JsonValue)}, for an integer below 2⁵³. */
  public JsonObject with(String name, long value) {
    return with(name, new JsonNumber(value));
  }

  /** As {@link #with(String, JsonValue)}, for a truth value. */
  public JsonObject with(String name, boolean value) {
    return with(name, new JsonBoolean(value));
  }

  /** This object with everything that {@code other} has, added or replaced. */
  public JsonObject withAll(JsonObject other) {
    SortedMap<String, JsonValue> copy = new TreeMap<>(members);
    copy.putAll(other.members);
    return new JsonObject(copy);
  }

  /** The value called {@code name}, if there is one. */
  public Optional<JsonValue> find(String name) {
    return Optional.ofNullable(members.get(name));
  }

  /** Whether there is a value called {@code name}. */
  public boolean has(String name) {
    return members.containsKey(name);
  }

  /**
   * The string called {@code name}.
   *
   * @throws JsonException if there is none
   */
  public String string(String name) {
    return get(name, JsonString.class, "a string").value();
  }

  /**
   * The integer called {@code name}.
   *
   * @throws JsonException if there is none
   */
  public long integer(String name) {
    return get(name, JsonNumber.class, "an integer").value();
  }

  /**
   * The truth value called {@code name}.
   *
   * @throws JsonException if there is none
   */
  public boolean bool(String name) {
    return get(name, JsonBoolean.class, "true or false").value();
  }

  /**
   * The object called {@code name}.
   *
   * @throws JsonException if there is none
   */
  public JsonObject object(String name) {
    return get(name, JsonObject.class, "an object");
  }

  /**
   * The array called {@code name}.
   *
   * @throws JsonException if there is none
   */
  public JsonArray array(String name) {
    return get(name, JsonArray.class, "an array");
  }

  private <T extends JsonValue> T get(String name, Class<T> type, String words) {
    JsonValue value = members.get(name);
    if (value == null) {
      throw new JsonException("the field \"" + name + "\" is missing");
    }
    if (!type.isInstance(value)) {
      throw new JsonException("the field \"" + name + "\" is not " + words);
    }
    return type.cast(value);
  }
}
