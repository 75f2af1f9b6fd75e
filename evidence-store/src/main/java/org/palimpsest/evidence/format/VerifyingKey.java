package org.palimpsest.evidence.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

/**
 * An Ed25519 public key.
 *
 * @param base64 the 32 raw bytes, in standard base64 with padding
 */
public record VerifyingKey(String base64) {
  /** Bytes in a key ID. */
  public static final int ID_BYTES = 4;

  private static final int KEY_BYTES = 32;
  private static final int SIGNATURE_BYTES = 64;
  private static final byte SIGN_CLEARED = 0x7f;

  /** What X.509 puts before the raw bytes of an Ed25519 key (RFC 8410). */
  private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  /**
   * The points of small order, in each of their encodings (RFC 8032 with the sign bit cleared, and
   * those that are not below the field's prime): whoever has no private key can make signatures
   * that hold under them, and one signature may hold for every message.
   */
  private static final Set<String> SMALL_ORDER =
      Set.of(
          "00".repeat(KEY_BYTES),
          "01" + "00".repeat(KEY_BYTES - 1),
          "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
          "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
          "ec" + "ff".repeat(KEY_BYTES - 2) + "7f",
          "ed" + "ff".repeat(KEY_BYTES - 2) + "7f",
          "ee" + "ff".repeat(KEY_BYTES - 2) + "7f");

  /**
   * @throws IllegalArgumentException unless {@code base64} is canonical and holds 32 bytes, and for
   *     a key that proves nothing because no private key belongs to it
   */
  public VerifyingKey {
    byte[] raw = Base64.getDecoder().decode(base64);
    if (raw.length != KEY_BYTES || !Base64.getEncoder().encodeToString(raw).equals(base64)) {
      throw new IllegalArgumentException("not the base64 of an Ed25519 key: " + base64);
    }
    raw[KEY_BYTES - 1] &= SIGN_CLEARED;
    if (SMALL_ORDER.contains(HexFormat.of().formatHex(raw))) {
      throw new IllegalArgumentException(
          "the public key " + base64 + " proves nothing: anybody can sign for it");
    }
  }

  /**
   * The key that {@code publicKey} holds.
   *
   * @throws IllegalArgumentException if it is not an Ed25519 key, or one that proves nothing
   */
  public static VerifyingKey of(PublicKey publicKey) {
    byte[] encoded = publicKey.getEncoded();
    int prefix = X509_PREFIX.length;
    if (encoded.length != prefix + KEY_BYTES
        || !Arrays.equals(Arrays.copyOf(encoded, prefix), X509_PREFIX)) {
      throw new IllegalArgumentException("not an Ed25519 key: " + publicKey.getAlgorithm());
    }
    byte[] raw = Arrays.copyOfRange(encoded, prefix, encoded.length);
    return new VerifyingKey(Base64.getEncoder().encodeToString(raw));
  }

  /** This key and whose it is, as entries and statements write it. */
  public JsonObject named(String person) {
    return JsonObject.empty().with("name", person).with("publicKey", base64);
  }

  /** The key ID under a key name, eight lower-case hexadecimal digits (C2SP signed-note). */
  public String id(String keyName) {
    byte[] name = keyName.getBytes(StandardCharsets.UTF_8);
    byte[] ed25519 = {'\n', 0x01};
    return Sha256.hash(name, ed25519, raw()).hex().substring(0, 2 * ID_BYTES);
  }

  /** Whether {@code signature} is this key's over {@code message}; false for a malformed one. */
  public boolean verifies(byte[] message, byte[] signature) {
    // the JDK passes over what follows 64 bytes, which would give one signature many forms
    if (signature.length != SIGNATURE_BYTES) {
      return false;
    }
    ByteArrayOutputStream x509 = new ByteArrayOutputStream();
    x509.writeBytes(X509_PREFIX);
    x509.writeBytes(raw());
    try {
      KeyFactory factory = KeyFactory.getInstance("Ed25519");
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(factory.generatePublic(new X509EncodedKeySpec(x509.toByteArray())));
      check.update(message);
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  byte[] raw() {
    return Base64.getDecoder().decode(base64);
  }
}
