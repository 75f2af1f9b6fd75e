package org.palimpsest.app.evaluate;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.palimpsest.analysis.compare.Embedding;

/**
 * An utterance in one condition.
 *
 * @param figures by name; each name ends in its unit where it has one. A ratio may be +∞
 * @param voices by the hash of the encoder
 * @param refusal why there is neither, in one line
 */
record Treated(
    SortedMap<String, Double> figures,
    SortedMap<String, Embedding> voices,
    Optional<String> refusal) {
  Treated {
    figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
    voices = Collections.unmodifiableSortedMap(new TreeMap<>(voices));
  }

  static Treated refused(String line) {
    return new Treated(new TreeMap<>(), new TreeMap<>(), Optional.of(line));
  }
}
