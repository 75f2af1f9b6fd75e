package org.palimpsest.evidence.timestamp;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The certificate of an authority: what it must say, and where it leads. */
record SignerCertificate(X509Certificate certificate) {
  private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
  private static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";

  /** RFC 3161, section 2.3: for time stamps alone, and nobody may overlook that. */
  void requirePurpose() throws TimeStampException {
    Set<String> critical = certificate.getCriticalExtensionOIDs();
    if (critical == null || !critical.contains(EXTENDED_KEY_USAGE)) {
      throw new TimeStampException(
          "the certificate has no critical extended key usage, as one for time stamps has");
    }
    try {
      if (!List.of(TIME_STAMPING).equals(certificate.getExtendedKeyUsage())) {
        throw new TimeStampException("the certificate is not for time stamps alone");
      }
    } catch (CertificateException e) {
      throw new TimeStampException("the extended key usage of the certificate is damaged", e);
    }
  }

  void requireValidAt(Date time) throws TimeStampException {
    try {
      certificate.checkValidity(time);
    } catch (CertificateException e) {
      throw new TimeStampException("the certificate was not valid at the stamped time", e);
    }
  }

  /**
   * Whether the certificate leads to one that is trusted, by the JDK's PKIX rules as of {@code
   * time}. Whether it was revoked is not asked: that needs the network, or lists that may be gone.
   */
  boolean leadsTo(
      Collection<X509Certificate> trusted, Collection<X509Certificate> between, Date time) {
    if (trusted.contains(certificate)) {
      return true;
    }
    Set<TrustAnchor> anchors = new HashSet<>();
    trusted.forEach(each -> anchors.add(new TrustAnchor(each, null)));
    X509CertSelector target = new X509CertSelector();
    target.setCertificate(certificate);
    Set<X509Certificate> all = new HashSet<>(between);
    all.add(certificate);
    try {
      PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(all)));
      parameters.setRevocationEnabled(false);
      parameters.setDate(time);
      CertPathBuilder.getInstance("PKIX").build(parameters);
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
