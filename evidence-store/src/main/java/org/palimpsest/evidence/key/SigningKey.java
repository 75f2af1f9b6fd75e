package org.palimpsest.evidence.key;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import org.palimpsest.evidence.format.VerifyingKey;

/** An examiner's Ed25519 key, opened. Immutable, safe for every thread. */
public final class SigningKey {
  private final PrivateKey secret;
  private final VerifyingKey verifyingKey;
  private final boolean passwordProtected;

  SigningKey(PrivateKey secret, VerifyingKey verifyingKey, boolean passwordProtected) {
    this.secret = secret;
    this.verifyingKey = verifyingKey;
    this.passwordProtected = passwordProtected;
  }

  /** The public half. */
  public VerifyingKey verifyingKey() {
    return verifyingKey;
  }

  /** Whether the file that holds this key needs a password. */
  public boolean passwordProtected() {
    return passwordProtected;
  }

  /** The 64-byte signature of {@code message}; the same each time (RFC 8032). */
  public byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(secret);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("an Ed25519 key that was opened can sign", e);
    }
  }
}
