package org.palimpsest.analysis.measure;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.WavWriter;

/** Praat as a process of its own, where it is installed (Debian package praat). */
final class Praat {
  private final Path folder;

  Praat(Path folder) {
    this.folder = folder;
  }

  /** What it says it is; empty where it is not installed. */
  static Optional<String> version() {
    try {
      Process process = new ProcessBuilder("praat", "--version").redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(said.strip()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Lines of numbers; NaN where Praat has none. */
  record Measures(
      List<double[]> formants,
      List<double[]> pitch,
      List<double[]> intensity,
      List<double[]> ltas) {}

  Measures measure(AudioClip clip, String stem) throws IOException, InterruptedException {
    Path wav = folder.resolve(stem + ".wav");
    try (OutputStream out = Files.newOutputStream(wav)) {
      WavWriter.write(clip, out);
    }
    Path script = folder.resolve("measures.praat");
    try (InputStream in = Praat.class.getResourceAsStream("measures.praat")) {
      Files.write(script, Objects.requireNonNull(in).readAllBytes());
    }
    String[] command = {"praat", "--run", script.toString(), wav.toString(), "" + wav};
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("praat: " + said);
    }
    return new Measures(
        table(wav, ".formant", 1),
        table(wav, ".pitch", 0),
        table(wav, ".intensity", 0),
        table(wav, ".ltas", 0));
  }

  private static List<double[]> table(Path wav, String ending, int header) throws IOException {
    List<String> lines = Files.readAllLines(Path.of(wav + ending));
    return lines.stream()
        .skip(header)
        .map(line -> Arrays.stream(line.split("\t", -1)).mapToDouble(Praat::number).toArray())
        .toList();
  }

  private static double number(String text) {
    return text.contains("undefined") ? Double.NaN : Double.parseDouble(text);
  }
}
