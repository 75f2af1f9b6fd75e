package org.palimpsest.app.report;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.palimpsest.app.words.JsonText;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.JsonObject;

/** What the examiner believes, set apart from what was computed. */
final class OpinionSection {
  private OpinionSection() {}

  static void set(PdfPages pages, List<LedgerEntry> opinions) throws IOException {
    if (opinions.isEmpty()) {
      return;
    }
    pages.heading("What the examiner states");
    pages.paragraph(
        "Statements of persons, in their words. No program computed them.",
        9.5,
        PdfPages.FAINT,
        false);
    pages.space(4);
    Set<String> replaced =
        opinions.stream()
            .filter(entry -> entry.body().has("replaces"))
            .map(entry -> entry.body().string("replaces"))
            .collect(Collectors.toSet());
    for (LedgerEntry entry : opinions) {
      JsonObject body = entry.body();
      String id = body.string("id");
      List<String> about = body.array("about").strings();
      pages.subheading(
          id
              + (about.isEmpty() ? "" : " on " + String.join(", ", about))
              + body.find("replaces").map(old -> ", in place of " + JsonText.of(old)).orElse("")
              + (replaced.contains(id) ? " (withdrawn: replaced below)" : ""));
      pages.paragraph(body.string("text"), 10, PdfPages.STATED, false);
      pages.paragraph(entry.actor().name() + ", entry " + entry.seq(), 8.5, PdfPages.FAINT, false);
      pages.space(5);
    }
  }
}
