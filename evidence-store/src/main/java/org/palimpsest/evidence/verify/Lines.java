package org.palimpsest.evidence.verify;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.palimpsest.evidence.format.CanonicalJson;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.JsonParser;

/** Objects in canonical JSON, one on each line, each line with its end. */
final class Lines implements AutoCloseable {
  /** The largest body, and room for the hashes beside it. */
  private static final int LONGEST = (16 << 20) + (1 << 16);

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
   * The next object, or nothing at the end.
   *
   * @throws IOException in words, if the line is none
   */
  Optional<JsonObject> next() throws IOException {
    byte[] line = line();
    if (line.length == 0) {
      return Optional.empty();
    }
    number++;
    byte[] json = Arrays.copyOf(line, line.length - 1);
    try {
      JsonObject object = JsonParser.parseObject(json);
      if (line[json.length] == '\n' && Arrays.equals(CanonicalJson.bytes(object), json)) {
        return Optional.of(object);
      }
    } catch (IllegalArgumentException e) {
      throw new IOException(name + ", line " + number + ": " + e.getMessage(), e);
    }
    throw new IOException(name + ", line " + number + " is not canonical JSON");
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
      if (line.size() > LONGEST) {
        throw new IOException(name + " has a line that is too long");
      }
    }
    return line.toByteArray();
  }
}
