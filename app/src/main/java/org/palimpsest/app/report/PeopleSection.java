package org.palimpsest.app.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.JsonObject;

/** Amendments, people and reviews: everything that entries say of persons, but opinions. */
final class PeopleSection {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("entry", 36),
          new Column("what", 120),
          new Column("who", 110),
          new Column("", PdfPages.WIDTH - 266));

  private PeopleSection() {}

  static void set(PdfPages pages, List<LedgerEntry> entries) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (LedgerEntry entry : entries) {
      row(entry, rows);
    }
    if (rows.isEmpty()) {
      return;
    }
    pages.heading("People, amendments and reviews");
    pages.table(COLUMNS, rows, 8);
    pages.paragraph(
        "That two keys were used is shown; that two people were is not.",
        8.5,
        PdfPages.FAINT,
        false);
  }

  private static void row(LedgerEntry entry, List<List<String>> rows) {
    JsonObject body = entry.body();
    if (entry.is(EntryKind.CASE_AMENDED)) {
      String now = body.string("value") + " (because: " + body.string("reason") + ")";
      add(rows, entry, body.string("field") + " amended", entry.actor().name(), now);
    } else if (entry.is(EntryKind.PERSON_ADMITTED)) {
      JsonObject person = body.object("person");
      String key = "Ed25519 " + person.string("publicKey");
      add(rows, entry, "admitted as " + person.string("role"), person.string("name"), key);
    } else if (entry.is(EntryKind.PERSON_DISMISSED)) {
      String name = body.object("person").string("name");
      add(rows, entry, "key dismissed", name, body.string("reason"));
    } else if (entry.is(EntryKind.REVIEW_RECEIVED)) {
      add(
          rows,
          entry,
          "review " + body.string("id") + ": " + body.string("verdict"),
          body.object("reviewer").string("name"),
          (body.has("report") ? "on report " + body.object("report").string("id") + ", " : "")
              + "comments: "
              + body.integer("comments")
              + ", statement "
              + entry.blobs().get(0).blob().sha256().hex());
    } else if (entry.is(EntryKind.REPORT_RELEASED)) {
      JsonObject report = body.object("report");
      String words = report.string("id") + ", SHA-256 " + report.string("sha256");
      add(rows, entry, "report released", entry.actor().name(), words);
    }
  }

  private static void add(
      List<List<String>> rows, LedgerEntry entry, String what, String who, String words) {
    rows.add(List.of(Long.toString(entry.seq()), what, who, words));
  }
}
