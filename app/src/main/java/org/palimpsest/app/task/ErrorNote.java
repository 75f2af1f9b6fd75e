package org.palimpsest.app.task;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * Something that went wrong.
 *
 * @param time when
 * @param code short, the same for the same fault, to search for
 * @param doing what was being done
 * @param words what is wrong, for the examiner
 * @param details to be copied into a message to the developers
 */
public record ErrorNote(Instant time, String code, String doing, String words, String details) {

  static ErrorNote of(Instant time, String doing, Throwable cause) {
    boolean defect = cause instanceof RuntimeException || cause instanceof Error;
    String words =
        defect
            ? "A defect in Palimpsest stopped this. The case is as it was."
            : cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return new ErrorNote(time, code(defect ? "D" : "E", cause), doing, words, trace(cause));
  }

  /** Everything on lines of their own, for the clipboard. */
  public String toClipboard() {
    return String.join("\n", code + " " + time, doing, words, details);
  }

  private static String code(String letter, Throwable cause) {
    CRC32 crc = new CRC32();
    for (Throwable t = cause; t != null; t = t.getCause()) {
      crc.update(t.getClass().getName().getBytes(StandardCharsets.UTF_8));
      if (t.getStackTrace().length > 0) {
        StackTraceElement at = t.getStackTrace()[0];
        crc.update((at.getClassName() + at.getMethodName()).getBytes(StandardCharsets.UTF_8));
      }
    }
    return String.format(Locale.ROOT, "%s-%04X", letter, crc.getValue() & 0xffff);
  }

  private static String trace(Throwable cause) {
    StringWriter text = new StringWriter();
    cause.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
