package org.palimpsest.evidence.bag;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The lines of a UTF-8 text of any length, one at a time, so that a text without line ends cannot
 * exhaust the memory. Not safe for several threads.
 */
public final class TextLines implements AutoCloseable {
  private final InputStream in;
  private final int longest;
  private long number;

  /**
   * @param in is closed with this
   * @param longest most bytes in a line
   */
  public TextLines(InputStream in, int longest) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.longest = longest;
  }

  /**
   * The next line without its line feed; empty after the last.
   *
   * @throws IOException if it is too long, not UTF-8, or the stream fails
   */
  public Optional<String> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int b = in.read();
    if (b < 0) {
      return Optional.empty();
    }
    number++;
    for (; b >= 0 && b != '\n'; b = in.read()) {
      if (line.size() == longest) {
        throw new IOException("line " + number + " is longer than " + longest + " bytes");
      }
      line.write(b);
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(line.toByteArray());
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException e) {
      throw new IOException("line " + number + " is not UTF-8", e);
    }
  }

  /** The number of the line that was read last, from 1. */
  public long number() {
    return number;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
