package org.palimpsest.app.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.app.annotation.AnnotatedSignal;
import org.palimpsest.app.annotation.Annotation;
import org.palimpsest.app.annotation.Annotations;
import org.palimpsest.app.annotation.Band;
import org.palimpsest.app.annotation.Mark;
import org.palimpsest.app.annotation.Words;
import org.palimpsest.app.annotation.journal.Change;
import org.palimpsest.app.annotation.journal.Journal;
import org.palimpsest.app.testing.Bench;
import org.palimpsest.evidence.casefile.CaseFile;

@DisplayName("what a person marks in a signal")
final class AnnotateSignalTest {
  @TempDir private Path folder;
  private Bench bench;
  private AnnotateSignal annotate;

  @BeforeEach
  void makeCase() throws Exception {
    bench = new Bench(folder);
    annotate = bench.workbench().annotateSignal();
    try (CaseFile file = bench.newCase("a.palimpsest")) {
      bench.take(file, bench.voice("q.wav", 120, 1.2), ExhibitRole.QUESTIONED);
    }
  }

  private static Annotation mark(Mark mark, String label) {
    return new Annotation(UUID.randomUUID(), mark, "residue", label, "Ada Examiner", Instant.now());
  }

  private CaseFile open() throws Exception {
    return bench.workbench().openCase().forWriting(bench.path("a.palimpsest"), Passwords.NONE);
  }

  @Test
  @DisplayName("is entered, verified, taken back from the ledger, and printed apart from results")
  void entered() throws Exception {
    Annotation box = mark(new Mark.Box(160, 1600, new Band(900, 1100)), "beating tone");
    try (CaseFile file = open()) {
      AnnotatedSignal signal = annotate.signal(file, "Q1");
      assertThat(signal.samples()).isEqualTo(19_200);
      annotate.enter(file, new Annotations(signal, List.of(mark(new Mark.Point(7), "click"))));
      annotate.enter(file, new Annotations(signal, List.of(box)));
      assertThat(annotate.newest(file, signal).orElseThrow().id()).isEqualTo("A2");
      assertThat(annotate.newest(file, signal).orElseThrow().annotations().list())
          .containsExactly(box);
      String report = print(bench.workbench().issueReport().run(file, bench.path("r.pdf")).copy());
      assertThat(report)
          .contains("What the examiner marked in the signals", "No program computed them")
          .contains("A2 in Q1: 1 annotation", "beating tone", "0.0100", "0.1000", "900", "1100")
          .doesNotContain("click");
    }
    assertThat(
            bench
                .workbench()
                .checkCase()
                .verify(bench.path("a.palimpsest"), Optional.empty())
                .findings())
        .isEmpty();
  }

  @Test
  @DisplayName("travels with the case: without a journal, the newest entered ones are loaded")
  void travels() throws Exception {
    Annotation region = mark(new Mark.Region(10, 90), "breath");
    Path bundle = bench.path("b.zip");
    try (CaseFile file = open()) {
      annotate.enter(file, new Annotations(annotate.signal(file, "Q1"), List.of(region)));
      bench.workbench().sealBundle().run(file, bundle);
    }
    Bench elsewhere = new Bench(Files.createDirectory(folder.resolve("elsewhere")));
    AnnotateSignal theirs = elsewhere.workbench().annotateSignal();
    try (CaseFile file = elsewhere.workbench().openCase().readOnly(bundle);
        Journal journal = theirs.open(file, theirs.signal(file, "Q1"))) {
      assertThat(journal.annotations().list()).containsExactly(region);
      assertThat(journal.basis().entry()).isEqualTo("A1");
      journal.make(new Change("Remove", List.of(region), List.of(), "R. Eviewer", Instant.now()));
      assertThat(journal.annotations().list()).isEmpty();
    }
  }

  @Test
  @DisplayName("is not entered twice, nor where there is nothing")
  void nothingNew() throws Exception {
    try (CaseFile file = open()) {
      AnnotatedSignal signal = annotate.signal(file, "Q1");
      Annotations none = new Annotations(signal, List.of());
      assertThatThrownBy(() -> annotate.enter(file, none))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("nothing is annotated in Q1");
      Annotations one = new Annotations(signal, List.of(mark(new Mark.Point(7), "click")));
      annotate.enter(file, one);
      assertThatThrownBy(() -> annotate.enter(file, one)).hasMessageContaining("as A1");
      annotate.enter(file, none); // all were taken back
      assertThat(annotate.newest(file, signal).orElseThrow().annotations().list()).isEmpty();
      assertThatThrownBy(() -> annotate.signal(file, "Q7")).hasMessageContaining("Q7");
    }
  }

  @Test
  @DisplayName("is refused where no verifier would read that much")
  void tooMuch() throws Exception {
    try (CaseFile file = open()) {
      AnnotatedSignal signal = annotate.signal(file, "Q1");
      List<Annotation> many =
          IntStream.range(0, 8500)
              .mapToObj(i -> mark(new Mark.Point(i), "x".repeat(Words.LONGEST)))
              .toList();
      assertThatThrownBy(() -> annotate.enter(file, new Annotations(signal, many)))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("more than 16 MiB");
      assertThat(file.size()).isEqualTo(2);
    }
  }

  @Test
  @DisplayName("goes in and out by commands")
  void commands() throws Exception {
    Path csv = Files.writeString(bench.path("in.csv"), "start_s,end_s,label\n0.25,0.5,hum\n");
    String dir = bench.path("a.palimpsest").toString();
    assertThat(bench.run("annotate", "import", dir, "Q1", csv.toString(), "--tier", "noise").out())
        .contains("1 annotation added to Q1");
    Path grid = bench.path("out.TextGrid");
    assertThat(bench.run("annotate", "export", dir, "Q1", "--out", grid.toString()).status())
        .isZero();
    assertThat(Files.readString(grid)).contains("\"hum\"", "\"noise\"", "0.25");
    assertThat(bench.run("annotate", "export", dir, "Q1", "--entered", "--out", dir + ".csv").err())
        .contains("no annotations of Q1 are in the ledger");
    assertThat(bench.run("annotate", "enter", dir, "Q1").out()).contains("A1  1 annotation of Q1");
    assertThat(bench.run("annotate", "enter", dir, "Q1").err()).contains("as they are, as A1");
    assertThat(
            bench
                .run("annotate", "export", dir, "Q1", "--entered", "--json", "--out", dir + ".csv")
                .one()
                .get("count")
                .getAsInt())
        .isEqualTo(1);
    Files.writeString(csv, "start_s,end_s,label\n0.25,0.5,hum\n9,10,late\n");
    Bench.Run refused = bench.run("annotate", "import", dir, "Q1", csv.toString());
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err())
        .contains("in.csv: line 3: 9.000000 s lies outside Q1, which lasts 1.200000 s");
    assertThat(refused.err().lines()).hasSize(1);
    assertThat(bench.run("verify", dir).status()).isZero();
  }

  private static String print(Path pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }
}
