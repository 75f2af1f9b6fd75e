package org.palimpsest.evidence.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

@DisplayName("any value of the subset")
final class JsonRoundTripTest {
  @RepeatedTest(50)
  @DisplayName("is read back from its canonical bytes, which are then the same")
  void roundTrip(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    JsonValue value = value(random, 4);
    byte[] bytes = CanonicalJson.bytes(value);
    JsonValue read = JsonParser.parse(bytes);
    assertThat(read).isEqualTo(value);
    assertThat(CanonicalJson.bytes(read)).isEqualTo(bytes);
  }

  @RepeatedTest(50)
  @DisplayName("is refused or read, but never anything worse, when its bytes are garbled")
  void garbled(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    byte[] bytes = CanonicalJson.bytes(value(random, 4));
    for (int i = 0; i < 20; i++) {
      byte[] garbled = bytes.clone();
      garbled[random.nextInt(garbled.length)] = (byte) random.nextInt();
      try {
        assertThat(CanonicalJson.bytes(JsonParser.parse(garbled))).isNotEmpty();
      } catch (JsonException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }

  @Test
  @DisplayName("is found not canonical when it is written in another way")
  void notCanonical() {
    for (String text :
        new String[] {
          "{\"b\":1,\"a\":2}",
          "{\"a\" :1}",
          "[1, 2]",
          "\"\\u0041\"",
          "\"\\/\"",
          "\"\\u000a\"",
          "\"\\u00E9\"",
          " 1",
          "1\n",
          "\"\\u001F\""
        }) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      assertThat(CanonicalJson.bytes(JsonParser.parse(bytes))).as(text).isNotEqualTo(bytes);
    }
  }

  @Test
  @DisplayName("does not change when what it was made of does")
  void keepsCopies() {
    SortedMap<String, JsonValue> members = new TreeMap<>();
    List<JsonValue> items = new ArrayList<>();
    JsonObject object = new JsonObject(members);
    JsonArray array = new JsonArray(items);
    members.put("late", new JsonNull());
    items.add(new JsonNull());
    assertThat(object).isEqualTo(JsonObject.empty());
    assertThat(array.items()).isEmpty();
    assertThat(object.with("a", 1)).isNotEqualTo(object);
    assertThatThrownBy(() -> object.members().put("x", new JsonNull()))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  @DisplayName("has no half characters in names and strings, and no number of 2^53 or more")
  void limits() {
    assertThatThrownBy(() -> new JsonString("\ud800")).isInstanceOf(JsonException.class);
    assertThatThrownBy(() -> new JsonString("a\udc00b")).isInstanceOf(JsonException.class);
    assertThatThrownBy(() -> JsonObject.empty().with("\ud83d", 1))
        .isInstanceOf(JsonException.class);
    assertThat(new JsonString("\ud83d\ude00").value()).hasSize(2);
    assertThatThrownBy(() -> new JsonNumber(1L << 53)).hasMessageContaining("decimal string");
    assertThatThrownBy(() -> new JsonNumber(-(1L << 53))).isInstanceOf(JsonException.class);
    assertThat(new JsonNumber((1L << 53) - 1).value()).isEqualTo(9007199254740991L);
  }

  private static JsonValue value(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 4)) {
      case 0 -> new JsonNull();
      case 1 -> new JsonBoolean(random.nextBoolean());
      case 2 -> new JsonNumber(random.nextLong() >> (11 + random.nextInt(52)));
      case 3 -> new JsonString(text(random));
      case 4 -> array(random, depth);
      default -> object(random, depth);
    };
  }

  private static JsonValue array(Random random, int depth) {
    List<JsonValue> items = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      items.add(value(random, depth - 1));
    }
    return new JsonArray(items);
  }

  private static JsonValue object(Random random, int depth) {
    SortedMap<String, JsonValue> members = new TreeMap<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      members.put(text(random), value(random, depth - 1));
    }
    return new JsonObject(members);
  }

  private static String text(Random random) {
    StringBuilder out = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      int limit = List.of(0x20, 0x80, 0x800, 0xD800, 0x110000).get(random.nextInt(5));
      int character = random.nextInt(limit);
      boolean half = character >= 0xD800 && character < 0xE000;
      out.appendCodePoint(half ? 'x' : character);
    }
    return out.toString();
  }
}
