package org.palimpsest.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.palimpsest.app.words.Span;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.entry.v1.StepOutcome;

@DisplayName("the restorations of a report")
final class RestorationSectionTest {
  private static final int[] GREY = new int[256];
  private static final int[] COLOURS = {
    0xff000000, 0xffffffff, 0xff123456, 0xfffe0102, 0xff00ff00, 0xff0000ff
  };

  static {
    Arrays.setAll(GREY, i -> 0xff000000 | i * 0x010101);
  }

  @Test
  @DisplayName("show what went in and what came out, one image each, the first one first")
  void oneImageEach() throws Exception {
    List<ReportFigure> figures = List.of(figure("R1", COLOURS, 3), figure("Q1", GREY, 16));
    Printed printed = print(figures, restoration(1, "R1", StepOutcome.COMPLETED));
    assertThat(printed.images()).hasSize(2);
    assertThat(printed.text()).contains("Caption of Q1", "Caption of R1");
    assertThat(printed.text()).containsSubsequence("Q1, before", "R1, restored");
  }

  @Test
  @DisplayName("keep a grey picture grey, black black and white white, and no two values swapped")
  void grey() throws Exception {
    Printed printed =
        print(List.of(figure("Q1", GREY, 16)), restoration(1, "R1", StepOutcome.COMPLETED));
    Printed.Image image = printed.images().get(0);
    assertThat(image.components()).isEqualTo(1);
    assertThat(image.width()).isEqualTo(16);
    assertThat(image.height()).isEqualTo(16);
    assertThat(image.samples())
        .isEqualTo(Arrays.stream(GREY).mapToObj(pixel -> pixel & 0xff).toList());
  }

  @Test
  @DisplayName("keep a coloured picture's colours, every pixel as it was handed in")
  void coloured() throws Exception {
    Printed printed =
        print(List.of(figure("R1", COLOURS, 3)), restoration(1, "R1", StepOutcome.COMPLETED));
    Printed.Image image = printed.images().get(0);
    List<Integer> samples = new ArrayList<>();
    for (int pixel : COLOURS) {
      samples.addAll(List.of(pixel >> 16 & 0xff, pixel >> 8 & 0xff, pixel & 0xff));
    }
    assertThat(image.components()).isEqualTo(3);
    assertThat(image.width()).isEqualTo(3);
    assertThat(image.samples()).isEqualTo(samples);
  }

  @Test
  @DisplayName("label both axes up to the ends of the picture")
  void axes() throws Exception {
    Printed printed =
        print(List.of(figure("Q1", GREY, 16)), restoration(1, "R1", StepOutcome.COMPLETED));
    assertThat(printed.text().lines())
        .contains("0 kHz", "2 kHz", "4 kHz", "6 kHz", "8 kHz")
        .doesNotContain("10 kHz");
    assertThat(printed.squeezed()).contains("0s1s2s3s4sCaption");
  }

  @Test
  @DisplayName("print no figure for a step that they do not have one of")
  void missingFigures() throws Exception {
    Printed printed =
        print(List.of(figure("Q2", GREY, 16)), restoration(1, "R1", StepOutcome.COMPLETED));
    assertThat(printed.images()).isEmpty();
    assertThat(printed.text())
        .contains("R1: fixed-point of Q1: completed")
        .doesNotContain("before", "restored", "kHz");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "COMPLETED")
  @DisplayName("that did not complete are printed without figures")
  void unfinished(StepOutcome outcome) throws Exception {
    List<ReportFigure> figures = List.of(figure("Q1", GREY, 16), figure("R1", GREY, 16));
    Printed printed = print(figures, restoration(1, "R1", outcome));
    assertThat(printed.images()).isEmpty();
    assertThat(printed.text()).contains("R1: fixed-point of Q1: " + outcome.text());
  }

  @Test
  @DisplayName("name a known original as such, and every one of the attempts")
  void originals() throws Exception {
    LedgerEntry validated =
        Entries.entry(
            2, EntryKind.RESTORATION, Entries.step("R2", StepOutcome.COMPLETED, "Q1", "K1"));
    Printed printed = print(List.of(), restoration(1, "R1", StepOutcome.CANCELLED), validated);
    assertThat(printed.text())
        .containsSubsequence(
            "R1: fixed-point of Q1: cancelled",
            "R2: fixed-point of Q1 (original known: K1): completed");
  }

  @Test
  @DisplayName("say so when there are none")
  void none() throws Exception {
    assertThat(print(List.of()).text()).contains("Restorations", "None was tried.");
  }

  @Test
  @DisplayName("keep a figure, its axes and its title on one page")
  void figuresKeepTogether() throws Exception {
    for (int lines = 30; lines < 50; lines++) {
      int before = lines;
      Printed printed =
          Printed.of(
              pages -> {
                for (int i = 0; i < before; i++) {
                  pages.paragraph("line", 9.5, PdfPages.INK, false);
                }
                FigureBlock.set(pages, figure("Q1", GREY, 16), "Title");
              });
      assertThat(printed.pages())
          .filteredOn(page -> page.contains("Title"))
          .singleElement()
          .asString()
          .contains("8 kHz", "0 kHz", "0 s", "4 s", "Caption of Q1");
    }
  }

  @Test
  @DisplayName("says where other recordings fit as well, and only where they do")
  void marksAmbiguity() throws Exception {
    ReportFigure marked = figure("R1", GREY, 16, new Span(0.5, 0.525), new Span(1, 1.1));
    assertThat(Printed.of(pages -> FigureBlock.set(pages, marked, "R1, restored")).text())
        .contains("exhibit as well, none was found, or it was probably changed")
        .containsPattern("0\\.500 to 0\\.525 s,\\s1\\.000 to 1\\.100\\s+s\\.");
    ReportFigure plain = figure("R1", GREY, 16);
    assertThat(Printed.of(pages -> FigureBlock.set(pages, plain, "R1, restored")).text())
        .doesNotContain("Black above");
  }

  private static ReportFigure figure(String subject, int[] argb, int width, Span... doubtful) {
    return new ReportFigure(
        subject,
        "Caption of " + subject,
        width,
        argb.length / width,
        new ReportFigure.Pixels(argb),
        4.2,
        8000,
        List.of(doubtful));
  }

  private static LedgerEntry restoration(long seq, String id, StepOutcome outcome) {
    return Entries.entry(seq, EntryKind.RESTORATION, Entries.step(id, outcome, "Q1"));
  }

  private static Printed print(List<ReportFigure> figures, LedgerEntry... entries)
      throws Exception {
    return Printed.of(pages -> RestorationSection.set(pages, List.of(entries), figures, List.of()));
  }
}
