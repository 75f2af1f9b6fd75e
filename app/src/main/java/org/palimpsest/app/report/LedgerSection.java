package org.palimpsest.app.report;

import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.palimpsest.app.words.JsonText;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.Checkpoint;

/** Every entry of the ledger, what the steps ran on, the checkpoint and how to check it. */
final class LedgerSection {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

  private static final double NOTE_SIZE = 8;

  private final List<LedgerEntry> entries;
  private final Checkpoint checkpoint;

  LedgerSection(List<LedgerEntry> entries, Checkpoint checkpoint) {
    this.entries = entries;
    this.checkpoint = checkpoint;
  }

  void set(PdfPages pages) throws IOException {
    ZoneId zone = ZoneId.of(entries.get(0).body().string("timeZone"));
    pages.heading("Ledger");
    LedgerTimeline.set(pages, entries);
    boolean isUtc = zone.normalized().equals(ZoneOffset.UTC);
    List<Column> columns =
        List.of(
            new Column("entry", 30),
            new Column("time, UTC", 92),
            new Column(isUtc ? "" : "time, " + zone.getId(), isUtc ? 6 : 92),
            new Column("what", isUtc ? 216 : 130),
            new Column("leaf hash", PdfPages.WIDTH - 344));
    List<List<String>> rows = new ArrayList<>();
    for (LedgerEntry entry : entries) {
      rows.add(
          List.of(
              Long.toString(entry.seq()),
              TIME.format(entry.time().atZone(ZoneOffset.UTC)),
              isUtc ? "" : TIME.format(entry.time().atZone(zone)),
              what(entry),
              entry.leafHash().hex()));
    }
    pages.table(columns, rows, 7.5);
    environments(pages);
    checkpoint(pages);
  }

  private static String what(LedgerEntry entry) {
    String id = entry.body().find("id").map(v -> " " + JsonText.of(v)).orElse("");
    String outcome = entry.step().map(s -> ": " + s.outcome().text()).orElse("");
    return entry.kind() + id + outcome;
  }

  private void environments(PdfPages pages) throws IOException {
    Set<String> all = new LinkedHashSet<>();
    for (LedgerEntry entry : entries) {
      entry
          .step()
          .ifPresent(
              step ->
                  all.add(
                      step.environment().members().entrySet().stream()
                          .map(e -> e.getKey() + ": " + JsonText.of(e.getValue()))
                          .collect(Collectors.joining("; "))));
    }
    if (all.isEmpty()) {
      return;
    }
    pages.subheading("What the steps ran on");
    for (String environment : all) {
      pages.paragraph(environment, 8.5, PdfPages.INK, false);
      pages.space(3);
    }
  }

  private void checkpoint(PdfPages pages) throws IOException {
    pages.ensure(150);
    pages.subheading("Checkpoint");
    pages.paragraph(
        "This signed note fixes everything above. Keep it: a ledger that was shortened or rewritten"
            + " later no longer fits it. Save its lines, ending each with a line feed, to a file"
            + " and run \"palimpsest verify CASE --checkpoint FILE\"; docs/formats/case-format-1.md"
            + " says how to check it without this program.",
        9,
        PdfPages.INK,
        false);
    pages.space(6);
    for (String line : checkpoint.note().split("\n", -1)) {
      pages.unbroken(line.isEmpty() ? " " : line, NOTE_SIZE);
    }
  }
}
