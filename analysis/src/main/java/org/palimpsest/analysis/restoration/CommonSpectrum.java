package org.palimpsest.analysis.restoration;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.palimpsest.analysis.audio.Pcm16;

/**
 * What two signals have in common, from sums over their short-time spectra in bands. With a
 * component Y of the recording and D of the perturbation, their shares p = |Y|²/E and q = |D|²/E of
 * E = |Y|² + |D|² and the projection u = Re(Y·conj D)/E, the line u = a·p + r·q is fitted in each
 * band by weighted least squares. Where the phases are independent, u has mean 0 and variance pq/2.
 * What a protector does in proportion to the speech, turning it down, goes into a; what is in the
 * recording of the perturbation into r. For one thread.
 */
final class CommonSpectrum {
  private static final int BANDS = 32;
  private static final int BINS = 256 / BANDS;

  /** Rounding noise in a bin: a twelfth of a step squared, times the squares of a Hann window. */
  private static final double ROUNDING = Pcm16.LSB * Pcm16.LSB / 12 * 192;

  /** Components of which the perturbation has less than this share say nothing of it. */
  private static final double LEAST_SHARE = 0.1;

  /** Keeps weights finite where the phases can do nothing. */
  private static final double LOAD = 0.02;

  /**
   * By how much the variance grows because neighbouring spectra and bins overlap, for a Hann window
   * and half of it as hop: (1 + 2·(4/9 + 1/36))·(1 + 2·(1/6)²).
   */
  private static final double OVERLAP = (1 + 2 * (4.0 / 9 + 1.0 / 36)) * (1 + 2.0 / 36);

  /** A line through points as much alike as this has no slope. */
  private static final double ALIKE = 1e-3;

  /**
   * From 1 kHz on: below, speech is loud, and what a protector does to it there is large beside
   * what it adds, and not in proportion.
   */
  private static final int FIRST_BAND = 4;

  /** Of fewer bands chance cannot be told: their components are few and alike. */
  private static final int LEAST_BANDS = BANDS / 4;

  /** So much a protector may have in common with speech beyond what is proportional to it. */
  private static final double TOLERANCE = 0.01;

  /** The same in a single band: what one has in common may be made up for by another. */
  private static final double BAND_TOLERANCE = 0.03;

  /** Ten times what the Wave-U-Net has in common with the speech that it turns down. */
  private static final double GROSS = 0.25;

  /** The share of a band with a larger deviation than this is not taken out. */
  private static final double WELL_KNOWN = 0.1;

  private final double[] pp = new double[BANDS];
  private final double[] pq = new double[BANDS];
  private final double[] qq = new double[BANDS];
  private final double[] up = new double[BANDS];
  private final double[] uq = new double[BANDS];
  private final double[] pqqq = new double[BANDS];
  private final double[] ppqq = new double[BANDS];
  private final double[] pppq = new double[BANDS];
  private final double[] projection = new double[BANDS];
  private final double[] energy = new double[BANDS];

  /**
   * All bands from 1 kHz on together.
   *
   * @param share r, each band weighted by how well it is known; NaN where too few bands are
   * @param deviation its standard deviation by chance; infinite then
   * @param ofBands mean of the squares of r in standard deviations, over the bands, beyond the
   *     tolerance of a band
   * @param plain the share if a is 0: coarse, but known where the line is not, because all
   *     components are alike; 0 where nothing is known
   */
  record Common(double share, double deviation, double ofBands, double plain) {
    /** The share beyond the tolerance, in standard deviations. */
    double beyondTolerance() {
      return beyond(share, TOLERANCE) / deviation;
    }

    /** Whether there is more of it than a protector has in common with speech, whatever it does. */
    boolean gross() {
      return Math.abs(plain) > GROSS;
    }
  }

  /** Takes a pair of spectra of 512 samples, as TarsosDSP lays them out. */
  void add(float[] speech, float[] added) {
    for (int k = 1; k < BANDS * BINS; k++) {
      double re = speech[2 * k];
      double im = speech[2 * k + 1];
      double addedRe = added[2 * k];
      double addedIm = added[2 * k + 1];
      double there = re * re + im * im;
      double perturbation = addedRe * addedRe + addedIm * addedIm;
      double both = there + perturbation + ROUNDING;
      double q = perturbation / both;
      if (q > LEAST_SHARE) {
        add(k / BINS, there / both, q, (re * addedRe + im * addedIm) / both);
      }
    }
  }

