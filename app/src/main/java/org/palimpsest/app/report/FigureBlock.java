package org.palimpsest.app.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.palimpsest.app.words.Span;

/** Sets a spectrogram with its axes: the picture as pixels, the axes and words as vectors. */
final class FigureBlock {
  private static final double HEIGHT = 118;
  private static final double TICK = 3;
  private static final double MARK = 3.5;

  private FigureBlock() {}

  static void set(PdfPages pages, ReportFigure figure, String title) throws IOException {
    TimeFrame frame = TimeFrame.under(title, pages, HEIGHT, 56, figure.seconds());
    double x = frame.x();
    double y = frame.y();
    double width = frame.width();
    PDPageContentStream out = pages.stream();
    out.drawImage(
        picture(pages.document(), figure), (float) x, (float) y, (float) width, (float) HEIGHT);
    out.setStrokingColor(PdfPages.INK);
    out.setLineWidth(0.5f);
    out.addRect((float) x, (float) y, (float) width, (float) HEIGHT);
    out.stroke();
    mark(out, figure, x, y + HEIGHT, width);
    double hertzStep = axisStep(figure.hertz());
    for (double hertz = 0; hertz <= figure.hertz(); hertz += hertzStep) {
      double at = y + HEIGHT * hertz / figure.hertz();
      pages.line(x - TICK, at, x, at, PdfPages.INK, 0.5);
      frame.endingAt(String.format(Locale.ROOT, "%.0f kHz", hertz / 1000), x - TICK - 2, at - 2.5);
    }
    frame.seconds(0.5);
    pages.paragraph(figure.caption(), TimeFrame.SIZE, PdfPages.FAINT, false);
    if (!figure.doubtful().isEmpty()) {
      pages.paragraph(
          "Black above the picture: other recordings give this exhibit as well, none was found,"
              + " or it was probably changed after protection. "
              + Span.words(figure.doubtful())
              + ".",
          TimeFrame.SIZE,
          PdfPages.INK,
          false);
    }
  }

  private static void mark(
      PDPageContentStream out, ReportFigure figure, double x, double y, double width)
      throws IOException {
    out.setNonStrokingColor(PdfPages.INK);
    for (Span span : figure.doubtful()) {
      double left = x + width * span.from() / figure.seconds();
      double wide = width * (span.to() - span.from()) / figure.seconds();
      out.addRect((float) left, (float) y, (float) Math.max(0.4, wide), (float) MARK);
      out.fill();
    }
  }

  /** A step of 1, 2 or 5 times a power of ten that gives four to ten marks. */
  static double axisStep(double length) {
    double step = Math.pow(10, Math.floor(Math.log10(Math.max(length, 1e-3) / 4)));
    for (double factor : new double[] {1, 2, 5}) {
      if (length / (step * factor) <= 10) {
        return step * factor;
      }
    }
    return step * 10;
  }

  /** A number of an axis, with no more digits than it needs. */
  static String plain(double value) {
    String digits =
        new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros().toPlainString();
    return digits.replace('-', '−');
  }

  private static PDImageXObject picture(PDDocument document, ReportFigure figure)
      throws IOException {
    return figure.isGrey()
        ? greyPicture(document, figure)
        : LosslessFactory.createFromImage(document, image(figure));
  }

  /** One byte a pixel, as it is: PDFBox would pass a grey image through a gamma. */
  private static PDImageXObject greyPicture(PDDocument document, ReportFigure figure)
      throws IOException {
    byte[] samples = new byte[figure.width() * figure.height()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) figure.pixels().at(i);
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      deflater.write(samples);
    }
    return new PDImageXObject(
        document,
        new ByteArrayInputStream(packed.toByteArray()),
        COSName.FLATE_DECODE,
        figure.width(),
        figure.height(),
        8,
        PDDeviceGray.INSTANCE);
  }

  private static BufferedImage image(ReportFigure figure) {
    BufferedImage image =
        new BufferedImage(figure.width(), figure.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < figure.height(); y++) {
      for (int x = 0; x < figure.width(); x++) {
        image.setRGB(x, y, figure.pixels().at(y * figure.width() + x));
      }
    }
    return image;
  }
}
