package org.palimpsest.app.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.JsonString;

/** The exhibits with their hashes. */
final class ExhibitSection {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("id", 28),
          new Column("role", 58),
          new Column("label, speaker, file", 140),
          new Column("format", 112),
          new Column("SHA-256 of the file, size", PdfPages.WIDTH - 338));

  private ExhibitSection() {}

  static void set(PdfPages pages, List<LedgerEntry> imports) throws IOException {
    pages.heading("Exhibits");
    if (imports.isEmpty()) {
      pages.paragraph("None.", 9.5, PdfPages.INK, false);
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    for (LedgerEntry entry : imports) {
      JsonObject body = entry.body();
      String speaker =
          body.find("speaker").map(v -> " Speaker: " + ((JsonString) v).value() + ".").orElse("");
      rows.add(
          List.of(
              body.string("id"),
              body.string("role"),
              label(body) + speaker,
              body.has("facts") ? format(body.object("facts")) : "not decodable; taken as it is",
              entry.blobs().get(0).blob().sha256().hex()
                  + " "
                  + entry.blobs().get(0).blob().size()
                  + " bytes"));
    }
    pages.table(COLUMNS, rows, 8);
  }

  private static String label(JsonObject body) {
    String label = body.string("label");
    String file = body.string("fileName");
    return label.equals(file) ? label + "." : label + ". " + file + ".";
  }

  private static String format(JsonObject facts) {
    long rate = facts.integer("sampleRateHz");
    return String.format(
        Locale.ROOT,
        "%s, %d Hz, channel %d of %d, %.2f s, %d samples, %d at full scale%s (%s)%s%s",
        facts.string("format"),
        rate,
        facts.integer("channel"),
        facts.integer("channels"),
        (double) facts.integer("frames") / rate,
        facts.integer("frames"),
        facts.integer("overloads"),
        active(facts),
        facts.string("decoder"),
        facts.has("padding") ? padding(facts.object("padding")) : "",
        facts.has("remarks") ? ". " + String.join(". ", facts.array("remarks").strings()) : "");
  }

  private static String active(JsonObject facts) {
    String snr =
        facts.has("activeSnrDb") ? number(facts, "activeSnrDb", ", %.1f dB above the rest") : "";
    return facts.has("activeSeconds")
        ? number(facts, "activeSeconds", ", %.2f s active by energy") + snr
        : "";
  }

  private static String number(JsonObject facts, String name, String format) {
    return String.format(Locale.ROOT, format, Double.parseDouble(facts.string(name)));
  }

  private static String padding(JsonObject padding) {
    String promise =
        padding.has("declaredFrames")
            ? padding.integer("declaredFrames") + " samples promised by the file"
            : "no number of samples promised by the file";
    return String.format(
        Locale.ROOT,
        "; %s, %d and %d of padding left out before and behind",
        promise,
        padding.integer("skippedAtStart"),
        padding.integer("skippedAtEnd"));
  }
}
