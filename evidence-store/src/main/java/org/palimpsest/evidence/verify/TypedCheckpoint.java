package org.palimpsest.evidence.verify;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.palimpsest.evidence.format.Sha256;

/**
 * A checkpoint that somebody typed off a page without its signature, or without all of it.
 *
 * @param origin of the case, if it was typed
 * @param size number of entries
 * @param root of these entries
 */
record TypedCheckpoint(Optional<String> origin, long size, Sha256 root) {
  private static final Pattern ORIGIN = Pattern.compile("palimpsest/case/\\S+");
  private static final Pattern SIZE = Pattern.compile("(?i)(?:size:?)?([1-9][0-9]{0,15})");
  private static final Pattern ROOT =
      Pattern.compile("(?:[Rr]oot:?)?([A-Za-z0-9+/]{43}=|[0-9a-fA-F]{64})");

  /** Finds size and root, each on a line, the root in base64 or in hexadecimal digits. */
  static Optional<TypedCheckpoint> find(byte[] typed) {
    List<String> lines =
        new String(typed, StandardCharsets.UTF_8)
            .lines()
            .map(line -> line.replaceAll("\\s+", ""))
            .toList();
    Optional<Long> size = first(lines, SIZE, 1).map(Long::parseLong);
    Optional<Sha256> root = first(lines, ROOT, 1).map(TypedCheckpoint::root);
    return size.isPresent() && root.isPresent()
        ? Optional.of(new TypedCheckpoint(first(lines, ORIGIN, 0), size.get(), root.get()))
        : Optional.empty();
  }

  private static Optional<String> first(List<String> lines, Pattern pattern, int group) {
    return lines.stream()
        .map(pattern::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(group))
        .findFirst();
  }

  private static Sha256 root(String text) {
    return text.endsWith("=")
        ? Sha256.ofRaw(Base64.getDecoder().decode(text))
        : new Sha256(text.toLowerCase(Locale.ROOT));
  }
}
