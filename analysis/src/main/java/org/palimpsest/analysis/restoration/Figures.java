package org.palimpsest.analysis.restoration;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.signal.Levels;

/** What every restoration reports (docs/methods). */
final class Figures {
  private Figures() {}

  /** Of the signals alone: needs no model. */
  static SortedMap<String, Double> ofSignals(AudioClip exhibit, AudioClip restored) {
    SortedMap<String, Double> figures = new TreeMap<>();
    figures.put("snrDb", Levels.snrDb(exhibit, restored));
    AudioClip removed = exhibit.minus(restored);
    figures.put(
        "removedLevelDbfs", Levels.decibels(Levels.energy(removed), Math.max(1, removed.length())));
    figures.put("changedShare", Levels.shareChanged(exhibit, restored));
    return figures;
  }

  /**
   * Of the forward model: does protecting the restored signal give the exhibit again?
   *
   * @param perturbation what protecting {@code restored} adds
   */
  static SortedMap<String, Double> ofForwardModel(
      AudioClip exhibit, AudioClip restored, AudioClip perturbation) {
    int n = exhibit.length();
    double residualEnergy = 0;
    int reproduced = 0;
    for (int i = 0; i < n; i++) {
      double forward = (double) restored.at(i) + perturbation.at(i);
      double residual = forward - exhibit.at(i);
      residualEnergy += residual * residual;
      if (Pcm16.code(forward) == Pcm16.code(exhibit.at(i))) {
        reproduced++;
      }
    }
    SortedMap<String, Double> figures = new TreeMap<>();
    figures.put("forwardResidualDb", Levels.decibels(residualEnergy, Levels.energy(exhibit)));
    figures.put("reproducedShare", (double) reproduced / n);
    return figures;
  }

  /** Of the test for an exact image; the share of windows only where the test can tell. */
  static SortedMap<String, Double> of(ExactImage image, WindowSums sums, int samples) {
    SortedMap<String, Double> figures = new TreeMap<>();
    figures.put("unexplainedIfImageShare", image.unexplainedIfImage());
    figures.put("unexplainedIfChangedShare", image.unexplainedIfChanged());
    if (image.tells()) {
      figures.put("exactImageShare", UnsettledWindows.share(image.shown(sums), samples));
    }
    return figures;
  }

  /** Of what was put back of the perturbation, as a share of its level; only where some was. */
  static SortedMap<String, Double> ofPutBack(AudioClip wrong, AudioClip perturbation) {
    SortedMap<String, Double> figures = new TreeMap<>();
    double energy = Levels.energy(wrong);
    if (energy > 0) {
      figures.put("putBackShare", Math.sqrt(energy / Levels.energy(perturbation)));
    }
    return figures;
  }

  /** Of what is left of the perturbation; the share only where there is a perturbation. */
  static SortedMap<String, Double> of(Remains remains, int samples) {
    SortedMap<String, Double> figures = new TreeMap<>();
    CommonSpectrum.Common whole = remains.whole();
    if (Double.isFinite(whole.share())) {
      figures.put("perturbationLeftShare", whole.share());
      figures.put("perturbationLeftDeviationShare", whole.deviation());
    }
    figures.put("perturbationOffShare", UnsettledWindows.share(remains.off(), samples));
    return figures;
  }

  /** Of a confidence track. */
  static SortedMap<String, Double> of(Confidence track, int samples) {
    double[] bounds = IntStream.range(0, track.windows()).mapToDouble(track::boundLsb).toArray();
    Arrays.sort(bounds);
    SortedMap<String, Double> figures = new TreeMap<>();
    figures.put("ambiguousShare", UnsettledWindows.share(track.ambiguous(), samples));
    figures.put("certainShare", (double) track.certain().cardinality() / samples);
    if (!Double.isInfinite(bounds[bounds.length / 2])) {
      figures.put("medianBoundLsb", bounds[bounds.length / 2]);
    }
    return figures;
  }
}
