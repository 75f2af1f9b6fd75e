package org.palimpsest.evidence.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the ledger's JSON subset, strictly: UTF-8 without a byte order mark, no name twice, no
 * number but integers below 2⁵³, at most {@value #DEEPEST} levels. It accepts text that is not
 * canonical; who needs that writes the value again and compares.
 */
public final class JsonParser {
  /** Nesting is bounded so that a hostile text cannot exhaust the stack. */
  private static final int DEEPEST = 64;

  private final String text;
  private int at;
  private int depth;

  private JsonParser(String text) {
    this.text = text;
  }

  /**
   * Reads one value.
   *
   * @throws JsonException if {@code utf8} is anything else than one value of the subset
   */
  public static JsonValue parse(byte[] utf8) {
    try {
      return parse(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString());
    } catch (CharacterCodingException e) {
      throw new JsonException("the text is not UTF-8");
    }
  }

  /**
   * Reads one value.
   *
   * @throws JsonException if {@code text} is anything else than one value of the subset
   */
  public static JsonValue parse(String text) {
    JsonParser parser = new JsonParser(text);
    JsonValue value = parser.value();
    parser.skipSpace();
    if (parser.at != text.length()) {
      throw parser.unexpected();
    }
    return value;
  }

  /**
   * Reads one object.
   *
   * @throws JsonException if {@code utf8} is anything else
   */
  public static JsonObject parseObject(byte[] utf8) {
    if (parse(utf8) instanceof JsonObject object) {
      return object;
    }
    throw new JsonException("the text is not a JSON object");
  }

  private JsonValue value() {
    skipSpace();
    return switch (peek()) {
      case '{' -> nested(this::object);
      case '[' -> nested(this::array);
      case '"' -> new JsonString(string());
      case 't' -> word("true", new JsonBoolean(true));
      case 'f' -> word("false", new JsonBoolean(false));
      case 'n' -> word("null", new JsonNull());
      default -> number();
    };
  }

  private JsonValue nested(java.util.function.Supplier<JsonValue> inner) {
    if (++depth > DEEPEST) {
      throw new JsonException("the text is nested deeper than " + DEEPEST + " levels");
    }
    JsonValue value = inner.get();
    depth--;
    return value;
  }

  private JsonValue object() {
    SortedMap<String, JsonValue> members = new TreeMap<>();
    at++;
    if (closes('}')) {
      return new JsonObject(members);
    }
    do {
      skipSpace();
      String name = string();
      skipSpace();
      expect(':');
      if (members.put(name, value()) != null) {
        throw new JsonException("the field \"" + name + "\" is there twice");
      }
    } while (continues('}'));
    return new JsonObject(members);
  }

  private JsonValue array() {
    List<JsonValue> items = new ArrayList<>();
    at++;
    if (closes(']')) {
      return new JsonArray(items);
    }
    do {
      items.add(value());
    } while (continues(']'));
    return new JsonArray(items);
  }

  private boolean closes(char end) {
    skipSpace();
    if (peek() == end) {
      at++;
      return true;
    }
    return false;
  }

  private boolean continues(char end) {
    if (closes(end)) {
      return false;
    }
    expect(',');
    return true;
  }

  private JsonValue word(String word, JsonValue value) {
    if (!text.startsWith(word, at)) {
      throw unexpected();
    }
    at += word.length();
    return value;
  }

  private JsonValue number() {
    int start = at;
    if (peek() == '-') {
      at++;
    }
    int digits = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    int count = at - digits;
    boolean fraction = at < text.length() && ".eE".indexOf(text.charAt(at)) >= 0;
    if (count == 0) {
      throw unexpected();
    }
    if (fraction || count > 16 || (text.charAt(digits) == '0' && at - start > 1)) {
      throw new JsonException("the number at character " + start + " is not an integer below 2^53");
    }
    return new JsonNumber(Long.parseLong(text.substring(start, at)));
  }

  private String string() {
    expect('"');
    StringBuilder out = new StringBuilder();
    while (true) {
      char c = peek();
      at++;
      if (c == '"') {
        return out.toString();
      }
      if (c < 0x20) {
        throw new JsonException("a control character stands in a string");
      }
      out.append(c == '\\' ? escape() : c);
    }
  }

  private char escape() {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'u' -> hexEscape();
      default -> throw new JsonException("an escape is not one of JSON's");
    };
  }

  private char hexEscape() {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      char c = peek();
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw unexpected();
      }
      code = code * 16 + digit;
      at++;
    }
    return (char) code;
  }

  private void skipSpace() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private void expect(char c) {
    if (peek() != c) {
      throw unexpected();
    }
    at++;
  }

  private char peek() {
    if (at >= text.length()) {
      throw new JsonException("the text ends too early");
    }
    return text.charAt(at);
  }

  private JsonException unexpected() {
    return new JsonException("the text is not JSON at character " + at);
  }
}
