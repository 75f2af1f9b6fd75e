package org.palimpsest.app.evaluate;

import java.nio.file.Path;
import org.palimpsest.analysis.audio.SampleRate;

/**
 * A recording of the data folder.
 *
 * @param path below the folder, with slashes
 * @param samples at 16 kHz
 * @param sha256 of these samples as little-endian float32
 */
record Utterance(Path file, String speaker, String path, int samples, String sha256) {
  /** Shorter ones take no part in trials. */
  private static final double SHORTEST_TRIAL_SECONDS = 2;

  double seconds() {
    return SampleRate.WORKING.seconds(samples);
  }

  boolean isLongEnoughForTrials() {
    return seconds() >= SHORTEST_TRIAL_SECONDS;
  }
}
