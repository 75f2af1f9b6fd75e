package org.palimpsest.app.report;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** A4 pages filled from top to bottom. Lengths are in points. One thread; close it. */
final class PdfPages implements AutoCloseable {
  static final double MARGIN = 50;
  static final double WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
  static final Color INK = new Color(0x1a1a1a);
  static final Color FAINT = new Color(0x666666);

  /** What a person states, apart from what was computed. */
  static final Color STATED = new Color(0x5b2a86);

  static final Color RULE = new Color(0xbbbbbb);

  private static final double TOP = PDRectangle.A4.getHeight() - MARGIN;
  private static final double BOTTOM = MARGIN + 24;
  private static final double LEADING = 1.35;

  private final PDDocument document = new PDDocument();
  private final PdfText text;
  private PDPageContentStream out;
  private double y;

  PdfPages() throws IOException {
    text = new PdfText(document);
    newPage();
  }

  PDDocument document() {
    return document;
  }

  PdfText text() {
    return text;
  }

  /** Where the next thing goes, from the page's lower edge. */
  double y() {
    return y;
  }

  void space(double points) {
    y -= points;
  }

  /** Goes to a new page unless {@code height} still fits. */
  boolean ensure(double height) throws IOException {
    if (y - height >= BOTTOM) {
      return false;
    }
    newPage();
    return true;
  }

  PDPageContentStream stream() {
    return out;
  }

  /** A paragraph over the whole width. */
  void paragraph(String words, double size, Color colour, boolean bold) throws IOException {
    for (String line : text.lines(words, size, WIDTH)) {
      ensure(size * LEADING);
      y -= size * LEADING;
      draw(line, MARGIN, y + size * 0.3, size, colour, bold);
    }
  }

  /** A line that is copied off the page later: smaller if need be, never broken. */
  void unbroken(String words, double size) throws IOException {
    String line = text.clean(words);
    double fitting = Math.min(size, size * WIDTH / text.width(line, size));
    ensure(size * LEADING);
    y -= size * LEADING;
    draw(line, MARGIN, y + size * 0.3, fitting, INK, false);
  }

  void heading(String words) throws IOException {
    ensure(80);
    space(18);
    paragraph(words, 14, INK, true);
    rule(INK, 0.8);
    space(6);
  }

  void subheading(String words) throws IOException {
    ensure(60);
    space(10);
    paragraph(words, 11, INK, true);
    space(2);
  }

  void rule(Color colour, double thickness) throws IOException {
    space(3);
    line(MARGIN, y, MARGIN + WIDTH, y, colour, thickness);
  }

  void line(double x1, double y1, double x2, double y2, Color colour, double thickness)
      throws IOException {
    out.setStrokingColor(colour);
    out.setLineWidth((float) thickness);
    out.moveTo((float) x1, (float) y1);
    out.lineTo((float) x2, (float) y2);
    out.stroke();
  }

  /** One row of cells that wrap. It stays on one page, unless it is taller than a page. */
  void row(List<Column> columns, List<String> cells, double size, Color colour, boolean bold)
      throws IOException {
    List<List<String>> lines = wrapped(columns, cells, size);
    int count = count(lines);
    double step = size * LEADING;
    if (count * step <= TOP - BOTTOM) {
      ensure(count * step);
    }
    for (int from = 0; from < count; ) {
      int fitting = (int) ((y - BOTTOM) / step);
      if (fitting < 1) {
        newPage();
        continue;
      }
      int to = Math.min(count, from + fitting);
      double x = MARGIN;
      for (int c = 0; c < columns.size(); c++) {
        for (int l = from; l < Math.min(to, lines.get(c).size()); l++) {
          double baseline = y - (l - from + 1) * step + size * 0.3;
          draw(lines.get(c).get(l), x, baseline, size, colour, bold);
        }
        x += columns.get(c).width();
      }
      y -= (to - from) * step;
      from = to;
    }
  }

  private List<List<String>> wrapped(List<Column> columns, List<String> cells, double size)
      throws IOException {
    List<List<String>> lines = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      lines.add(text.lines(cells.get(c), size, columns.get(c).width() - 6));
    }
    return lines;
  }

  private static int count(List<List<String>> lines) {
    return lines.stream().mapToInt(List::size).max().orElse(0);
  }

  /** A table; its head is repeated on every page. */
  void table(List<Column> columns, List<List<String>> rows, double size) throws IOException {
    head(columns, size);
    for (List<String> row : rows) {
      double height = count(wrapped(columns, row, size)) * size * LEADING;
      if (ensure(Math.min(height + 4, TOP - BOTTOM - 8 * size))) {
        head(columns, size);
      }
      row(columns, row, size, INK, false);
      rule(RULE, 0.3);
      space(2);
    }
    space(4);
  }

  private void head(List<Column> columns, double size) throws IOException {
    ensure(8 * size);
    row(columns, columns.stream().map(Column::title).toList(), size, FAINT, false);
    rule(FAINT, 0.6);
    space(2);
  }

  /** Draws clean text with its base line at {@code baseline}. */
  void draw(String clean, double x, double baseline, double size, Color colour, boolean bold)
      throws IOException {
    out.beginText();
    out.setFont(text.font(), (float) size);
    out.setNonStrokingColor(colour);
    out.setStrokingColor(colour);
    out.setLineWidth((float) (size * 0.03));
    out.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
    out.newLineAtOffset((float) x, (float) baseline);
    out.showText(clean);
    out.endText();
  }

  /** Numbers the pages and gives the document. */
  byte[] finish(String footer) throws IOException {
    out.close();
    int count = document.getNumberOfPages();
    for (int i = 0; i < count; i++) {
      PDPage page = document.getPage(i);
      out =
          new PDPageContentStream(
              document, page, PDPageContentStream.AppendMode.APPEND, true, true);
      draw(text.clean(footer), MARGIN, MARGIN - 6, 7, FAINT, false);
      String number = "page " + (i + 1) + " of " + count;
      draw(number, MARGIN + WIDTH - text.width(number, 7), MARGIN - 6, 7, FAINT, false);
      out.close();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }

  @Override
  public void close() throws IOException {
    document.close();
  }

  private void newPage() throws IOException {
    if (out != null) {
      out.close();
    }
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    out = new PDPageContentStream(document, page);
    y = TOP;
  }
}
