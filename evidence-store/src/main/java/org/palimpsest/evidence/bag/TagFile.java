package org.palimpsest.evidence.bag;

import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A file of lines {@code Label: value}; a line that begins with a space continues the one before.
 */
final class TagFile {
  private static final int LARGEST = 1 << 20;

  private TagFile() {}

  /** The first value of each label. */
  static SortedMap<String, String> read(BagSource source, String name) throws IOException {
    Long size = source.files().get(name);
    if (size != null && size > LARGEST) {
      throw new BagException(name + " is too large");
    }
    SortedMap<String, String> values = new TreeMap<>();
    String label = "";
    boolean first = false; // whether what continues belongs to a value that is kept
    try (TextLines lines = new TextLines(source.open(name), LARGEST)) {
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        String text = line.get().stripTrailing();
        int colon = text.indexOf(':');
        boolean continues = text.startsWith(" ") || text.startsWith("\t");
        if (continues && values.containsKey(label)) {
          if (first) {
            values.merge(label, text.strip(), (before, more) -> before + " " + more);
          }
        } else if (colon > 0 && !continues) {
          label = text.substring(0, colon).strip();
          first = values.putIfAbsent(label, text.substring(colon + 1).strip()) == null;
        } else if (!text.isEmpty()) {
          throw new BagException(name + " has a line that is not \"Label: value\"");
        }
      }
    }
    return Collections.unmodifiableSortedMap(values);
  }

  /**
   * @throws BagException unless the bag says that it is one of version 1.0 in UTF-8
   */
  static void requireVersion(BagSource source, String name) throws IOException {
    Map<String, String> expected =
        Map.of("BagIt-Version", "1.0", "Tag-File-Character-Encoding", "UTF-8");
    if (!read(source, name).equals(expected)) {
      throw new BagException("it is not a bag of BagIt 1.0 in UTF-8");
    }
  }
}
