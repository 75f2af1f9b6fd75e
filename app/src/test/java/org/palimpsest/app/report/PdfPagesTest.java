package org.palimpsest.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.app.report.Printed.Glyph;

@DisplayName("the pages of a report")
final class PdfPagesTest {
  private static final double RIGHT = PdfPages.MARGIN + PdfPages.WIDTH;
  private static final List<Column> COLUMNS =
      List.of(new Column("Number", 60), new Column("Words", 100));

  @Test
  @DisplayName("are one at least, with footer and number")
  void onePage() throws Exception {
    Printed printed = Printed.of(pages -> {});
    assertThat(printed.pages()).hasSize(1);
    assertThat(printed.text()).contains("footer", "page 1 of 1");
  }

  @Test
  @DisplayName("all bear the footer and their number of the whole")
  void footers() throws Exception {
    Printed printed =
        Printed.of(pages -> pages.paragraph("word ".repeat(6000), 9.5, PdfPages.INK, false));
    int count = printed.pages().size();
    assertThat(count).isGreaterThan(4);
    for (int p = 0; p < count; p++) {
      assertThat(printed.pages().get(p)).contains("footer", "page " + (p + 1) + " of " + count);
    }
    assertThat(printed.count("word")).isEqualTo(6000);
  }

  @Test
  @DisplayName("repeat a table's head on each page, and print every row once and in order")
  void tableHead() throws Exception {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 1000; i < 1200; i++) {
      rows.add(List.of("n" + i, "w"));
    }
    Printed printed = Printed.of(pages -> pages.table(COLUMNS, rows, 8));
    assertThat(printed.pages()).hasSizeGreaterThan(2);
    assertThat(printed.pages()).allSatisfy(page -> assertThat(page).startsWith("Number Words"));
    assertThat(printed.text().lines().filter(line -> line.startsWith("n1")).toList())
        .isEqualTo(rows.stream().map(row -> row.get(0) + " w").toList());
  }

  @Test
  @DisplayName("keep the lines of a row together")
  void rowsKeepTogether() throws Exception {
    Printed printed =
        Printed.of(
            pages -> {
              for (int i = 100; i < 160; i++) {
                pages.row(COLUMNS, List.of("n" + i, "w ".repeat(60)), 8, PdfPages.INK, false);
              }
            });
    assertThat(printed.pages()).hasSizeGreaterThan(3);
    for (String page : printed.pages()) {
      long numbers = page.lines().filter(line -> line.startsWith("n1")).count();
      assertThat(page.chars().filter(c -> c == 'w').count()).isEqualTo(60 * numbers);
    }
  }

  @Test
  @DisplayName("go on only when what comes next does not fit")
  void ensure() throws Exception {
    try (PdfPages pages = new PdfPages()) {
      double top = pages.y();
      assertThat(pages.ensure(top - PdfPages.MARGIN - 24)).isFalse();
      pages.space(1);
      assertThat(pages.ensure(top - PdfPages.MARGIN - 24)).isTrue();
      assertThat(pages.y()).isEqualTo(top);
      assertThat(pages.document().getNumberOfPages()).isEqualTo(2);
    }
  }

  @Test
  @DisplayName("never leave a heading alone at the foot")
  void headings() throws Exception {
    for (int lines = 35; lines < 60; lines++) {
      int before = lines;
      Printed printed =
          Printed.of(
              pages -> {
                for (int i = 0; i < before; i++) {
                  pages.paragraph("line", 9.5, PdfPages.INK, false);
                }
                pages.heading("Next");
                pages.paragraph("what follows", 9.5, PdfPages.INK, false);
              });
      String last = printed.pages().get(printed.pages().size() - 1);
      assertThat(last).contains("Next", "what follows");
    }
  }

  @Test
  @DisplayName("shrink an unbroken line to the width, and copy it as one line")
  void unbroken() throws Exception {
    String line = "— key " + "Az09+/".repeat(50);
    Printed printed =
        Printed.of(
            pages -> {
              pages.unbroken(line, 8);
              pages.unbroken("short", 8);
            });
    assertThat(printed.text().lines()).contains(line, "short");
    assertThat(rightmost(printed)).isBetween(RIGHT - 1, RIGHT + 0.5);
    List<Glyph> glyphs = printed.glyphs();
    Glyph a = glyphs.get(6);
    Glyph s = glyphs.get(line.length());
    assertThat(s.text()).isEqualTo("s");
    assertThat(s.right() - s.left()).isGreaterThan(a.right() - a.left());
  }

  @Test
  @DisplayName("have no glyph beyond the margins, whatever the text")
  void margins() throws Exception {
    String odd = "律 " + "W".repeat(700) + " naïve \uD83D\uDE00 " + "il ".repeat(900);
    Printed printed =
        Printed.of(
            pages -> {
              pages.heading(odd);
              pages.subheading(odd);
              pages.paragraph(odd, 20, PdfPages.INK, true);
              pages.table(COLUMNS, List.of(List.of("1", "W".repeat(400))), 8);
              new Facts(pages).row("W".repeat(200), odd);
              pages.unbroken(odd, 8);
            });
    assertThat(printed.pages()).hasSizeGreaterThan(3);
    for (Glyph glyph : printed.glyphs()) {
      assertThat(glyph.left()).isGreaterThanOrEqualTo(PdfPages.MARGIN - 0.1);
      assertThat(glyph.right()).isLessThanOrEqualTo(RIGHT + 0.5);
      assertThat(glyph.baseline()).isBetween(PdfPages.MARGIN, 842 - PdfPages.MARGIN + 7);
    }
  }

  @Test
  @DisplayName("keep each column's words left of the next column")
  void columns() throws Exception {
    Printed printed =
        Printed.of(
            pages ->
                pages.row(
                    COLUMNS, List.of("m".repeat(90), "v".repeat(90)), 8, PdfPages.INK, false));
    for (Glyph glyph : printed.glyphs()) {
      if (glyph.text().equals("m")) {
        assertThat(glyph.right()).isLessThanOrEqualTo(PdfPages.MARGIN + 60);
      } else if (glyph.text().equals("v")) {
        assertThat(glyph.left()).isGreaterThanOrEqualTo(PdfPages.MARGIN + 60);
      }
    }
    assertThat(printed.count("v")).isEqualTo(90);
  }

  private static double rightmost(Printed printed) {
    return printed.glyphs().stream().mapToDouble(Glyph::right).max().orElseThrow();
  }
}
