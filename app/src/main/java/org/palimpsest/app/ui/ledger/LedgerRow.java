package org.palimpsest.app.ui.ledger;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParser;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.palimpsest.app.ui.session.Status;
import org.palimpsest.app.words.BlindTest;
import org.palimpsest.evidence.entry.v1.Artifact;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.entry.v1.Step;
import org.palimpsest.evidence.format.CanonicalJson;

/** One entry, in the columns of the table. */
record LedgerRow(
    long seq, String time, String kind, String what, Optional<Status> outcome, LedgerEntry entry) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final Gson PRETTY =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  /** All entries, the newest first. */
  static List<LedgerRow> of(List<LedgerEntry> entries, ZoneId zone) {
    List<LedgerRow> rows = new ArrayList<>();
    entries.forEach(entry -> rows.add(of(entry, zone)));
    Collections.reverse(rows);
    return rows;
  }

  private static LedgerRow of(LedgerEntry entry, ZoneId zone) {
    return new LedgerRow(
        entry.seq(),
        TIME.format(entry.time().atZone(zone)),
        entry.kind().replace('-', ' '),
        what(entry),
        entry.step().map(step -> Status.of(step.outcome())),
        entry);
  }

  /** The whole entry, to be read by people. */
  String json() {
    return PRETTY.toJson(JsonParser.parseString(CanonicalJson.text(entry.body())));
  }

  private static String what(LedgerEntry entry) {
    Optional<Step> step = entry.step();
    String id = text(entry, "id");
    if (step.isPresent()) {
      List<String> inputs = step.get().inputs().stream().map(Artifact::id).toList();
      return id + " from " + String.join(", ", inputs) + ", " + step.get().plan().string("method");
    }
    if (entry.is(EntryKind.LISTENING_TEST_ENTERED)) {
      BlindTest test = BlindTest.of(entry.body());
      List<String> signals =
          entry.body().array("signals").objects().stream().map(s -> s.string("id")).toList();
      return String.format(
          Locale.ROOT,
          "%s  %s: %d of %d right",
          id,
          String.join(" against ", signals),
          test.right(),
          test.trials());
    }
    String more =
        entry.body().has("label")
            ? text(entry, "label")
            : entry.body().has("title") ? text(entry, "title") : text(entry, "fileName");
    return id.isEmpty() ? more : id + "  " + more;
  }

  private static String text(LedgerEntry entry, String field) {
    return entry.body().has(field) ? entry.body().string(field) : "";
  }
}
