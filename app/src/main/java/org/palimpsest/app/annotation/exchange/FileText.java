package org.palimpsest.app.annotation.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.palimpsest.analysis.RefusedException;

/** Reads a text file in UTF-8, or in UTF-16 with its mark, as Praat writes them. */
final class FileText {
  private static final int LARGEST = 64 << 20;

  private FileText() {}

  static String read(Path file) throws RefusedException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(LARGEST + 1);
    } catch (IOException e) {
      throw new RefusedException(file + ": cannot be read (" + e.getMessage() + ")", e);
    }
    if (bytes.length > LARGEST) {
      throw new RefusedException(file + ": has more than 64 MiB; no list of annotations has");
    }
    try {
      String text = decode(bytes);
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new RefusedException(
          file + ": is neither UTF-8 nor UTF-16 with a byte order mark; save it as UTF-8", e);
    }
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    int first = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
    Charset charset =
        first == 0xfeff
            ? StandardCharsets.UTF_16BE
            : first == 0xfffe ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes))
        .toString();
  }
}
