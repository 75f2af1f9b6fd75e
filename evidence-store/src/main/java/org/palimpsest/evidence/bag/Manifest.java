package org.palimpsest.evidence.bag;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.palimpsest.evidence.format.Sha256;

/** A manifest: the SHA-256 of each file that it names. */
final class Manifest {
  private static final int LONGEST_LINE = 1 << 14;
  private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{64})[ \\t]+\\*?(.+)");

  private final SortedMap<String, Sha256> hashes = new TreeMap<>();

  private Manifest() {}

  /** Reads {@code name}; lines that cannot be read are told in {@code problems}. */
  static Manifest read(BagSource source, String name, List<String> problems) throws IOException {
    Manifest manifest = new Manifest();
    try (TextLines lines = new TextLines(source.open(name), LONGEST_LINE)) {
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        String text = line.get();
        String content = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        if (!manifest.add(content)) {
          problems.add(name + ", line " + lines.number() + ": no hash and name, or a name again");
        }
      }
    }
    return manifest;
  }

  SortedMap<String, Sha256> hashes() {
    return hashes;
  }

  private boolean add(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      return false;
    }
    Sha256 hash = new Sha256(parts.group(1).toLowerCase(Locale.ROOT));
    return hashes.putIfAbsent(decoded(parts.group(2)), hash) == null;
  }

  /** RFC 8493, section 2.1.3: only these three are written as codes. */
  private static String decoded(String name) {
    return name.replaceAll("%0[Aa]", "\n").replaceAll("%0[Dd]", "\r").replace("%25", "%");
  }
}
