package org.palimpsest.evidence.timestamp;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.GenTimeAccuracy;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;
import org.palimpsest.evidence.format.Sha256;

/**
 * Checks the responses of time-stamp authorities, with the providers of the JDK. Immutable, safe
 * for every thread.
 *
 * <p>Not checked is whether a certificate was revoked, and, unless certificates to trust are named,
 * who the authority is: then a response shows no more than that somebody with such a key made it.
 */
public final class TimeStampCheck {
  /** SHA-256, -384, -512, and the same of SHA-3; what is older can be forged, or soon. */
  private static final Set<String> DIGESTS =
      Set.of(
          "2.16.840.1.101.3.4.2.1",
          "2.16.840.1.101.3.4.2.2",
          "2.16.840.1.101.3.4.2.3",
          "2.16.840.1.101.3.4.2.8",
          "2.16.840.1.101.3.4.2.9",
          "2.16.840.1.101.3.4.2.10");

  private final List<X509Certificate> given;
  private final List<X509Certificate> trusted;

  /**
   * @param given certificates beside those in the response: the authority's own, or between it and
   *     a trusted one
   * @param trusted certificates to one of which the authority's must lead; none, if that is not to
   *     be checked
   */
  public TimeStampCheck(Collection<X509Certificate> given, Collection<X509Certificate> trusted) {
    this.given = List.copyOf(given);
    this.trusted = List.copyOf(trusted);
  }

  /**
   * Checks that {@code response} answers {@code query} with a time stamp over {@code root}.
   *
   * @param query in DER, as it was sent
   * @param response in DER, as it came
   * @throws TimeStampException in words, for the first check that fails
   */
  public TimeStamp check(byte[] query, byte[] response, Sha256 root) throws TimeStampException {
    TimeStampQuery asked = TimeStampQuery.parse(query);
    if (!asked.root().equals(root)) {
      throw new TimeStampException("the query is over another root");
    }
    try {
      return check(asked, token(response));
    } catch (IOException | TSPException | RuntimeException e) {
      // malformed structures show in many kinds of exception
      throw new TimeStampException("the response cannot be read as one of RFC 3161", e);
    }
  }

  private static TimeStampToken token(byte[] der)
      throws TimeStampException, IOException, TSPException {
    ASN1Primitive whole = ASN1Primitive.fromByteArray(TimeStampQuery.requireSmall(der));
    TimeStampResponse response = new TimeStampResponse(TimeStampResp.getInstance(whole));
    boolean granted =
        response.getStatus() == PKIStatus.GRANTED
            || response.getStatus() == PKIStatus.GRANTED_WITH_MODS;
    if (!granted || response.getTimeStampToken() == null) {
      throw new TimeStampException(
          "the authority did not grant a time stamp (status " + response.getStatus() + ")");
    }
    return response.getTimeStampToken();
  }

  private TimeStamp check(TimeStampQuery asked, TimeStampToken token) throws TimeStampException {
    TimeStampTokenInfo info = token.getTimeStampInfo();
    Sha256 stamped =
        TimeStampQuery.imprint(info.getMessageImprintAlgOID(), info.getMessageImprintDigest());
    if (!stamped.equals(asked.root())) {
      throw new TimeStampException("the time stamp is over another root");
    }
    if (!asked.nonce().equals(info.getNonce())) {
      throw new TimeStampException("the time stamp answers another query: its nonce differs");
    }
    String policy = info.getPolicy().getId();
    if (!asked.allows(policy)) {
      throw new TimeStampException("the time stamp was made under another policy than asked for");
    }
    List<X509Certificate> known = certificates(token);
    SignerCertificate signer = signer(token, known);
    signer.requirePurpose();
    signer.requireValidAt(info.getGenTime());
    requireSignature(token, signer);
    return new TimeStamp(
        info.getGenTime().toInstant(),
        Optional.ofNullable(info.getGenTimeAccuracy()).map(TimeStampCheck::duration),
        signer.certificate().getSubjectX500Principal().getName(),
        info.getSerialNumber().toString(),
        policy,
        leadsToTrust(signer, known, info.getGenTime()));
  }

  private boolean leadsToTrust(SignerCertificate signer, List<X509Certificate> known, Date time)
      throws TimeStampException {
    if (!trusted.isEmpty() && !signer.leadsTo(trusted, known, time)) {
      throw new TimeStampException(
          "the certificate of the authority does not lead to one that is trusted");
    }
    return !trusted.isEmpty();
  }

  /** The signature, and that the signed attributes name this very certificate (ESSCertID). */
  private static void requireSignature(TimeStampToken token, SignerCertificate signer)
      throws TimeStampException {
    String digest = token.toCMSSignedData().getSignerInfos().iterator().next().getDigestAlgOID();
    if (!DIGESTS.contains(digest)) {
      throw new TimeStampException("the signature uses a digest that is no longer safe: " + digest);
    }
    try {
      token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer.certificate()));
    } catch (TSPException | OperatorCreationException e) {
      throw new TimeStampException("the signature of the time stamp is not valid", e);
    }
  }

  private List<X509Certificate> certificates(TimeStampToken token) throws TimeStampException {
    List<X509Certificate> certificates = new ArrayList<>();
    try {
      for (X509CertificateHolder holder : token.getCertificates().getMatches(null)) {
        certificates.add(new JcaX509CertificateConverter().getCertificate(holder));
      }
    } catch (GeneralSecurityException e) {
      throw new TimeStampException("a certificate in the response cannot be read", e);
    }
    certificates.addAll(given);
    return certificates;
  }

  private static SignerCertificate signer(TimeStampToken token, List<X509Certificate> known)
      throws TimeStampException {
    try {
      for (X509Certificate each : known) {
        if (token.getSID().match(new JcaX509CertificateHolder(each))) {
          return new SignerCertificate(each);
        }
      }
    } catch (GeneralSecurityException e) {
      throw new TimeStampException("a certificate cannot be read", e);
    }
    throw new TimeStampException(
        "the certificate of the authority is not in the response: give it with the response");
  }

  private static Duration duration(GenTimeAccuracy accuracy) {
    return Duration.ofSeconds(accuracy.getSeconds())
        .plusMillis(accuracy.getMillis())
        .plusNanos(1000L * accuracy.getMicros());
  }
}
