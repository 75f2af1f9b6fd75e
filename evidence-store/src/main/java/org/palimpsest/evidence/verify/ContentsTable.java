package org.palimpsest.evidence.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.JsonParser;
import org.palimpsest.evidence.format.JsonString;

/** Compares a bundle's contents.tsv with what the entries say, line by line. */
final class ContentsTable implements AutoCloseable {
  static final String NAME = "contents.tsv";

  private static final int LAST_LOW = 0x1f; // of the control characters
  private static final int FIRST_HIGH = 0x7f;
  private static final int LAST_HIGH = 0x9f;

  private final InputStream in;
  private boolean same = true;
  private boolean derivable = true;

  /**
   * @param in the table's bytes, closed with this
   */
  ContentsTable(InputStream in) throws IOException {
    this.in = in;
    compare("sha256\tsize\trole\tseq\tid\tlabel\n");
  }

  /** Takes the next entry. What one says that is no JSON cannot be compared, nor what follows. */
  void entry(long seq, byte[] body) throws IOException {
    if (!same || !derivable) {
      return;
    }
    try {
      JsonObject entry = JsonParser.parseObject(body);
      String end = "\t" + seq + "\t" + text(entry, "id") + "\t" + text(entry, "label") + "\n";
      for (JsonObject use : entry.array("blobs").objects()) {
        if (same) {
          String start = use.string("sha256") + "\t" + use.integer("size") + "\t";
          compare(start + cell(use.string("role")) + end);
        }
      }
    } catch (IllegalArgumentException e) {
      derivable = false; // that is a finding about the entry
    }
  }

  /** Whether the table says something else, or more or less, than the entries. */
  boolean differs() throws IOException {
    return derivable && !(same && in.read() < 0);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void compare(String line) throws IOException {
    byte[] expected = line.getBytes(StandardCharsets.UTF_8);
    same = Arrays.equals(in.readNBytes(expected.length), expected);
  }

  private static String text(JsonObject entry, String field) {
    return entry.find(field).orElse(new JsonString("")) instanceof JsonString string
        ? cell(string.value())
        : "";
  }

  private static String cell(String text) {
    StringBuilder cell = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= LAST_LOW || (c >= FIRST_HIGH && c <= LAST_HIGH) || c == '\\') {
        cell.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        cell.append(c);
      }
    }
    return cell.toString();
  }
}
