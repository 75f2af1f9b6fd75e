package org.palimpsest.analysis.restoration;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.palimpsest.analysis.RefusedException;

/** The parameters of one plan, read by name; what cannot be read is refused by name. */
final class Parameters {
  private final SortedMap<String, String> values;

  Parameters(SortedMap<String, String> values) {
    this.values = new TreeMap<>(values);
  }

  SortedMap<String, String> values() {
    return new TreeMap<>(values);
  }

  void put(String name, String value) {
    values.put(name, value);
  }

  int integer(String name) throws RefusedException {
    try {
      return Integer.parseInt(values.get(name));
    } catch (NumberFormatException e) {
      throw new RefusedException(name + " is a whole number, not \"" + values.get(name) + "\"", e);
    }
  }

  /** A whole number of at least {@code least}. */
  int integer(String name, int least) throws RefusedException {
    int value = integer(name);
    if (value < least) {
      throw new RefusedException(name + " must be at least " + least);
    }
    return value;
  }

  /** Above 0 and below 1000. */
  double decimal(String name) throws RefusedException {
    try {
      double value = Double.parseDouble(values.get(name));
      if (value > 0 && value < 1000) {
        return value;
      }
      throw new RefusedException(name + " must lie between 0 and 1000");
    } catch (NumberFormatException e) {
      throw new RefusedException(name + " is a number, not \"" + values.get(name) + "\"", e);
    }
  }

  String text(String name) {
    return values.get(name);
  }

  String choice(String name, String... choices) throws RefusedException {
    String value = values.get(name);
    List<String> known = Arrays.asList(choices);
    if (!known.contains(value)) {
      throw new RefusedException(
          name + " is either " + String.join(" or ", known) + ", not \"" + value + "\"");
    }
    return value;
  }
}
