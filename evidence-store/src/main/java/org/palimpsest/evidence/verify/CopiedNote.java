package org.palimpsest.evidence.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.palimpsest.evidence.format.Checkpoint;

/**
 * A checkpoint that was copied out of a report, by hand or by a program: spaces, empty lines and
 * the break of a long line may differ from the note. What they said is found again; whether it is
 * true is for its signature to show.
 */
public final class CopiedNote {
  private static final String ORIGIN = "palimpsest/case/";
  private static final String DASH = "—";
  private static final int SIGNATURE_LENGTH = 92; // base64 of key ID and signature

  private CopiedNote() {}

  /** The note that {@code copy} holds, if it holds one. */
  public static Optional<String> find(byte[] copy) {
    List<String> lines =
        new String(copy, StandardCharsets.UTF_8)
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .toList();
    for (int i = 0; i + 3 < lines.size(); i++) {
      if (lines.get(i).startsWith(ORIGIN)) {
        List<String> signatures = signatures(lines.subList(i + 3, lines.size()));
        String text = String.join("\n", lines.subList(i, i + 3)) + "\n\n";
        String note = text + String.join("\n", signatures) + "\n";
        if (!signatures.isEmpty() && isCheckpoint(note)) {
          return Optional.of(note);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether {@code copy} holds a note, or size and root of one, which somebody may have typed. */
  public static boolean holdsCheckpoint(byte[] copy) {
    return find(copy).isPresent() || TypedCheckpoint.find(copy).isPresent();
  }

  private static List<String> signatures(List<String> lines) {
    List<String> signatures = new ArrayList<>();
    for (int i = 0; i < lines.size() && lines.get(i).startsWith(DASH); i++) {
      String[] words = lines.get(i).substring(1).strip().split(" +", 2);
      StringBuilder base64 = new StringBuilder(words.length > 1 ? words[1].replace(" ", "") : "");
      while (base64.length() < SIGNATURE_LENGTH && i + 1 < lines.size()) {
        base64.append(lines.get(++i).replace(" ", ""));
      }
      signatures.add(DASH + " " + words[0] + " " + base64);
    }
    return signatures;
  }

  private static boolean isCheckpoint(String note) {
    try {
      Checkpoint.parse(note);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
