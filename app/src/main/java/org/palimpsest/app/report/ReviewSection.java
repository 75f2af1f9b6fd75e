package org.palimpsest.app.report;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.palimpsest.app.words.Count;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.Review;
import org.palimpsest.evidence.format.ReviewComment;

/** What each reviewer said, in the reviewer's words: part of the history of later reports. */
final class ReviewSection {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private ReviewSection() {}

  /**
   * Sets the section, if there is a review.
   *
   * @param received the entries that took reviews in
   * @param reviews each by the place of its entry
   */
  static void set(PdfPages pages, List<LedgerEntry> received, Map<Long, Review> reviews)
      throws IOException {
    if (received.isEmpty()) {
      return;
    }
    pages.heading("What reviewers said before this report");
    pages.paragraph(
        "Of earlier reports or of the case, in their words; none of these reviews is of this"
            + " report.",
        9.5,
        PdfPages.FAINT,
        false);
    pages.space(4);
    for (LedgerEntry entry : received) {
      set(pages, entry, reviews.get(entry.seq()));
    }
  }

  private static void set(PdfPages pages, LedgerEntry entry, Review review) throws IOException {
    pages.subheading(
        entry.body().string("id")
            + review.report().map(report -> " on report " + report.id()).orElse(" on the case")
            + ": "
            + review.verdict().text());
    for (ReviewComment comment : review.comments()) {
      String about = comment.about().isEmpty() ? "On the case: " : "On " + comment.about() + ": ";
      for (String line : (about + comment.text()).lines().toList()) {
        pages.paragraph(line, 10, PdfPages.STATED, false);
      }
      pages.space(2);
    }
    pages.paragraph(
        String.format(
            "%s, signed %s UTC by the reviewer's clock, entry %d; the reviewer saw %s",
            review.reviewer(),
            TIME.format(review.time().atZone(ZoneOffset.UTC)),
            entry.seq(),
            Count.of(review.checkpoint().size(), "entry")),
        8.5,
        PdfPages.FAINT,
        false);
    pages.space(5);
  }
}
