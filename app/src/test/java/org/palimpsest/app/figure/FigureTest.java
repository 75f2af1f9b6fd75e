package org.palimpsest.app.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.analysis.audio.SampleRate;
import org.palimpsest.analysis.measure.Ltas;
import org.palimpsest.app.picture.ColourMap;
import org.palimpsest.app.picture.SpectrogramSettings;
import org.palimpsest.app.ui.Bench;

@DisplayName("a figure")
final class FigureTest {
  private static final String HASH = "0123456789abcdef".repeat(4);
  private static final FigureWords WORDS = new FigureWords("Harbour call 律", "Palimpsest test");
  private static final SpectrogramSettings SETTINGS =
      SpectrogramSettings.defaults().with(ColourMap.INVERSE_GREY);

  @TempDir Path folder;

  private static FigureSignal signal(String id, AudioClip clip) {
    return new FigureSignal(
        id,
        "as received",
        "Call",
        "SHA-256 " + HASH,
        clip,
        new TrackSource(clip),
        0.3,
        Optional.empty());
  }

  private static LaneFigure lanes(AudioClip clip, SampleRange range, Set<TrackKind> tracks) {
    return new LaneFigure(
        WORDS, range, List.of(signal("Q1", clip), signal("Q2", clip)), SETTINGS, tracks);
  }

  private static String text(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      return new PDFTextStripper().getText(document).replace("\r", "");
    }
  }

  @Test
  @DisplayName("says in its PDF what it shows, how it was made, and of which bytes")
  void saysHowItWasMade() throws IOException {
    Path pdf = folder.resolve("f.pdf");
    lanes(Bench.voice(2, 120), new SampleRange(4000, 20_000), Set.of(TrackKind.values()))
        .write(pdf);
    String text = text(pdf);
    assertThat(text)
        .contains("Harbour call [U+5F8B]", "Palimpsest test", HASH, "Q1", "Q2", "time, s")
        .contains("samples 4,000 to 20,000 at 16,000 Hz", "Time 0.2500 to 1.2500 s")
        .contains("Hann window of 25 ms", "inverse grey", "8 kHz", "400 Hz")
        .contains("pitch: autocorrelation", "formants: Burg", "no entry of the ledger");
  }

  @Test
  @DisplayName("is a PNG of 300 dots an inch where its name ends so, with letters and colours")
  void isPixels() throws IOException {
    Path png = folder.resolve("f.PNG");
    Files.writeString(png, "an older file ".repeat(400_000), StandardCharsets.UTF_8);
    lanes(Bench.voice(1, 120), new SampleRange(0, 16_000), Set.of(TrackKind.FORMANTS)).write(png);
    BufferedImage image = ImageIO.read(png.toFile());
    assertThat(image.getWidth()).isBetween(3506, 3509);
    assertThat(image.getHeight()).isBetween(2479, 2481);
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y += 2) {
      for (int x = 0; x < image.getWidth(); x += 2) {
        colours.add(image.getRGB(x, y));
      }
    }
    assertThat(colours).hasSizeGreaterThan(150).contains(0xff000000 | Ink.PRINT.formants());
    byte[] head = new byte[400];
    System.arraycopy(Files.readAllBytes(png), 0, head, 0, head.length);
    assertThat(new String(head, StandardCharsets.ISO_8859_1)).contains("pHYs\u0000\u0000.#");
    assertThat(Files.size(png)).isLessThan(5_000_000);
  }

  @Test
  @DisplayName(
      "sums tracks up in a stretch of more than two minutes, without formants, and says so")
  void sumsUpWhatIsLong() throws IOException {
    AudioClip clip = Bench.voice(121, 120);
    Path pdf = folder.resolve("long.pdf");
    Set<TrackKind> tracks = Set.of(TrackKind.PITCH, TrackKind.FORMANTS);
    lanes(clip, new SampleRange(0, clip.length()), tracks).write(pdf);
    assertThat(text(pdf))
        .contains("200 Hz", "pitch: autocorrelation", "Of more than two minutes", "no formants")
        .doesNotContain("Burg");
  }

  @Test
  @DisplayName("draws a single sample, silence, and a stretch beyond the end of one signal")
  void drawsWhatIsShort() throws IOException {
    for (int samples : new int[] {1, 7, 4000}) {
      AudioClip clip = AudioClip.of(new float[samples], SampleRate.WORKING);
      Path pdf = folder.resolve(samples + ".pdf");
      new LaneFigure(
              WORDS,
              new SampleRange(0, 8000),
              List.of(signal("Q1", clip)),
              SETTINGS,
              Set.of(TrackKind.values()))
          .write(pdf);
      assertThat(text(pdf)).contains("Q1");
    }
  }

  @Test
  @DisplayName("of long-term spectra names its signals, bands and reference")
  void showsLongTermSpectra() throws IOException {
    AudioClip clip = Bench.voice(1, 120);
    SampleRange range = new SampleRange(0, clip.length());
    Path pdf = folder.resolve("ltas.pdf");
    new LtasFigure(
            WORDS,
            range,
            List.of(signal("Q1", clip)),
            List.of(new LtasPlot.Curve("Q1 as received", Ltas.of(clip, range, 100))))
        .write(pdf);
    assertThat(text(pdf))
        .contains("Q1 as received", "bands of 100 Hz", "frequency, kHz", "dB/Hz", HASH);
  }

  @Test
  @DisplayName("that cannot be written is an error, not a figure")
  void refusesAFolder() throws IOException {
    Path taken = Files.createDirectory(folder.resolve("taken.pdf"));
    LaneFigure figure = lanes(Bench.voice(1, 120), new SampleRange(0, 100), Set.of());
    assertThatThrownBy(() -> figure.write(taken)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> figure.write(folder.resolve("no/where.png")))
        .isInstanceOf(IOException.class);
  }

  @Test
  @DisplayName("has tracks that say in words what they show")
  void tracksHaveWords() {
    TrackSource source = new TrackSource(Bench.voice(4, 120));
    double loud = 0.27 * 16_000 / 2.7; // somewhere in the first syllable
    assertThat(source.tile(TrackKind.PITCH, 0).words(loud)).matches("pitch 1\\d\\d\\.\\d Hz");
    assertThat(source.tile(TrackKind.INTENSITY, 0).words(loud))
        .matches("intensity -\\d+\\.\\d dBFS");
    assertThat(source.tile(TrackKind.ACTIVITY, 0).words(loud)).isEqualTo("active");
    assertThat(source.tile(TrackKind.FORMANTS, 0).words(loud)).contains("F1 ").endsWith(" Hz");
    assertThat(source.tile(TrackKind.PITCH, 0).words(0)).isEmpty();
    assertThat(source.tile(TrackKind.PITCH, 9).words(0)).isEmpty();
    assertThatThrownBy(() -> source.tile(TrackKind.ERROR, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(source.tileSamples()).isCloseTo(64_000, within(0.0));
  }
}
