package org.palimpsest.app.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.palimpsest.app.words.BlindTest;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.JsonObject;

/** What people heard in blind tests, set apart from what was computed. */
final class ListeningSection {
  private static final double HERTZ = 16_000; // of the working rate, in which stretches are stated

  private ListeningSection() {}

  static void set(PdfPages pages, List<LedgerEntry> tests) throws IOException {
    if (tests.isEmpty()) {
      return;
    }
    pages.heading("What the examiner heard in blind tests");
    pages.paragraph(
        "In each trial X was A or B by chance, and the listener, who was not told, said which. The"
            + " answers are a person's; whether a difference is heard says nothing of who speaks.",
        9.5,
        PdfPages.FAINT,
        false);
    pages.space(4);
    for (LedgerEntry entry : tests) {
      JsonObject body = entry.body();
      JsonObject a = body.array("signals").objects().get(0);
      JsonObject b = body.array("signals").objects().get(1);
      pages.subheading(body.string("id") + ": A is " + a.string("id") + ", B is " + b.string("id"));
      pages.paragraph(BlindTest.of(body).words() + ".", 10, PdfPages.STATED, false);
      pages.paragraph(
          String.format(
              Locale.ROOT,
              "%.4f to %.4f s, B raised by %s dB. X was %s; the answers were %s.",
              body.integer("startSample") / HERTZ,
              body.integer("endSample") / HERTZ,
              body.string("gainDb").replace('-', '\u2212'),
              body.string("order"),
              body.string("answers")),
          8.5,
          PdfPages.FAINT,
          false);
      pages.paragraph(
          entry.actor().name()
              + ", entry "
              + entry.seq()
              + "; signals SHA-256 "
              + a.string("sha256")
              + " and "
              + b.string("sha256"),
          8.5,
          PdfPages.FAINT,
          false);
      pages.space(5);
    }
  }
}
