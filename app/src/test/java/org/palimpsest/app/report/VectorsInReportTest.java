package org.palimpsest.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.entry.v1.StepOutcome;
import org.palimpsest.evidence.format.JsonObject;

@DisplayName("drawn as vectors in a report")
final class VectorsInReportTest {
  /** An operator of the page with its numbers. */
  private record Stroke(String operator, List<Double> numbers) {}

  private static List<Stroke> strokes(Printed.Setting setting) throws IOException {
    List<Stroke> strokes = new ArrayList<>();
    try (PdfPages pages = new PdfPages()) {
      setting.set(pages);
      try (PDDocument document = Loader.loadPDF(pages.finish("footer"))) {
        List<Double> numbers = new ArrayList<>();
        for (Object token : new PDFStreamParser(document.getPage(0)).parse()) {
          if (token instanceof COSNumber number) {
            numbers.add((double) number.floatValue());
          } else if (token instanceof Operator operator) {
            strokes.add(new Stroke(operator.getName(), List.copyOf(numbers)));
            numbers.clear();
          }
        }
      }
    }
    return strokes;
  }

  private static LedgerEntry comparison(JsonObject similarities) {
    JsonObject results = JsonObject.empty().with("similarity", similarities);
    return Entries.entry(
        1,
        EntryKind.COMPARISON,
        Entries.step("C1", StepOutcome.COMPLETED, "R1", "K1").with("results", results));
  }

  @Test
  @DisplayName("similarities lie on one axis, each at its value, with it in figures")
  void similarities() throws IOException {
    List<LedgerEntry> entries =
        List.of(comparison(JsonObject.empty().with("K1", "0.5").with("K2", "1")));
    Printed printed = Printed.of(pages -> SimilarityChart.set(pages, entries));
    assertThat(printed.text())
        .contains("C1: R1 with K1", "0.500", "C1: R1 with K2", "1.000", "0.25");
    List<Double> dots =
        strokes(pages -> SimilarityChart.set(pages, entries)).stream()
            .filter(stroke -> stroke.operator().equals("re"))
            .map(stroke -> stroke.numbers().get(0) + stroke.numbers().get(2) / 2)
            .toList();
    double left = PdfPages.MARGIN + 90;
    double right = PdfPages.MARGIN + PdfPages.WIDTH - 34;
    assertThat(dots).hasSize(2);
    assertThat(dots.get(0)).isCloseTo((left + right) / 2, within(0.1));
    assertThat(dots.get(1)).isCloseTo(right, within(0.1));
  }

  @Test
  @DisplayName("a similarity below 0 has room, and none makes no chart")
  void negative() throws IOException {
    List<LedgerEntry> below = List.of(comparison(JsonObject.empty().with("K1", "-0.25")));
    assertThat(Printed.of(pages -> SimilarityChart.set(pages, below)).text())
        .contains("−0.250", "−1", "−0.5");
    assertThat(Printed.of(pages -> SimilarityChart.set(pages, List.of())).text())
        .doesNotContain("Similarities");
  }

  @Test
  @DisplayName("entries lie on the line of their kind, each at its time")
  void timeline() throws IOException {
    List<LedgerEntry> entries =
        List.of(
            Entries.entry(0, EntryKind.RECORDING_IMPORTED, JsonObject.empty()),
            Entries.entry(1, EntryKind.COMPARISON, JsonObject.empty()),
            Entries.entry(4, EntryKind.COMPARISON, JsonObject.empty()));
    assertThat(Printed.of(pages -> LedgerTimeline.set(pages, entries)).text())
        .contains("recording-imported", "comparison", "UTC", "2");
    double left = PdfPages.MARGIN + 120;
    double width = PdfPages.WIDTH - 120 - 24;
    assertThat(marks(entries)).hasSize(3);
    assertThat(marks(entries).get(0)).isCloseTo(left, within(0.1));
    assertThat(marks(entries).get(1)).isCloseTo(left + width / 4, within(0.1));
    assertThat(marks(entries).get(2)).isCloseTo(left + width, within(0.1));
    assertThat(marks(entries.subList(0, 1))).isEmpty();
  }

  private static List<Double> marks(List<LedgerEntry> entries) throws IOException {
    List<Double> marks = new ArrayList<>();
    double from = Double.NaN;
    for (Stroke stroke : strokes(pages -> LedgerTimeline.set(pages, entries))) {
      if (stroke.operator().equals("m")) {
        from = stroke.numbers().get(0);
      } else if (stroke.operator().equals("l") && stroke.numbers().get(0) == from) {
        marks.add(from);
      }
    }
    return marks;
  }

  @Test
  @DisplayName("levels over time have a point for each stretch, and say what they are")
  void levels() throws IOException {
    ReportCurve curve =
        new ReportCurve(
            "R1",
            2,
            new ReportCurve.Levels(new double[] {-20, -30, -20, Double.NEGATIVE_INFINITY}),
            new ReportCurve.Levels(new double[] {-60, -50.5, -60, -200}));
    assertThat(Printed.of(pages -> CurveBlock.set(pages, curve, "Q1−R1")).text())
        .contains("Q1−R1", "500 ms", "at most −50.5 dBFS", "−80 dB", "2 s");
    List<Stroke> strokes = strokes(pages -> CurveBlock.set(pages, curve, "Q1−R1"));
    List<Double> heights =
        strokes.stream()
            .filter(s -> s.operator().equals("l"))
            .map(s -> s.numbers().get(1))
            .toList();
    assertThat(heights).doesNotContain(Double.NaN, Double.NEGATIVE_INFINITY);
    double unit = 62.0 / 120;
    double zero = heights.get(0); // the rule at −120 dB comes first
    assertThat(heights)
        .anySatisfy(h -> assertThat(h - zero).isCloseTo(90 * unit, within(0.01)))
        .anySatisfy(h -> assertThat(h - zero).isCloseTo(69.5 * unit, within(0.01)));
  }
}
