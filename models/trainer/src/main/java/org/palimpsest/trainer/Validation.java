package org.palimpsest.trainer;

import java.util.ArrayList;
import java.util.List;

/** What the remover does on recordings that it never learned from, in the same places each time. */
final class Validation {
  private static final int MOST_FILES = 12;
  private static final int MOST_SAMPLES = 4 * 16_000;

  private final List<Crop> crops = new ArrayList<>();

  /** Takes the middle of files that are spread evenly over those held back. */
  Validation(List<Pair> heldBack) throws TrainerException {
    int count = Math.min(MOST_FILES, heldBack.size());
    for (int i = 0; i < count; i++) {
      Pair pair = heldBack.get((int) ((long) heldBack.size() * i / count));
      int length = Math.min(MOST_SAMPLES, pair.samples());
      Crop crop = pair.crop((pair.samples() - length) / 2, length);
      if (energy(crop.clean()) > 0 && energy(crop.perturbation()) > 0) {
        crops.add(crop);
      }
    }
    if (crops.isEmpty()) {
      throw new TrainerException(
          "the protector changes nothing in the recordings that are held back: nothing to remove");
    }
  }

  /**
   * Means over the recordings, in dB.
   *
   * @param protectedDb SNR(x, x')
   * @param restoredDb SNR(x, x' − r(x'))
   */
  record Snr(double protectedDb, double restoredDb) {}

  Snr of(Engine engine, float[] values) {
    double before = 0;
    double after = 0;
    for (Crop crop : crops) {
      float[] left = crop.perturbation();
      double speech = energy(crop.clean());
      before += decibels(speech, energy(left));
      float[] found = engine.perturbation(values, crop.exhibit());
      for (int i = 0; i < left.length; i++) {
        left[i] -= found[i];
      }
      after += decibels(speech, energy(left));
    }
    return new Snr(before / crops.size(), after / crops.size());
  }

  private static double decibels(double speech, double error) {
    return 10 * Math.log10(speech / Math.max(error, 1e-30));
  }

  private static double energy(float[] samples) {
    double sum = 0;
    for (float sample : samples) {
      sum += (double) sample * sample;
    }
    return sum;
  }
}
