package org.palimpsest.analysis.signal;

import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.RecordingReader;

/** How many spectra of 25 ms in an FFT of 1024 a second one thread takes: {@code StftRate FILE}. */
final class StftRate {
  private static final int HOP = 160;
  private static final int ROUNDS = 3;

  private StftRate() {}

  public static void main(String[] args) throws Exception {
    AudioClip clip = new RecordingReader().read(Path.of(args[0]), OptionalInt.of(1)).clip();
    Stft stft = new Stft(new StftSettings(Window.HANN, 400, 1024));
    for (int round = 0; round < ROUNDS; round++) {
      long begun = System.nanoTime();
      double sum = 0;
      int spectra = 0;
      for (int centre = 0; centre < clip.length(); centre += HOP) {
        sum += stft.levels(clip, centre)[100];
        spectra++;
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%.0f spectra a second (mean level of a bin %.2f dBFS)%n",
          spectra / seconds,
          sum / spectra);
    }
  }
}
