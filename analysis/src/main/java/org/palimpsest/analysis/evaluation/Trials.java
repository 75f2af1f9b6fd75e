package org.palimpsest.analysis.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The trials of one kind, such as rec-adv. Never of an utterance with itself. Immutable. */
public final class Trials {
  private final List<Trial> byScore;

  private Trials(List<Trial> trials) {
    List<Trial> sorted = new ArrayList<>(trials);
    sorted.sort(Comparator.comparingDouble(Trial::score));
    byScore = List.copyOf(sorted);
  }

  public static Trials of(List<Trial> trials) {
    return new Trials(trials);
  }

  /** Every pair of different utterances of one condition, by cosine. */
  public static Trials within(List<EmbeddedUtterance> utterances) {
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < utterances.size(); i++) {
      for (int j = i + 1; j < utterances.size(); j++) {
        add(utterances.get(i), utterances.get(j), trials);
      }
    }
    return new Trials(trials);
  }

  /** Every utterance of the one condition against every other utterance of the other, by cosine. */
  public static Trials across(List<EmbeddedUtterance> enrolled, List<EmbeddedUtterance> tested) {
    List<Trial> trials = new ArrayList<>();
    for (EmbeddedUtterance one : enrolled) {
      for (EmbeddedUtterance other : tested) {
        add(one, other, trials);
      }
    }
    return new Trials(trials);
  }

  private static void add(EmbeddedUtterance one, EmbeddedUtterance other, List<Trial> trials) {
    if (one.utterance() != other.utterance()) {
      trials.add(new Trial(one.speaker(), other.speaker(), one.voice().similarity(other.voice())));
    }
  }

  /** The trials, the lowest score first. */
  List<Trial> byScore() {
    return byScore;
  }

  /** How many are of one speaker. */
  public int same() {
    return (int) byScore.stream().filter(Trial::same).count();
  }

  /** How many are of two speakers. */
  public int different() {
    return byScore.size() - same();
  }

  /** Whether there is a trial of each sort, so that error rates exist. */
  public boolean haveBothSorts() {
    return same() > 0 && different() > 0;
  }

  /** The mean score of trials of one speaker; NaN without any. */
  public double meanSameScore() {
    return byScore.stream()
        .filter(Trial::same)
        .mapToDouble(Trial::score)
        .average()
        .orElse(Double.NaN);
  }
}
