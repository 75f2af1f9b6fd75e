package org.palimpsest.app.ui.playback;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.signal.Levels;

/**
 * Gains at which signals of one length are as loud as the first, by their energy; none is raised so
 * far that it would be clipped.
 */
final class LevelMatch {
  private LevelMatch() {}

  /** A factor for each; 1 for the first and for silence. */
  static List<Double> gains(List<AudioClip> clips) {
    List<Double> gains = new ArrayList<>(clips.stream().limit(1).map(first -> 1.0).toList());
    double wanted =
        clips.size() < 2 ? 0 : Levels.energy(clips.get(0)); // half a second of two hours
    for (AudioClip clip : clips.subList(gains.size(), clips.size())) {
      double energy = Levels.energy(clip);
      double gain = energy > 0 && wanted > 0 ? Math.sqrt(wanted / energy) : 1;
      gains.add(gain <= 1 ? gain : Math.max(1, Math.min(gain, 1 / Levels.peak(clip))));
    }
    return gains;
  }

  /** A gain in decibels, signed. */
  static String words(double gain) {
    String words = String.format(Locale.ROOT, "%+.1f dB", 20 * Math.log10(gain));
    return words.equals("-0.0 dB") ? "+0.0 dB" : words.replace('-', '−');
  }
}