  private void add(int band, double p, double q, double u) {
    double weight = 1 / (p * q + LOAD);
    pp[band] += weight * p * p;
    pq[band] += weight * p * q;
    qq[band] += weight * q * q;
    up[band] += weight * u * p;
    uq[band] += weight * u * q;
    double square = weight * weight * p * q;
    pqqq[band] += square * q * q;
    ppqq[band] += square * p * q;
    pppq[band] += square * p * p;
    projection[band] += u;
    energy[band] += q;
  }

  void add(CommonSpectrum other) {
    for (int b = 0; b < BANDS; b++) {
      pp[b] += other.pp[b];
      pq[b] += other.pq[b];
      qq[b] += other.qq[b];
      up[b] += other.up[b];
      uq[b] += other.uq[b];
      pqqq[b] += other.pqqq[b];
      ppqq[b] += other.ppqq[b];
      pppq[b] += other.pppq[b];
      projection[b] += other.projection[b];
      energy[b] += other.energy[b];
    }
  }

  Common common() {
    double sum = 0;
    double weights = 0;
    double squares = 0;
    int known = 0;
    for (int b = FIRST_BAND; b < BANDS; b++) {
      double share = share(b);
      double variance = variance(b);
      if (!Double.isNaN(share) && variance > 0) {
        sum += share / variance;
        weights += 1 / variance;
        double beyond = beyond(share, BAND_TOLERANCE);
        squares += beyond * beyond / variance;
        known++;
      }
    }
    if (known < LEAST_BANDS) {
      return new Common(Double.NaN, Double.POSITIVE_INFINITY, 0, 0);
    }
    double all = Arrays.stream(qq, FIRST_BAND, BANDS).sum();
    double plain = all > 0 ? Arrays.stream(uq, FIRST_BAND, BANDS).sum() / all : 0;
    return new Common(sum / weights, 1 / Math.sqrt(weights), squares / known, plain);
  }

  /**
   * The shares if a is 0: all that is there of the perturbation, whether the protector put it there
   * or not.
   *
   * @return in the 32 bands of 250 Hz from 0 up, −1 to 1; 0 where nothing is known
   */
  float[] projections() {
    return shares(b -> energy[b] > 0 ? projection[b] / energy[b] : 0);
  }

  /** The r, laid out like {@link #projections()}; 0 where they are not known or may be chance. */
  float[] slopes() {
    return shares(
        b -> {
          double share = share(b);
          double deviation = Math.sqrt(variance(b));
          boolean there = Math.abs(share) > BAND_TOLERANCE + deviation;
          return there && deviation < WELL_KNOWN ? share : 0;
        });
  }

  private static float[] shares(IntToDoubleFunction shareOfBand) {
    float[] shares = new float[BANDS];
    for (int b = 0; b < BANDS; b++) {
      shares[b] = (float) Math.max(-1, Math.min(1, shareOfBand.applyAsDouble(b)));
    }
    return shares;
  }

  /** Whether the r of this are nearer to those of the other, in its deviations, than to 0. */
  boolean isNearerTo(CommonSpectrum other) {
    double gain = 0;
    for (int b = FIRST_BAND; b < BANDS; b++) {
      double share = share(b);
      double expected = other.share(b);
      double variance = variance(b);
      if (!Double.isNaN(share + expected) && variance > 0) {
        gain += expected * (2 * share - expected) / variance;
      }
    }
    return gain > 0;
  }

  /** Multiplies a spectrum of the perturbation by its shares in the bands. */
  static void project(float[] added, float... shares) {
    added[0] = 0;
    added[1] = 0;
    for (int k = 1; k < BANDS * BINS; k++) {
      added[2 * k] *= shares[k / BINS];
      added[2 * k + 1] *= shares[k / BINS];
    }
  }

  /** r of a band; NaN where its components are too much alike. */
  private double share(int b) {
    double determinant = determinant(b);
    return determinant > ALIKE * pp[b] * qq[b]
        ? (pp[b] * uq[b] - pq[b] * up[b]) / determinant
        : Double.NaN;
  }

  /** Of r, from the solution of the normal equations, if only phases are left to chance. */
  private double variance(int b) {
    double square = pp[b] * pp[b] * pqqq[b] - 2 * pp[b] * pq[b] * ppqq[b] + pq[b] * pq[b] * pppq[b];
    return OVERLAP / 2 * square / (determinant(b) * determinant(b));
  }

  private double determinant(int b) {
    return pp[b] * qq[b] - pq[b] * pq[b];
  }

  private static double beyond(double share, double tolerance) {
    return Math.max(0, Math.abs(share) - tolerance);
  }
}
