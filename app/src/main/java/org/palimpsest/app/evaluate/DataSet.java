package org.palimpsest.app.evaluate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.palimpsest.evidence.format.Sha256;

/**
 * The chosen utterances, sorted by path.
 *
 * @param name of the folder
 * @param skipped one line for each file that could not be used
 */
record DataSet(String name, List<Utterance> utterances, List<String> skipped) {
  /** In the order in which they come. */
  List<String> speakers() {
    return utterances.stream().map(Utterance::speaker).distinct().toList();
  }

  double seconds() {
    return utterances.stream().mapToDouble(Utterance::seconds).sum();
  }

  /** Of the lines {@code <path> TAB <hash of the samples> LF}, in order. */
  String sha256() {
    StringBuilder lines = new StringBuilder();
    utterances.forEach(u -> lines.append(u.path()).append('\t').append(u.sha256()).append('\n'));
    return Sha256.hash(lines.toString().getBytes(StandardCharsets.UTF_8)).hex();
  }
}
