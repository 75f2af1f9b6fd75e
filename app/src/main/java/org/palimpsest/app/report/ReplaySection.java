package org.palimpsest.app.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.palimpsest.app.words.JsonText;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.entry.v1.Step;
import org.palimpsest.evidence.format.JsonObject;

/** Every step that was run again, and what came out. */
final class ReplaySection {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("entry", 36),
          new Column("run again", 80),
          new Column("by", 110),
          new Column("result", PdfPages.WIDTH - 226));

  private ReplaySection() {}

  static void set(PdfPages pages, List<LedgerEntry> replays) throws IOException {
    if (replays.isEmpty()) {
      return;
    }
    pages.heading("Steps that were run again");
    List<List<String>> rows = new ArrayList<>();
    for (LedgerEntry entry : replays) {
      Step step = Step.from(entry.body());
      JsonObject of = entry.body().object("replayed");
      JsonObject results = step.results();
      String verdict = results.find("verdict").map(JsonText::of).orElse(step.outcome().text());
      String by = results.find("comparedBy").map(v -> ", compared by " + JsonText.of(v)).orElse("");
      rows.add(
          List.of(
              Long.toString(entry.seq()),
              of.string("id") + " (entry " + of.integer("seq") + ")",
              entry.actor().name(),
              verdict + by));
    }
    pages.table(COLUMNS, rows, 8);
  }
}
