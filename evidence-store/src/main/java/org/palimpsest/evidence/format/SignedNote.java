package org.palimpsest.evidence.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A text with signatures, as <a href="https://c2sp.org/signed-note">C2SP signed-note</a> has it.
 *
 * @param text what is signed, with its last line end
 * @param signatures one at least
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
  private static final String DASH = "\u2014 ";

  /** Keeps a copy of {@code signatures}. */
  public SignedNote {
    signatures = List.copyOf(signatures);
  }

  /**
   * Reads a note.
   *
   * @throws NoteException if {@code note} is not one, to the last character
   */
  public static SignedNote parse(String note) {
    int gap = note.lastIndexOf("\n\n");
    if (gap < 0 || !note.endsWith("\n") || gap + 2 == note.length()) {
      throw new NoteException("the note has no signature after an empty line");
    }
    if (note.chars().anyMatch(c -> c < 0x20 && c != '\n')) {
      throw new NoteException("the note holds a control character");
    }
    List<NoteSignature> signatures = new ArrayList<>();
    for (String line : note.substring(gap + 2, note.length() - 1).split("\n", -1)) {
      signatures.add(signature(line));
    }
    return new SignedNote(note.substring(0, gap + 1), signatures);
  }

  /** The note as it is stored. */
  public String format() {
    StringBuilder out = new StringBuilder(text).append('\n');
    signatures.forEach(s -> out.append(s.line()).append('\n'));
    return out.toString();
  }

  /** Whether {@code key} signed under {@code keyName}; signatures of others are not looked at. */
  public boolean isSignedBy(String keyName, VerifyingKey key) {
    byte[] message = text.getBytes(StandardCharsets.UTF_8);
    String id = key.id(keyName);
    return signatures.stream()
        .filter(s -> s.keyName().equals(keyName) && s.keyId().equals(id))
        .anyMatch(s -> key.verifies(message, s.signature()));
  }

  private static NoteSignature signature(String line) {
    String[] parts = line.split(" ", -1);
    if (!line.startsWith(DASH) || parts.length != 3 || parts[1].isEmpty()) {
      throw new NoteException("a signature line is not \"\u2014 name base64\"");
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(parts[2]);
      boolean canonical = Base64.getEncoder().encodeToString(decoded).equals(parts[2]);
      if (canonical && decoded.length > VerifyingKey.ID_BYTES) {
        return new NoteSignature(parts[1], parts[2]);
      }
    } catch (IllegalArgumentException e) {
      // told below in the same words as base64 that is readable but too short
    }
    throw new NoteException("a signature is not base64 of key ID and signature");
  }
}
