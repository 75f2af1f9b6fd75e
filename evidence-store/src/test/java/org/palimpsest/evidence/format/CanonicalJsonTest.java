package org.palimpsest.evidence.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("canonical JSON")
final class CanonicalJsonTest {
  @Test
  @DisplayName("orders names by UTF-16 code units, as RFC 8785 section 3.2.3 shows")
  void ordersNames() {
    String unordered =
        "{\"\\u20ac\":\"Euro Sign\",\"\\r"
            + "\":\"Carriage Return\",\"\\ufb33\":\"Hebrew Letter Dalet With"
            + " Dagesh\",\"1\":\"One\",\"\\ud83d\\ude00\":\"Emoji: Grinning"
            + " Face\",\"\\u0080\":\"Control\",\"\\u00f6\":\"Latin Small Letter O With"
            + " Diaeresis\"}";
    JsonObject object = JsonParser.parseObject(unordered.getBytes(StandardCharsets.UTF_8));
    assertThat(object.members().values())
        .extracting(v -> ((JsonString) v).value())
        .containsExactly(
            "Carriage Return",
            "One",
            "Control",
            "Latin Small Letter O With Diaeresis",
            "Euro Sign",
            "Emoji: Grinning Face",
            "Hebrew Letter Dalet With Dagesh");
  }

  @Test
  @DisplayName("writes the bytes of RFC 8785 section 3.2.2's string")
  void writesStrings() {
    JsonValue text =
        JsonParser.parse("\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"");
    assertThat(HexFormat.of().formatHex(CanonicalJson.bytes(text)))
        .isEqualTo("22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f22");
  }

  @Test
  @DisplayName("escapes what it must and nothing else")
  void escapes() {
    assertThat(CanonicalJson.text(new JsonString("\b\t\n\f\r\u0000\u001f\u007f\u2028é/")))
        .isEqualTo("\"\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\u2028é/\"");
  }

  @Test
  @DisplayName("has no white space and every kind of value")
  void writesValues() {
    JsonObject object =
        JsonObject.of(Map.of("b", new JsonArray(List.of(new JsonNull(), new JsonBoolean(true)))))
            .with("a", -JsonNumber.LIMIT)
            .with("c", JsonObject.empty())
            .with("d", false);
    String text = "{\"a\":-9007199254740991,\"b\":[null,true],\"c\":{},\"d\":false}";
    assertThat(CanonicalJson.text(object)).isEqualTo(text);
    assertThat(JsonParser.parse(text)).isEqualTo(object);
    assertThat(
            JsonParser.parse(
                " { \"d\" : false, \"c\":{ } ,\"b\":[ null , true ],\n\t"
                    + "\"a\":-9007199254740991 }\r\n"))
        .isEqualTo(object);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1",
        "[1,]",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "[1 2]",
        "1 2",
        "tru",
        "nul",
        "+1",
        "-",
        "01",
        "-0",
        "1.0",
        "1e3",
        "1E3",
        "9007199254740992",
        "-9007199254740992",
        "99999999999999999999",
        "\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"\\ud800\"",
        "\"\\udc00\\ud800\"",
        "\"\t\"",
        "{\"a\":1,\"a\":1}",
        "NaN",
        "'a'",
        "\uFEFF1"
      })
  @DisplayName("is not any of these")
  void refuses(String text) {
    assertThatThrownBy(() -> JsonParser.parse(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(JsonException.class);
  }

  @Test
  @DisplayName("is UTF-8 and not nested without end")
  void refusesBytes() {
    assertThatThrownBy(() -> JsonParser.parse(new byte[] {'"', (byte) 0xc0, (byte) 0x80, '"'}))
        .hasMessageContaining("UTF-8");
    assertThatThrownBy(() -> JsonParser.parse("[".repeat(65))).hasMessageContaining("nested");
    assertThatThrownBy(() -> JsonParser.parseObject(new byte[] {'7'}))
        .hasMessageContaining("object");
  }

  @Test
  @DisplayName("says which field is missing or of another type")
  void saysWhichField() {
    JsonObject object = JsonObject.empty().with("n", 7).with("s", "x");
    assertThatThrownBy(() -> object.string("t")).hasMessage("the field \"t\" is missing");
    assertThatThrownBy(() -> object.string("n")).hasMessage("the field \"n\" is not a string");
    assertThatThrownBy(() -> object.integer("s")).hasMessageContaining("not an integer");
    assertThatThrownBy(() -> object.array("s")).hasMessageContaining("not an array");
    assertThatThrownBy(() -> object.object("s")).hasMessageContaining("not an object");
    assertThatThrownBy(() -> object.bool("s")).hasMessageContaining("not true or false");
    assertThat(object.find("t")).isEmpty();
    assertThat(object.has("n")).isTrue();
    assertThat(JsonArray.ofStrings(List.of("a")).strings()).containsExactly("a");
    assertThatThrownBy(() -> JsonArray.ofStrings(List.of("a")).objects())
        .isInstanceOf(JsonException.class);
  }

  @Test
  @DisplayName("holds all of two objects, the second one's value where both have a name")
  void withAll() {
    JsonObject one = JsonObject.empty().with("a", 1).with("b", "one");
    JsonObject two = JsonObject.empty().with("b", "two").with("c", true);
    assertThat(CanonicalJson.text(one.withAll(two)))
        .isEqualTo("{\"a\":1,\"b\":\"two\",\"c\":true}");
    assertThat(one.withAll(JsonObject.empty())).isEqualTo(one);
    assertThat(CanonicalJson.text(one)).isEqualTo("{\"a\":1,\"b\":\"one\"}");
  }
}
