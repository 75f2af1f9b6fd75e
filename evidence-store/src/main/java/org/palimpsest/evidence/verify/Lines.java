package org.palimpsest.evidence.verify;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.palimpsest.evidence.format.BundleLine;
import org.palimpsest.evidence.format.CanonicalJson;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.JsonParser;

/** The lines of a text in UTF-8, each with its end, most of them objects in canonical JSON. */
final class Lines implements AutoCloseable {

  private final InputStream in;
  private final String name;
  private long number;

  /**
   * @param name of the file, for people
   */
  Lines(InputStream in, String name) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.name = name;
  }

  /**
   * The next line without its end, or nothing after the last.
   *
   * @throws IOException in words, if it is not UTF-8 or has no end
   */
  Optional<String> next() throws IOException {
    byte[] line = line();
    if (line.length == 0) {
      return Optional.empty();
    }
    number++;
    if (line[line.length - 1] != '\n') {
      throw new IOException(place() + " has no end");
    }
    try {
      ByteBuffer text = ByteBuffer.wrap(line, 0, line.length - 1);
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(text).toString());
    } catch (CharacterCodingException e) {
      throw new IOException(place() + " is not UTF-8", e);
    }
  }

  /**
   * The next line as an object, or nothing after the last.
   *
   * @throws IOException in words, if it is none in canonical form
   */
  Optional<JsonObject> nextObject() throws IOException {
    Optional<String> line = next();
    return line.isPresent() ? Optional.of(object(line.get())) : Optional.empty();
  }

  /** Where the last line stands, for people. */
  String place() {
    return name + ", line " + number;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private byte[] line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      line.write(b);
      if (b == '\n') {
        break;
      }
      if (line.size() > BundleLine.LONGEST) {
        throw new IOException(name + " has a line that is too long");
      }
    }
    return line.toByteArray();
  }

  private JsonObject object(String line) throws IOException {
    try {
      JsonObject object = JsonParser.parseObject(line.getBytes(StandardCharsets.UTF_8));
      if (CanonicalJson.text(object).equals(line)) {
        return object;
      }
    } catch (IllegalArgumentException e) {
      throw new IOException(place() + ": " + e.getMessage(), e);
    }
    throw new IOException(place() + " is not canonical JSON");
  }
}
