package org.palimpsest.analysis.restoration;

import java.util.SortedMap;
import org.palimpsest.analysis.RefusedException;

/** One version of a method: what it can be told, and how it is made from that. */
interface Recipe {
  String id();

  String version();

  boolean needsProtector();

  /** Every parameter with its default. */
  SortedMap<String, String> defaults();

  /**
   * @param parameters all of them; what the recipe decides itself is put right there, since the
   *     plan states what will happen
   * @throws RefusedException for a value out of range or a package of another kind
   */
  RestorationMethod make(RestorationRequest request, Parameters parameters) throws RefusedException;
}
