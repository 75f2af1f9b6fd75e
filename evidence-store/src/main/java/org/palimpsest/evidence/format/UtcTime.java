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

  private static final int LENGTH = "2026-03-01T12:00:00.000Z".length();

  private UtcTime() {}

  /**
   * The one form of {@code time}.
   *
   * @throws IllegalArgumentException before the year 0 or after 9999, which have none
   */
  public static String format(Instant time) {
    String text = FORM.format(time);
    if (text.length() != LENGTH) {
      throw new IllegalArgumentException("a time has a year of four digits: " + text);
    }
    return text;
  }

  /**
   * Reads that form and no other.
   *
   * @throws IllegalArgumentException for another
   */
  public static Instant parse(String text) {
    try {
      if (text.length() != LENGTH) {
        throw new DateTimeException("another length"); // the formatter takes longer years
      }
      return Instant.from(FORM.parse(text));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a time in UTC with three decimals: " + text, e);
    }
  }
}
