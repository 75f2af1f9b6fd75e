package org.palimpsest.evidence.verify;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.palimpsest.evidence.format.Sha256;

/**
 * What a bundle's README.txt says, which is what most people read of it: two lines that the ledger
 * must bear out, and words around them that are those of the program or not.
 */
final class BundleReadme {
  static final String NAME = "README.txt";

  private static final String CASE = "Case ";
  private static final String ENTRIES = "Entries ";

  /** The SHA-256 of each text that a program ever wrote, without the two lines. */
  private static final Set<Sha256> KNOWN_WORDS =
      Set.of(new Sha256("82e946f809ac304d304116c6d6a3607b20dceafb1902ac1a4b5489eba15fda36"));

  private final List<String> lines;

  /**
   * @param text the file's bytes
   */
  BundleReadme(byte[] text) {
    this.lines = List.of(new String(text, StandardCharsets.UTF_8).split("\n", -1));
  }

  /** Whether it names this case, if that is known, and this number of entries, each once. */
  boolean says(Optional<String> caseId, long entries) {
    List<String> cases = lines.stream().filter(line -> line.startsWith(CASE)).toList();
    boolean thisCase =
        caseId.isEmpty() || cases.equals(List.of(CASE + "    " + caseId.orElseThrow()));
    List<String> counts = lines.stream().filter(line -> line.startsWith(ENTRIES)).toList();
    return thisCase && counts.equals(List.of(ENTRIES + " " + entries));
  }

  /** Whether the words around these lines are those of a program that keeps to the format. */
  boolean hasKnownWords() {
    String rest =
        lines.stream()
            .filter(line -> !line.startsWith(CASE) && !line.startsWith(ENTRIES))
            .collect(Collectors.joining("\n"));
    return KNOWN_WORDS.contains(Sha256.hash(rest.getBytes(StandardCharsets.UTF_8)));
  }
}
