package org.palimpsest.app.annotation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * All that was marked in one signal.
 *
 * @param list in {@link Annotation#ORDER}
 */
public record Annotations(AnnotatedSignal signal, List<Annotation> list) {
  /**
   * Sorts.
   *
   * @throws IllegalArgumentException if one lies outside the signal or has the id of another
   */
  public Annotations {
    list = list.stream().sorted(Annotation.ORDER).toList();
    Set<UUID> ids = new HashSet<>();
    for (Annotation one : list) {
      if (!signal.holds(one.mark())) {
        throw new IllegalArgumentException(
            "\"" + one.label() + "\" lies behind the end of " + signal.id());
      }
      if (!ids.add(one.id())) {
        throw new IllegalArgumentException("the id " + one.id() + " is given twice");
      }
    }
  }

  /** The tiers that are in use, by name. */
  public List<String> tiers() {
    Set<String> tiers = new TreeSet<>();
    list.forEach(one -> tiers.add(one.tier()));
    return List.copyOf(tiers);
  }
}
