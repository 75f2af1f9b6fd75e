package org.palimpsest.app.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.method.Progress;
import org.palimpsest.app.testing.Bench;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.Sha256;

@DisplayName("a report that is issued")
final class IssueReportTest extends WithCase {
  @BeforeEach
  void makeCase() throws Exception {
    bench.take(file, bench.protectedVoice("q.wav", 120, 0.6), ExhibitRole.QUESTIONED);
  }

  private IssueReport.Issued issue(String name) throws Exception {
    return bench.workbench().issueReport().run(file, bench.path(name));
  }

  private PlannedStep restoration(String subject) throws Exception {
    return bench
        .workbench()
        .restoreSpeech()
        .plan(
            file,
            new RestoreSpeech.Request(
                subject, "learned-remover", Optional.empty(), Map.of(), Optional.empty()));
  }

  /** How many pictures a PDF shows. */
  private static int pictures(Path pdf) throws Exception {
    int count = 0;
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getXObjectNames()) {
          count += page.getResources().isImageXObject(name) ? 1 : 0;
        }
      }
    }
    return count;
  }

  @Test
  @DisplayName("is numbered, in the ledger and in the case's folder")
  void numbered() throws Exception {
    IssueReport.Issued first = issue("one.pdf");
    IssueReport.Issued second = issue("two.pdf");
    assertThat(List.of(first.id(), second.id())).containsExactly("P1", "P2");
    assertThat(List.of(first.seq(), second.seq())).containsExactly(2L, 3L);
    assertThat(first.inCase()).isEqualTo(file.reportsFolder().resolve("report-001.pdf"));
    assertThat(second.inCase()).isEqualTo(file.reportsFolder().resolve("report-002.pdf"));
    assertThat(first.copy()).isEqualTo(bench.path("one.pdf"));
    file.close();
    file = bench.workbench().openCase().forWriting(bench.path("a"), Passwords.NONE);
    assertThat(issue("three.pdf").inCase()).hasFileName("report-003.pdf");
  }

  @Test
  @DisplayName("has an entry of its own with the size of the checkpoint that it prints")
  void entry() throws Exception {
    IssueReport.Issued first = issue("one.pdf");
    IssueReport.Issued second = issue("two.pdf");
    LedgerEntry entry = file.entry(first.seq());
    assertThat(entry.kind()).isEqualTo("report-issued");
    assertThat(entry.body().string("id")).isEqualTo("P1");
    assertThat(entry.body().string("fileName")).isEqualTo("report-001.pdf");
    assertThat(entry.body().integer("checkpointSize")).isEqualTo(2);
    assertThat(file.entry(second.seq()).body().integer("checkpointSize")).isEqualTo(3);
    assertThat(entry.blobs()).hasSize(1);
    assertThat(entry.blobs().get(0).role()).isEqualTo("report");
    assertThat(entry.blobs().get(0).blob()).isEqualTo(first.blob());
  }

  @Test
  @DisplayName("is the same file thrice: the copy, the one in the case and the blob")
  void sameBytes() throws Exception {
    IssueReport.Issued issued = issue("one.pdf");
    byte[] copy = Files.readAllBytes(issued.copy());
    assertThat(issued.blob().sha256()).isEqualTo(Sha256.hash(copy));
    assertThat(issued.blob().size()).isEqualTo(copy.length);
    assertThat(issued.inCase()).hasBinaryContent(copy);
    assertThat(file.blobs().path(issued.blob().sha256())).hasBinaryContent(copy);
  }

  @Test
  @DisplayName("is not written over a file or into the case, and leaves no entry then")
  void refusedPlaces() throws Exception {
    Files.writeString(bench.path("old.pdf"), "old");
    SortedMap<String, String> before = Bench.bytesOf(bench.path(""));
    for (String place : List.of("old.pdf", "a/out.pdf", "a/reports/out.pdf", "absent/out.pdf")) {
      assertThatThrownBy(() -> issue(place))
          .as(place)
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining(bench.path(place).toString());
    }
    assertThat(file.size()).isEqualTo(2);
    assertThat(Bench.bytesOf(bench.path(""))).isEqualTo(before);
  }

  @Test
  @DisplayName("pictures what each completed restoration read, made and removed, and no other")
  void figuresOfCompleted() throws Exception {
    bench.workbench().runAnalysis().run(file, restoration("Q1"), Progress.NONE, () -> true);
    assertThat(pictures(issue("none.pdf").copy())).isZero();
    StepView done = bench.perform(file, restoration("Q1"));
    assertThat(done.id()).isEqualTo("R2");
    assertThat(pictures(issue("two.pdf").copy())).isEqualTo(3);
    bench.perform(file, restoration("R2"));
    assertThat(pictures(issue("three.pdf").copy())).isEqualTo(6);
  }

  @Test
  @DisplayName("can be read before: every page of a preview says that it is none, none is entered")
  void preview() throws Exception {
    Path out = bench.path("preview.pdf");
    bench.workbench().issueReport().preview(file, out);
    assertThat(file.size()).isEqualTo(2);
    assertThat(file.reportsFolder())
        .satisfiesAnyOf(
            folder -> assertThat(folder).doesNotExist(),
            folder -> assertThat(folder).isEmptyDirectory());
    try (PDDocument document = Loader.loadPDF(out.toFile())) {
      String words = "PREVIEW, not issued";
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        assertThat(stripper.getText(document)).as("page %d", page).contains(words);
      }
    }
    assertThatThrownBy(() -> bench.workbench().issueReport().preview(file, out))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  @DisplayName("is not issued on a signal whose bytes were changed")
  void changedSignal() throws Exception {
    StepView done = bench.perform(file, restoration("Q1"));
    Path blob = file.blobs().path(done.output().orElseThrow().sha256());
    byte[] bytes = Files.readAllBytes(blob);
    bytes[100] ^= 1;
    assertThat(blob.toFile().setWritable(true)).isTrue();
    Files.write(blob, bytes);
    assertThatThrownBy(() -> issue("one.pdf"))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith("R1: ");
    assertThat(bench.path("one.pdf")).doesNotExist();
    assertThat(file.size()).isEqualTo(3);
  }
}
