package org.palimpsest.evidence.key;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.palimpsest.evidence.format.VerifyingKey;

/**
 * The bytes of a PKCS#12 file with one Ed25519 key. PKCS#12 wants a certificate with each key, so
 * the key signs one for itself; nothing relies on it.
 */
final class KeyFile {
  private static final String ALIAS = "examiner";
  private static final Instant NO_END = Instant.parse("9999-12-31T23:59:59Z");

  private KeyFile() {}

  static byte[] make(String name, char[] password, Instant now)
      throws GeneralSecurityException, IOException, OperatorCreationException {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    Certificate[] chain = {certificate(name, pair, now)};
    store.setKeyEntry(ALIAS, pair.getPrivate(), password, chain);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    store.store(out, password);
    return out.toByteArray();
  }

  static SigningKey open(byte[] file, char[] password)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(file), password);
    boolean isProtected = password.length > 0;
    if (store.getKey(ALIAS, password) instanceof PrivateKey secret) {
      VerifyingKey key = VerifyingKey.of(store.getCertificate(ALIAS).getPublicKey());
      return new SigningKey(secret, key, isProtected);
    }
    throw new IOException("it holds no key called " + ALIAS);
  }

  private static X509Certificate certificate(String name, KeyPair pair, Instant now)
      throws GeneralSecurityException, OperatorCreationException {
    X500Name subject = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name).build();
    UUID serial = UUID.randomUUID();
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            subject,
            BigInteger.valueOf(serial.getMostSignificantBits() >>> 1),
            Date.from(now),
            Date.from(NO_END),
            subject,
            pair.getPublic());
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder("Ed25519").build(pair.getPrivate())));
  }
}
