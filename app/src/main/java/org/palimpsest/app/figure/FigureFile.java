package org.palimpsest.app.figure;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Writes a figure on a landscape A4 page: PDF with vectors, or PNG of 300 dots an inch. */
final class FigureFile {
  static final double WIDTH = PDRectangle.A4.getHeight();
  static final double HEIGHT = PDRectangle.A4.getWidth();
  static final int DOTS_PER_INCH = 300;
  private static final double INCH = 0.0254;

  private FigureFile() {}

  /**
   * Draws and writes.
   *
   * @param out ends in .png for pixels; everything else becomes PDF. An older file is replaced
   */
  static void write(Path out, String title, Consumer<PdfPen> drawing) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDDocumentInformation about = new PDDocumentInformation();
      about.setTitle(title);
      document.setDocumentInformation(about);
      PDPage page = new PDPage(new PDRectangle((float) WIDTH, (float) HEIGHT));
      document.addPage(page);
      try (PdfPen pen = new PdfPen(document, page)) {
        drawing.accept(pen);
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
      byte[] whole = saved(document);
      if (out.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
        Files.write(out, png(pixels(whole)));
      } else {
        Files.write(out, whole);
      }
    }
  }

  private static byte[] saved(PDDocument document) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }

  /** Of the page as it would be read back: only then are its letters embedded. */
  private static BufferedImage pixels(byte[] page) throws IOException {
    try (PDDocument saved = Loader.loadPDF(page)) {
      return new PDFRenderer(saved).renderImageWithDPI(0, DOTS_PER_INCH, ImageType.RGB);
    }
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    IIOMetadata about =
        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
    IIOMetadataNode physical = new IIOMetadataNode("pHYs");
    String perMetre = Long.toString(Math.round(DOTS_PER_INCH / INCH));
    physical.setAttribute("pixelsPerUnitXAxis", perMetre);
    physical.setAttribute("pixelsPerUnitYAxis", perMetre);
    physical.setAttribute("unitSpecifier", "meter");
    IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
    root.appendChild(physical);
    about.mergeTree("javax_imageio_png_1.0", root);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(stream);
      writer.write(new IIOImage(image, null, about));
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
