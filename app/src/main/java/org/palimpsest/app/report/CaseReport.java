package org.palimpsest.app.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.palimpsest.app.words.Count;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.entry.v1.Step;
import org.palimpsest.evidence.entry.v1.StepOutcome;
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.Review;

/**
 * The report of a case at one checkpoint. Everything in it stands in the ledger; only the figures
 * are computed, and handed in.
 *
 * @param entries of the ledger, as many as the checkpoint has
 * @param openKey whether the examiner's key is known to have no password
 * @param program that makes the report, with its version
 */
public record CaseReport(
    List<LedgerEntry> entries, Checkpoint checkpoint, boolean openKey, String program) {
  private static final List<String> LIMITS =
      List.of(
          "A small forward residual shows that the computation converged. It does not show that the"
              + " named protector was used: an equation can be solved for nearly every signal. What"
              + " is left of the perturbation speaks to that, where it is given.",
          "Where a protector folds, several originals give the same exhibit. A restoration is then"
              + " one of them.",
          "A gain between protection and seizure is undone where one is printed. One that is too"
              + " small to be seen is not, up to 0.2 dB, and up to 1 dB where the protector does"
              + " nearly the same at every level; nor is noise that was added after protection."
              + " Polarity was assumed to be 1. At clipped samples the error of a restoration has"
              + " no bound.",
          "A similarity also depends on the channel: coding, sampling rate, noise and clipping that"
              + " differ between two recordings can lower it, even for the same speech.",
          "A cosine similarity ranks voices under one encoder. It is not a likelihood ratio, and no"
              + " proposition about a speaker follows from it.",
          "The ledger shows whether something was changed after it was written, under the key named"
              + " above. It does not show whose key that is, nor that what was entered is true.");

  public CaseReport {
    entries = List.copyOf(entries);
  }

  /**
   * Sets the pages.
   *
   * @param figures of signals, by id; printed with the restorations that read or made them
   * @param curves of what restorations removed
   * @param annotations what was entered last of each signal
   * @param reviews what each entry {@code review-received} took in, by the entry's place
   */
  public byte[] toPdf(
      List<ReportFigure> figures,
      List<ReportCurve> curves,
      List<ReportAnnotations> annotations,
      Map<Long, Review> reviews)
      throws IOException {
    try (PdfPages pages = new PdfPages()) {
      title(pages);
      ExhibitSection.set(pages, of(EntryKind.RECORDING_IMPORTED));
      RestorationSection.set(pages, of(EntryKind.RESTORATION), figures, curves);
      ComparisonSection.set(pages, of(EntryKind.COMPARISON));
      ReplaySection.set(pages, of(EntryKind.REPLAY));
      OpinionSection.set(pages, of(EntryKind.OPINION_STATED));
      AnnotationSection.set(pages, annotations);
      ListeningSection.set(pages, of(EntryKind.LISTENING_TEST_ENTERED));
      pages.heading("What may not be concluded");
      for (String limit : LIMITS) {
        pages.paragraph("•  " + limit, 9.5, PdfPages.INK, false);
        pages.space(3);
      }
      PeopleSection.set(pages, entries);
      ReviewSection.set(pages, of(EntryKind.REVIEW_RECEIVED), reviews);
      new LedgerSection(entries, checkpoint).set(pages);
      pages.document().getDocumentInformation().setTitle(now("title"));
      pages.document().getDocumentInformation().setCreator(program);
      return pages.finish(
          String.format(
              Locale.ROOT,
              "%s · checkpoint %d · %s",
              checkpoint.origin(),
              checkpoint.size(),
              program));
    }
  }

  private void title(PdfPages pages) throws IOException {
    JsonObject first = first();
    pages.paragraph("Report of an audio examination", 10, PdfPages.FAINT, false);
    pages.paragraph(now("title"), 20, PdfPages.INK, true);
    pages.rule(PdfPages.INK, 1);
    pages.space(8);
    Facts facts = new Facts(pages);
    facts.row("Authority", now("authority"));
    facts.row("Purpose", now("purpose"));
    facts.row("Examiner", first.object("examiner").string("name"));
    facts.row(
        "Examiner's key",
        "Ed25519 "
            + first.object("examiner").string("publicKey")
            + (openKey ? " (key not password-protected)" : ""));
    facts.row("Case", first.string("caseId"));
    facts.row("Time zone", first.string("timeZone"));
    facts.row(
        "State",
        "draft when it was issued; whether a second person reviewed and released it, later entries"
            + " of the ledger say");
    facts.row(
        "State of the ledger", Count.of(entries.size(), "entry") + "; checkpoint on the last page");
    facts.row(
        "Steps",
        count(StepOutcome.COMPLETED)
            + " completed, "
            + count(StepOutcome.FAILED)
            + " failed, "
            + count(StepOutcome.CANCELLED)
            + " cancelled, "
            + count(StepOutcome.NOT_APPLICABLE)
            + " not applicable; all are in this report");
  }

  /** What entry 0 says, or its newest amendment. */
  private String now(String field) {
    return of(EntryKind.CASE_AMENDED).stream()
        .map(LedgerEntry::body)
        .filter(body -> body.string("field").equals(field))
        .reduce((earlier, later) -> later)
        .map(body -> body.string("value"))
        .orElseGet(() -> first().string(field));
  }

  private JsonObject first() {
    return entries.get(0).body();
  }

  private long count(StepOutcome outcome) {
    return entries.stream()
        .flatMap(e -> e.step().stream())
        .map(Step::outcome)
        .filter(outcome::equals)
        .count();
  }

  private List<LedgerEntry> of(EntryKind kind) {
    return entries.stream().filter(e -> e.is(kind)).toList();
  }
}
