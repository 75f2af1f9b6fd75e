package org.palimpsest.evidence.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** RFC 3339 in UTC with exactly three decimals: one form for one instant. */
public final class UtcTime {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT)
          .withZone(ZoneOffset.UTC);

  private UtcTime() {}

  /** The one form of {@code time}. */
  public static String format(Instant time) {
    return FORM.format(time);
  }

  /**
   * Reads that form and no other.
   *
   * @throws IllegalArgumentException for another
   */
  public static Instant parse(String text) {
    try {
      return Instant.from(FORM.parse(text));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a time in UTC with three decimals: " + text, e);
    }
  }
}
