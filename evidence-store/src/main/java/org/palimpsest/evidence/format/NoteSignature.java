package org.palimpsest.evidence.format;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * One signature line of a note.
 *
 * @param keyName who signed
 * @param base64 key ID and signature, in standard base64 with padding
 */
public record NoteSignature(String keyName, String base64) {
  /** Joins the parts of an Ed25519 signature line. */
  public static NoteSignature of(String keyName, VerifyingKey key, byte[] signature) {
    byte[] id = HexFormat.of().parseHex(key.id(keyName));
    byte[] joined = Arrays.copyOf(id, id.length + signature.length);
    System.arraycopy(signature, 0, joined, id.length, signature.length);
    return new NoteSignature(keyName, Base64.getEncoder().encodeToString(joined));
  }

  /** The key ID, eight lower-case hexadecimal digits. */
  public String keyId() {
    return HexFormat.of().formatHex(decoded(), 0, VerifyingKey.ID_BYTES);
  }

  /** The signature without its key ID. */
  public byte[] signature() {
    byte[] all = decoded();
    return Arrays.copyOfRange(all, VerifyingKey.ID_BYTES, all.length);
  }

  /** The line as it stands in the note, without its line end. */
  public String line() {
    return "\u2014 " + keyName + " " + base64;
  }

  private byte[] decoded() {
    return Base64.getDecoder().decode(base64);
  }
}
