package org.palimpsest.app.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * A report as a reader of the file finds it.
 *
 * @param pages text of each
 * @param glyphs where each stands
 * @param images of all pages
 */
record Printed(List<String> pages, List<Glyph> glyphs, List<Image> images) {
  /** Something that sets pages. */
  interface Setting {
    void set(PdfPages pages) throws IOException;
  }

  /** A glyph, in points from the upper left corner. */
  record Glyph(String text, double left, double right, double baseline) {}

  /** An image's samples as they are stored. */
  record Image(int width, int height, int components, List<Integer> samples) {}

  static Printed of(Setting setting) throws IOException {
    try (PdfPages pages = new PdfPages()) {
      setting.set(pages);
      return read(pages.finish("footer"));
    }
  }

  static Printed read(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      List<Glyph> glyphs = new ArrayList<>();
      List<Image> images = new ArrayList<>();
      List<String> texts = new ArrayList<>();
      PDFTextStripper stripper =
          new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition at) {
              double left = at.getXDirAdj();
              glyphs.add(
                  new Glyph(at.getUnicode(), left, left + at.getWidthDirAdj(), at.getYDirAdj()));
              super.processTextPosition(at);
            }
          };
      for (int p = 1; p <= document.getNumberOfPages(); p++) {
        stripper.setStartPage(p);
        stripper.setEndPage(p);
        texts.add(stripper.getText(document));
        images.addAll(images(document.getPage(p - 1)));
      }
      return new Printed(texts, glyphs, images);
    }
  }

  String text() {
    return String.join("", pages);
  }

  /** The text without white space, so that words broken over lines are whole. */
  String squeezed() {
    return text().replaceAll("\\s+", "");
  }

  int count(String words) {
    return (squeezed().length() - squeezed().replace(words, "").length()) / words.length();
  }

  private static List<Image> images(PDPage page) throws IOException {
    List<Image> images = new ArrayList<>();
    PDResources resources = page.getResources();
    for (COSName name : resources.getXObjectNames()) {
      if (resources.getXObject(name) instanceof PDImageXObject image) {
        List<Integer> samples = new ArrayList<>();
        for (byte sample : image.getStream().toByteArray()) {
          samples.add(sample & 0xff);
        }
        int components = image.getColorSpace().getNumberOfComponents();
        images.add(new Image(image.getWidth(), image.getHeight(), components, samples));
      }
    }
    return images;
  }
}
