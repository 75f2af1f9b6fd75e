package org.palimpsest.evidence.timestamp;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Certificates as files hold them. */
public final class Certificates {
  private Certificates() {}

  /**
   * Reads one or more certificates, in PEM or DER.
   *
   * @throws TimeStampException if there is none, or one cannot be read
   */
  public static List<X509Certificate> parse(byte[] file) throws TimeStampException {
    List<X509Certificate> certificates = new ArrayList<>();
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      for (Certificate each : factory.generateCertificates(new ByteArrayInputStream(file))) {
        certificates.add((X509Certificate) each);
      }
    } catch (GeneralSecurityException e) {
      throw new TimeStampException("it cannot be read as a certificate", e);
    }
    if (certificates.isEmpty()) {
      throw new TimeStampException("it holds no certificate");
    }
    return certificates;
  }
}
