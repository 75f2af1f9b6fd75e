package org.palimpsest.evidence.timestamp;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.Accuracy;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * An authority in one room with its root, which also makes what no honest one would. It puts a time
 * stamp together field by field, because a library's generator refuses to lie.
 */
public final class LocalAuthority {
  public static final Instant TIME = Instant.parse("2026-03-02T08:00:00.250Z");
  static final String SHA256 = "2.16.840.1.101.3.4.2.1";
  private static final String SHA384 = "2.16.840.1.101.3.4.2.2";
  private static final String NAME = "CN=Local Authority,O=Test";
  private static final String ROOT = "CN=Local Root,O=Test";
  private static final String BETWEEN = "CN=Local Between,O=Test";

  private final String signing;
  private final KeyPair rootPair;
  private final KeyPair pair;
  private final KeyPair betweenPair;
  private final X509Certificate root;

  KeyPurposeId[] purposes = {KeyPurposeId.id_kp_timeStamping};
  boolean purposesAreCritical = true;
  Instant notBefore = TIME.minusSeconds(86_400);
  Instant notAfter = TIME.plusSeconds(86_400);
  String imprintAlgorithm = SHA256;
  String digest = "";
  int status = PKIStatus.GRANTED;
  boolean sendsCertificate = true;
  boolean namesOtherCertificate;
  boolean namesCertificate = true;
  boolean stated = true;
  boolean sendsToken = true;
  Accuracy accuracy = new Accuracy(new ASN1Integer(1), new ASN1Integer(500), new ASN1Integer(3));
  String genTime = "20260302080000.25Z";

  /** Whether its certificate is issued by another that the root issued. */
  boolean throughAnother;

  List<X509Certificate> alsoSent = List.of();
  String policy = "1.2.3.4.1";
  private X509Certificate certificate;

  public LocalAuthority(String algorithm) throws Exception {
    this.signing = algorithm.equals("RSA") ? "withRSA" : "withECDSA";
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(algorithm.equals("RSA") ? 2048 : 256);
    this.rootPair = generator.generateKeyPair();
    this.pair = generator.generateKeyPair();
    this.betweenPair = generator.generateKeyPair();
    this.root = certificate(ROOT, rootPair, false);
  }

  public X509Certificate root() {
    return root;
  }

  /** Stands between root and authority where the authority has it so. */
  X509Certificate between() throws Exception {
    return certificate(BETWEEN, betweenPair, false);
  }

  /** Made at first use, with what is set by then. */
  X509Certificate certificate() throws Exception {
    if (certificate == null) {
      certificate = certificate(NAME, pair, true);
    }
    return certificate;
  }

  public byte[] answer(TimeStampQuery query) throws Exception {
    return answer(query.root().raw(), query.nonce());
  }

  byte[] answer(byte[] imprint, BigInteger nonce) throws Exception {
    PKIStatusInfo info = new PKIStatusInfo(PKIStatus.getInstance(new ASN1Integer(status)));
    boolean granted = status <= PKIStatus.GRANTED_WITH_MODS;
    ContentInfo token = granted && sendsToken ? token(imprint, nonce) : null;
    return new TimeStampResp(info, token).getEncoded("DER");
  }

  private ContentInfo token(byte[] imprint, BigInteger nonce) throws Exception {
    TSTInfo info =
        new TSTInfo(
            new ASN1ObjectIdentifier(policy),
            new MessageImprint(
                new AlgorithmIdentifier(new ASN1ObjectIdentifier(imprintAlgorithm)), imprint),
            new ASN1Integer(4711),
            new ASN1GeneralizedTime(genTime),
            stated ? accuracy : null,
            null,
            nonce == null ? null : new ASN1Integer(nonce),
            null,
            null);
    JcaSignerInfoGeneratorBuilder signer =
        new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build());
    signer.setSignedAttributeGenerator(
        new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes())));
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    String algorithm = (digest.isEmpty() ? "SHA256" : digest) + signing;
    generator.addSignerInfoGenerator(
        signer.build(
            new JcaContentSignerBuilder(algorithm).build(pair.getPrivate()), certificate()));
    if (sendsCertificate) {
      generator.addCertificates(new JcaCertStore(List.of(certificate())));
    }
    generator.addCertificates(new JcaCertStore(alsoSent));
    return generator
        .generate(
            new CMSProcessableByteArray(
                PKCSObjectIdentifiers.id_ct_TSTInfo, info.getEncoded("DER")),
            true)
        .toASN1Structure();
  }

  private ASN1EncodableVector attributes() throws Exception {
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(TIME)))));
    if (namesCertificate) {
      X509Certificate named = namesOtherCertificate ? root : certificate();
      byte[] hash = MessageDigest.getInstance("SHA-384").digest(named.getEncoded());
      ESSCertIDv2 id =
          new ESSCertIDv2(new AlgorithmIdentifier(new ASN1ObjectIdentifier(SHA384)), hash);
      attributes.add(
          new Attribute(
              PKCSObjectIdentifiers.id_aa_signingCertificateV2,
              new DERSet(new SigningCertificateV2(new ESSCertIDv2[] {id}))));
    }
    return attributes;
  }

  private X509Certificate certificate(String name, KeyPair subject, boolean authority)
      throws Exception {
    List<Instant> validity =
        authority
            ? List.of(notBefore, notAfter)
            : List.of(TIME.minusSeconds(1_000_000), TIME.plusSeconds(1_000_000));
    boolean another = authority && throughAnother;
    int serial = name.equals(ROOT) ? 1 : 3;
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            new X500Name(another ? BETWEEN : ROOT),
            BigInteger.valueOf(authority ? 2 : serial),
            Date.from(validity.get(0)),
            Date.from(validity.get(1)),
            new X500Name(name),
            subject.getPublic());
    if (authority) {
      if (purposes.length > 0) {
        builder.addExtension(
            Extension.extendedKeyUsage, purposesAreCritical, new ExtendedKeyUsage(purposes));
      }
    } else {
      builder.addExtension(
          Extension.basicConstraints, true, new BasicConstraints(name.equals(ROOT) ? 1 : 0));
    }
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(
                new JcaContentSignerBuilder("SHA256" + signing)
                    .build((another ? betweenPair : rootPair).getPrivate())));
  }
}
