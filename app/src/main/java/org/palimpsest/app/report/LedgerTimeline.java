package org.palimpsest.app.report;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.palimpsest.evidence.entry.v1.LedgerEntry;

/** When what was done: a line for each kind of entry, a mark for each entry, as vectors. */
final class LedgerTimeline {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final double ROW = 13;
  private static final double NAMES = 120;
  private static final double COUNTS = 24;
  private static final double SIZE = 7.5;
  private static final double MARK = 3.5;

  private LedgerTimeline() {}

  /** Draws nothing of a ledger in which all was done at one time. */
  static void set(PdfPages pages, List<LedgerEntry> entries) throws IOException {
    Instant first = entries.stream().map(LedgerEntry::time).min(Instant::compareTo).orElseThrow();
    Instant last = entries.stream().map(LedgerEntry::time).max(Instant::compareTo).orElseThrow();
    if (!first.isBefore(last)) {
      return;
    }
    Map<String, List<LedgerEntry>> kinds = new LinkedHashMap<>();
    for (LedgerEntry entry : entries) {
      kinds.computeIfAbsent(entry.kind(), kind -> new ArrayList<>()).add(entry);
    }
    pages.ensure(ROW * kinds.size() + 30);
    double x = PdfPages.MARGIN + NAMES;
    double width = PdfPages.WIDTH - NAMES - COUNTS;
    for (Map.Entry<String, List<LedgerEntry>> kind : kinds.entrySet()) {
      pages.space(ROW);
      double y = pages.y() + ROW / 2;
      pages.draw(kind.getKey(), PdfPages.MARGIN, y - 2.5, SIZE, PdfPages.INK, false);
      pages.line(x, y, x + width, y, PdfPages.RULE, 0.4);
      for (LedgerEntry entry : kind.getValue()) {
        double at = x + width * share(first, entry.time(), last);
        pages.line(at, y - MARK, at, y + MARK, PdfPages.INK, 0.9);
      }
      String count = Integer.toString(kind.getValue().size());
      pages.draw(count, x + width + 8, y - 2.5, SIZE, PdfPages.INK, false);
    }
    pages.space(12);
    String from = TIME.format(first) + " UTC";
    String to = TIME.format(last) + " UTC";
    pages.draw(from, x, pages.y() + 3, SIZE, PdfPages.INK, false);
    double right = x + width - pages.text().width(to, SIZE);
    pages.draw(to, right, pages.y() + 3, SIZE, PdfPages.INK, false);
    pages.space(6);
  }

  private static double share(Instant first, Instant at, Instant last) {
    return seconds(Duration.between(first, at)) / seconds(Duration.between(first, last));
  }

  private static double seconds(Duration duration) {
    return duration.getSeconds() + 1e-9 * duration.getNano();
  }
}
