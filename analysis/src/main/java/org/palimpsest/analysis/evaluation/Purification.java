package org.palimpsest.analysis.evaluation;

import java.util.List;
import org.palimpsest.analysis.audio.AudioClip;

/**
 * A baseline that knows nothing of the protector (SpeakerGuard, arXiv 2206.03393; parameters of
 * arXiv 2412.09195). It lowers the effect on speaker models and restores nothing. Stateless; its
 * result lies on the 16-bit grid.
 */
public sealed interface Purification permits AddedNoise, Quantisation, MedianSmoothing {
  /** The three of arXiv 2412.09195, table 2. */
  static List<Purification> baselines() {
    return List.of(new AddedNoise(25), new Quantisation(256), new MedianSmoothing());
  }

  /** As the tables name it. */
  String id();

  /** In words, with its parameters. */
  String words();

  /**
   * @param seed for what is random in it
   */
  AudioClip apply(AudioClip exhibit, long seed);
}
