package org.palimpsest.app.evaluate;

import java.util.SortedMap;
import java.util.TreeMap;
import org.palimpsest.analysis.RefusedException;

/**
 * A method of restoration as it is named for an evaluation: {@code ID[@VERSION][,NAME=VALUE]...},
 * so that one table can set variants side by side.
 *
 * @param words as it was written
 * @param method id, with its version where one was given
 * @param parameters those that differ from the defaults
 */
record MethodChoice(String words, String method, SortedMap<String, String> parameters) {
  static MethodChoice parse(String words) throws RefusedException {
    String[] parts = words.split(",", -1);
    SortedMap<String, String> parameters = new TreeMap<>();
    for (int i = 1; i < parts.length; i++) {
      int equals = parts[i].indexOf('=');
      if (equals < 1 || equals == parts[i].length() - 1) {
        throw new RefusedException(
            "--method " + words + ": write parameters as NAME=VALUE, not \"" + parts[i] + "\"");
      }
      parameters.put(parts[i].substring(0, equals), parts[i].substring(equals + 1));
    }
    return new MethodChoice(words, parts[0], parameters);
  }
}
