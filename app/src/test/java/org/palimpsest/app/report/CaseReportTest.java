package org.palimpsest.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.Progress;
import org.palimpsest.app.casework.ExhibitRole;
import org.palimpsest.app.casework.ImportRecording;
import org.palimpsest.app.casework.IssueReport;
import org.palimpsest.app.casework.RestoreSpeech;
import org.palimpsest.app.testing.Bench;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.verify.CopiedNote;

@DisplayName("a report")
final class CaseReportTest {
  private static final List<String> FORBIDDEN =
      List.of("match", "identified", "identification", "probability that", "the voice is");

  @TempDir private Path folder;
  private Bench bench;

  @BeforeEach
  void makeBench() {
    bench = new Bench(folder);
  }

  @Test
  @DisplayName(
      "prints every exhibit, every attempt, every entry and the checkpoint, with all hashes")
  void isComplete() throws Exception {
    try (CaseFile file = examined()) {
      Checkpoint checkpoint = file.latestCheckpoint();
      IssueReport.Issued issued = bench.workbench().issueReport().run(file, bench.path("r.pdf"));
      String text = squeezed(text(Files.readAllBytes(issued.copy())));
      for (LedgerEntry entry : file.entries().subList(0, (int) checkpoint.size())) {
        assertThat(text).contains(entry.leafHash().hex());
        entry
            .step()
            .ifPresent(
                step -> step.outputs().forEach(o -> assertThat(text).contains(o.sha256().hex())));
      }
      assertThat(text).contains(file.entry(1).blobs().get(0).blob().sha256().hex());
      String asCopied = text(Files.readAllBytes(issued.copy()));
      assertThat(CopiedNote.find(asCopied.getBytes(StandardCharsets.UTF_8)))
          .contains(checkpoint.note());
      assertThat(asCopied).contains(checkpoint.note().lines().skip(4).findFirst().orElseThrow());
      assertThat(text).contains("cancelled", "completed", "courtorder1/26", "draftwhenitwasissued");
      assertThat(text).contains("keynotpassword-protected");
      LedgerEntry last = file.entry(file.size() - 1);
      assertThat(last.kind()).isEqualTo("report-issued");
      assertThat(last.blobs().get(0).blob()).isEqualTo(issued.blob());
      assertThat(Files.readAllBytes(issued.inCase())).isEqualTo(Files.readAllBytes(issued.copy()));
    }
  }

  @Test
  @DisplayName("never uses a word that states identity")
  void chosenWords() throws Exception {
    try (CaseFile file = examined()) {
      bench.workbench().issueReport().run(file, bench.path("r.pdf"));
      String text = text(Files.readAllBytes(bench.path("r.pdf"))).toLowerCase(Locale.ROOT);
      assertThat(text).doesNotContain(FORBIDDEN).contains("not a likelihood ratio");
    }
  }

  @Test
  @DisplayName("shows UTC and the case's time zone, whatever the computer's own")
  void timeZone() throws Exception {
    TimeZone before = TimeZone.getDefault();
    try (CaseFile file = examined()) {
      CaseReport report = new CaseReport(file.entries(), file.latestCheckpoint(), false, "P");
      String here = text(report.toPdf(List.of(), List.of(), List.of(), Map.of()));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
      assertThat(text(report.toPdf(List.of(), List.of(), List.of(), Map.of())))
          .isEqualTo(here)
          .contains("Europe/Berlin");
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  @DisplayName(
      "of any text keeps every line within the page, and writes unknown characters as codes")
  void anyText() throws Exception {
    String odd = "律 " + "x".repeat(500) + "\n\t" + "naïve Ω";
    try (CaseFile file = bench.newCase("odd.palimpsest")) {
      ImportRecording importer = bench.workbench().importRecording();
      importer.run(
          file,
          importer.accept(
              new ImportRecording.Request(
                  bench.voice("v.wav", 120, 1),
                  ExhibitRole.KNOWN,
                  Optional.of(odd),
                  Optional.empty(),
                  OptionalInt.empty(),
                  false)));
      byte[] pdf =
          new CaseReport(file.entries(), file.latestCheckpoint(), true, "P")
              .toPdf(List.of(), List.of(), List.of(), Map.of());
      assertThat(text(pdf)).contains("[U+5F8B]", "naïve Ω", "None was tried");
      try (PdfPages pages = new PdfPages()) {
        for (String line : pages.text().lines(odd, 9, 120)) {
          assertThat(pages.text().width(line, 9)).isLessThanOrEqualTo(120);
        }
      }
    }
  }

  @Test
  @DisplayName("of a long ledger goes over many pages, each numbered")
  void manyPages() throws Exception {
    try (CaseFile file = bench.newCase("long.palimpsest")) {
      ImportRecording importer = bench.workbench().importRecording();
      ImportRecording.Accepted voice =
          importer.accept(
              new ImportRecording.Request(
                  bench.voice("v.wav", 120, 1),
                  ExhibitRole.KNOWN,
                  Optional.empty(),
                  Optional.empty(),
                  OptionalInt.empty(),
                  false));
      for (int i = 0; i < 40; i++) {
        importer.run(file, voice);
      }
      byte[] pdf =
          new CaseReport(file.entries(), file.latestCheckpoint(), true, "P")
              .toPdf(List.of(), List.of(), List.of(), Map.of());
      try (PDDocument document = Loader.loadPDF(pdf)) {
        int pages = document.getNumberOfPages();
        assertThat(pages).isGreaterThan(3);
        assertThat(text(pdf)).contains("page 1 of " + pages, "page " + pages + " of " + pages);
      }
    }
  }

  private CaseFile examined() throws Exception {
    CaseFile file = bench.newCase("a.palimpsest");
    ImportRecording importer = bench.workbench().importRecording();
    importer.run(
        file,
        importer.accept(
            new ImportRecording.Request(
                bench.protectedVoice("q.wav", 120, 1),
                ExhibitRole.QUESTIONED,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                false)));
    RestoreSpeech.Request request =
        new RestoreSpeech.Request(
            "Q1", "learned-remover", Optional.of("ssed-protector"), Map.of(), Optional.empty());
    for (Cancellation cancellation : List.of(Cancellation.NEVER, (Cancellation) () -> true)) {
      bench
          .workbench()
          .runAnalysis()
          .run(
              file,
              bench.workbench().restoreSpeech().plan(file, request),
              Progress.NONE,
              cancellation);
    }
    return file;
  }

  private static String text(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }
}
