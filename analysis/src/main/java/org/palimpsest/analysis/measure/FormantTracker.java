package org.palimpsest.analysis.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.palimpsest.analysis.audio.AudioClip;

/**
 * Formants as Praat's "To Formant (burg)" defines them: the clip is brought to twice the ceiling,
 * lifted above the pre-emphasis frequency, cut by a Gaussian window, predicted by {@link Burg}, and
 * the angles of the predictor's roots are the formants; roots within 50 Hz of 0 or of the ceiling
 * are dropped. Formants are named by order alone: nothing is traced from frame to frame. One object
 * per thread; memory grows with the frames that are asked for, not with the clip.
 */
public final class FormantTracker {
  private static final double MARGIN_HERTZ = 50;

  private final FormantSettings settings;
  private final double inHertz;
  private final double outHertz;
  private final SharpResampler resampler;
  private final double[] window;
  private final double emphasis;

  /**
   * @param hertz rate of the clips
   */
  public FormantTracker(FormantSettings settings, int hertz) {
    this.settings = settings;
    int wanted = (int) Math.round(2 * settings.ceilingHertz());
    inHertz = hertz;
    outHertz = Math.min(hertz, wanted);
    resampler = new SharpResampler(hertz, Math.min(hertz, wanted));
    window = gaussian(Math.max(3, (int) (2 * settings.windowSeconds() * outHertz)) / 2 * 2);
    emphasis = Math.exp(-2 * Math.PI * settings.preEmphasisHertz() / outHertz);
  }

  /**
   * The formants of each frame, the lowest first.
   *
   * @return a list for each frame; empty where the window leaves the clip or holds silence
   */
  public List<List<Formant>> track(AudioClip clip, FrameGrid grid) {
    List<List<Formant>> track = new ArrayList<>();
    if (grid.frames() == 0) {
      return track;
    }
    long first = start(grid.centre(0)) - 1;
    long end = start(grid.centre(grid.frames() - 1)) + window.length;
    double[] signal = resampler.read(clip, first, (int) (end - first));
    double limit = clip.length() * outHertz / inHertz;
    for (int i = 0; i < grid.frames(); i++) {
      long start = start(grid.centre(i));
      boolean whole = start >= 0 && start + window.length <= limit;
      track.add(whole ? frame(signal, (int) (start - first)) : List.of());
    }
    return track;
  }

  private long start(double centre) {
    return (long) Math.ceil(centre * outHertz / inHertz) - window.length / 2;
  }

  private List<Formant> frame(double[] signal, int start) {
    double[] frame = new double[window.length];
    double loudest = 0;
    for (int i = 0; i < frame.length; i++) {
      double lifted = signal[start + i] - emphasis * signal[start + i - 1];
      loudest = Math.max(loudest, Math.abs(lifted));
      frame[i] = lifted * window[i];
    }
    double[] predictor =
        loudest < 1e-9 ? new double[0] : Burg.coefficients(frame, 2 * settings.formants());
    for (int k = 0; k < predictor.length; k++) {
      predictor[k] = -predictor[k];
    }
    return formants(new Roots(predictor));
  }

  private List<Formant> formants(Roots roots) {
    List<Formant> found = new ArrayList<>();
    double nyquist = outHertz / 2;
    for (int k = 0; k < roots.count(); k++) {
      double hertz = Math.atan2(roots.im(k), roots.re(k)) / Math.PI * nyquist;
      if (hertz >= MARGIN_HERTZ && hertz <= nyquist - MARGIN_HERTZ) {
        double radius = Math.hypot(roots.re(k), roots.im(k));
        double inside = Math.min(radius, 1 / radius); // an unstable root is mirrored
        found.add(new Formant(hertz, -2 * Math.log(inside) * nyquist / Math.PI));
      }
    }
    found.sort(Comparator.comparingDouble(Formant::hertz));
    return List.copyOf(found);
  }

  /** Falls to 0 at the ends: exp(−12) of the middle, shifted down by as much. */
  private static double[] gaussian(int length) {
    double[] window = new double[length];
    double edge = Math.exp(-12);
    for (int i = 0; i < length; i++) {
      double x = (i + 1 - 0.5 * (length + 1)) / (length + 1);
      window[i] = (Math.exp(-48 * x * x) - edge) / (1 - edge);
    }
    return window;
  }
}
