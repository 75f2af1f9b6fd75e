package org.palimpsest.app.figure;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.palimpsest.app.report.PdfText;

/** Draws on a page, in points from its upper left corner. Errors come unchecked. */
final class PdfPen implements Pen, AutoCloseable {
  static final double SIZE = 7;
  private static final double CIRCLE = 0.5523; // of a cubic curve that looks round

  private final PDDocument document;
  private final PDPageContentStream out;
  private final PdfText text;
  private final float height;

  PdfPen(PDDocument document, PDPage page) throws IOException {
    this.document = document;
    this.out = new PDPageContentStream(document, page);
    this.text = new PdfText(document);
    this.height = page.getMediaBox().getHeight();
  }

  /** An action on the page. */
  private interface Stroke {
    void draw() throws IOException;
  }

  private static void on(Stroke stroke) {
    try {
      stroke.draw();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private float up(double y) {
    return (float) (height - y);
  }

  private void inked(int argb) throws IOException {
    PDExtendedGraphicsState state = new PDExtendedGraphicsState();
    state.setNonStrokingAlphaConstant((argb >>> 24) / 255f);
    out.setGraphicsStateParameters(state);
    out.setNonStrokingColor(new Color(argb));
    out.setStrokingColor(new Color(argb));
  }

  @Override
  public void fill(int argb, double x, double y, double width, double tall) {
    on(
        () -> {
          inked(argb);
          out.addRect((float) x, up(y + tall), (float) width, (float) tall);
          out.fill();
        });
  }

  @Override
  public void line(int argb, double thickness, double x1, double y1, double x2, double y2) {
    path(argb, thickness, new double[] {x1, x2}, new double[] {y1, y2});
  }

  @Override
  public void path(int argb, double thickness, double[] x, double[] y) {
    on(
        () -> {
          inked(argb);
          out.setLineWidth((float) thickness);
          boolean open = false;
          boolean any = false;
          for (int i = 0; i < x.length; i++) {
            boolean there = !Double.isNaN(x[i]) && !Double.isNaN(y[i]);
            if (there && open) {
              out.lineTo((float) x[i], up(y[i]));
            } else if (there) {
              out.moveTo((float) x[i], up(y[i]));
            }
            any |= there;
            open = there;
          }
          if (any) {
            out.stroke();
          }
        });
  }

  @Override
  public void dot(int argb, double x, double y, double radius) {
    on(
        () -> {
          inked(argb);
          float r = (float) (radius * 0.7); // paper shows more than a screen
          float c = (float) (CIRCLE * r);
          float cx = (float) x;
          float cy = up(y);
          out.moveTo(cx - r, cy);
          out.curveTo(cx - r, cy + c, cx - c, cy + r, cx, cy + r);
          out.curveTo(cx + c, cy + r, cx + r, cy + c, cx + r, cy);
          out.curveTo(cx + r, cy - c, cx + c, cy - r, cx, cy - r);
          out.curveTo(cx - c, cy - r, cx - r, cy - c, cx - r, cy);
          out.fill();
        });
  }

  @Override
  public void text(int argb, String words, double x, double y, Side side) {
    text(argb, words, SIZE, x, y, side);
  }

  void text(int argb, String words, double size, double x, double y, Side side) {
    on(
        () -> {
          String clean = text.clean(words);
          double width = text.width(clean, size);
          double left = side == Side.LEFT ? x : side == Side.RIGHT ? x - width : x - width / 2;
          inked(argb);
          out.beginText();
          out.setFont(text.font(), (float) size);
          out.newLineAtOffset((float) left, up(y + size * 0.35));
          out.showText(clean);
          out.endText();
        });
  }

  /** The lines that words take in a width. */
  List<String> lines(String words, double size, double width) {
    try {
      return text.lines(words, size, width);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Pixels 0xAARRGGBB by rows. */
  void image(int[] pixels, int columns, double x, double y, double width, double tall) {
    on(
        () -> {
          int rows = pixels.length / columns;
          BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
          image.setRGB(0, 0, columns, rows, pixels, 0, columns);
          out.drawImage(
              LosslessFactory.createFromImage(document, image),
              (float) x,
              up(y + tall),
              (float) width,
              (float) tall);
        });
  }

  /** Lets {@code drawing} mark a rectangle only. */
  void within(double x, double y, double width, double tall, Runnable drawing) {
    on(
        () -> {
          out.saveGraphicsState();
          out.addRect((float) x, up(y + tall), (float) width, (float) tall);
          out.clip();
          drawing.run();
          out.restoreGraphicsState();
        });
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
