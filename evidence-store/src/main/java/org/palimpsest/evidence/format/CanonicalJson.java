package org.palimpsest.evidence.format;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Writes a value in the one form that RFC 8785 allows it: members by UTF-16 code units, no white
 * space, the shortest escapes, UTF-8.
 */
public final class CanonicalJson {
  private final StringBuilder out = new StringBuilder();

  private CanonicalJson() {}

  /** The canonical bytes of {@code value}. */
  public static byte[] bytes(JsonValue value) {
    return text(value).getBytes(StandardCharsets.UTF_8);
  }

  /** The canonical characters of {@code value}. */
  public static String text(JsonValue value) {
    CanonicalJson writer = new CanonicalJson();
    writer.write(value);
    return writer.out.toString();
  }

  private void write(JsonValue value) {
    if (value instanceof JsonObject object) {
      writeObject(object);
    } else if (value instanceof JsonArray array) {
      writeArray(array);
    } else if (value instanceof JsonString string) {
      writeString(string.value());
    } else if (value instanceof JsonNumber number) {
      out.append(number.value());
    } else if (value instanceof JsonBoolean truth) {
      out.append(truth.value());
    } else {
      out.append("null");
    }
  }

  private void writeObject(JsonObject object) {
    out.append('{');
    String separator = "";
    for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
      out.append(separator);
      writeString(member.getKey());
      out.append(':');
      write(member.getValue());
      separator = ",";
    }
    out.append('}');
  }

  private void writeArray(JsonArray array) {
    out.append('[');
    String separator = "";
    for (JsonValue item : array.items()) {
      out.append(separator);
      write(item);
      separator = ",";
    }
    out.append(']');
  }

  private void writeString(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      writeChar(text.charAt(i));
    }
    out.append('"');
  }

  private void writeChar(char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      default -> {
        if (c < 0x20) {
          out.append("\\u00").append(c < 0x10 ? '0' : '1');
          out.append(Character.forDigit(c & 0xf, 16));
        } else {
          out.append(c);
        }
      }
    }
  }
}
