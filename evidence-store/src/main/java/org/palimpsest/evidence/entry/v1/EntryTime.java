package org.palimpsest.evidence.entry.v1;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** RFC 3339 in UTC with exactly three decimals: one form for one instant. */
final class EntryTime {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT)
          .withZone(ZoneOffset.UTC);

  private EntryTime() {}

  static String format(Instant time) {
    return FORM.format(time);
  }

  static Instant parse(String text) {
    try {
      return Instant.from(FORM.parse(text));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a time in UTC with three decimals: " + text, e);
    }
  }
}
