package org.palimpsest.app.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.evaluation.Pcm16Wire;
import org.palimpsest.analysis.evaluation.Wire;

/** What may happen to an exhibit between its protection and its seizure. */
final class WireChoice {
  private static final String ALL = "all";

  private final List<Wire> offered = new ArrayList<>();

  /**
   * @param others beside a 16-bit file, in the order of the rows
   */
  WireChoice(List<Wire> others) {
    offered.add(new Pcm16Wire());
    offered.addAll(others);
  }

  /**
   * Those that are named, in the order of the rows.
   *
   * @param names none for a 16-bit file alone
   * @throws RefusedException if one is not offered
   */
  List<Wire> choose(List<String> names) throws RefusedException {
    if (names.isEmpty()) {
      return offered.subList(0, 1);
    }
    List<String> known = offered.stream().map(Wire::name).toList();
    for (String name : names) {
      if (!name.equals(ALL) && !known.contains(name)) {
        throw new RefusedException(
            "no wire \"" + name + "\"; there are " + String.join(", ", known) + ", or all");
      }
    }
    return offered.stream().filter(w -> names.contains(ALL) || names.contains(w.name())).toList();
  }
}
