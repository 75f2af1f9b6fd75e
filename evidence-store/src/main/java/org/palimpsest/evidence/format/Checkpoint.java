package org.palimpsest.evidence.format;

import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The state of a ledger: how many entries, and the root of their tree. Reading one does not check
 * its signature; {@link #isSignedBy} does.
 *
 * @param origin {@code palimpsest/case/<case id>}
 * @param size number of entries, 1 at least
 * @param root RFC 6962 root of these entries
 * @param note the whole signed note
 */
public record Checkpoint(String origin, long size, Sha256 root, String note) {
  private static final String ORIGIN = "palimpsest/case/";
  private static final Pattern TEXT =
      Pattern.compile("([^\\n]+)\\n([1-9][0-9]{0,15})\\n([A-Za-z0-9+/]{43}=)\\n");

  /** The origin line of a case. */
  public static String originOf(UUID caseId) {
    return ORIGIN + caseId;
  }

  /** The three lines that are signed. */
  public static String textOf(String origin, long size, Sha256 root) {
    return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root.raw()) + "\n";
  }

  /**
   * Reads the note of a checkpoint.
   *
   * @throws NoteException if it is not one
   */
  public static Checkpoint parse(String note) {
    String text = SignedNote.parse(note).text();
    Matcher lines = TEXT.matcher(text);
    if (!lines.matches()) {
      throw new NoteException("the note is not origin, size and root on three lines");
    }
    Sha256 root = Sha256.ofRaw(Base64.getDecoder().decode(lines.group(3)));
    long size = Long.parseLong(lines.group(2));
    if (!textOf(lines.group(1), size, root).equals(text)) {
      throw new NoteException("the root is not canonical base64");
    }
    return new Checkpoint(lines.group(1), size, root, note);
  }

  /** Whether {@code key} signed this checkpoint under its origin as key name. */
  public boolean isSignedBy(VerifyingKey key) {
    return SignedNote.parse(note).isSignedBy(origin, key);
  }
}
