package org.palimpsest.evidence.format;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 value, written as 64 lower-case hexadecimal digits. Immutable, safe for every thread.
 *
 * @param hex the digits
 */
public record Sha256(String hex) implements Comparable<Sha256> {
  private static final int BYTES = 32;
  private static final int BUFFER = 1 << 16;

  /**
   * @throws IllegalArgumentException unless {@code hex} is 64 lower-case hexadecimal digits
   */
  public Sha256 {
    if (!isHex(hex)) {
      throw new IllegalArgumentException("not a SHA-256 in lower-case hex: " + hex);
    }
  }

  /** Whether {@code text} could be the {@code hex} of a value. */
  public static boolean isHex(String text) {
    if (text.length() != 2 * BYTES) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > 'f' || (c > '9' && c < 'a')) {
        return false;
      }
    }
    return true;
  }

  /**
   * Takes the 32 bytes of a hash as they are.
   *
   * @throws IllegalArgumentException for another length
   */
  public static Sha256 ofRaw(byte[] hash) {
    return new Sha256(HexFormat.of().formatHex(hash));
  }

  /** Hashes the concatenation of {@code parts}. */
  public static Sha256 hash(byte[]... parts) {
    MessageDigest digest = newDigest();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return ofRaw(digest.digest());
  }

  /**
   * Hashes everything up to the end of {@code content}, which is not closed.
   *
   * @throws IOException if it cannot be read
   */
  public static Sha256 hash(InputStream content) throws IOException {
    MessageDigest digest = newDigest();
    byte[] buffer = new byte[BUFFER];
    for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
      digest.update(buffer, 0, n);
    }
    return ofRaw(digest.digest());
  }

  /** A fresh digest, for content that is hashed while it streams. */
  public static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /** The 32 bytes, a new array each time. */
  public byte[] raw() {
    return HexFormat.of().parseHex(hex);
  }

  /** Where content of this hash is below a folder {@code blobs}: two digits, a slash, the rest. */
  public String blobPath() {
    return hex.substring(0, 2) + "/" + hex.substring(2);
  }

  @Override
  public int compareTo(Sha256 other) {
    return hex.compareTo(other.hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
