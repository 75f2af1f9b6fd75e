package org.palimpsest.evidence.timestamp;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.tsp.TimeStampReq;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.palimpsest.evidence.format.Sha256;

/**
 * A query for a time stamp: the root of a checkpoint as the SHA-256 message imprint, a nonce, and
 * the wish for the authority's certificate. Immutable.
 */
public final class TimeStampQuery {
  /** Most bytes in a query or a response. */
  public static final int LARGEST = 1 << 20;

  private static final int NONCE_BITS = 64;

  private final Sha256 root;
  private final BigInteger nonce;
  private final Optional<String> policy;
  private final byte[] der;

  private TimeStampQuery(TimeStampRequest request, byte[] der) throws TimeStampException {
    this.root = imprint(request.getMessageImprintAlgOID(), request.getMessageImprintDigest());
    if (request.getNonce() == null) {
      throw new TimeStampException("the query has no nonce");
    }
    this.nonce = request.getNonce();
    this.policy = Optional.ofNullable(request.getReqPolicy()).map(ASN1ObjectIdentifier::getId);
    this.der = der;
  }

  /** A new query over {@code root}, with a nonce from {@code random}. */
  public static TimeStampQuery over(Sha256 root, Random random) {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    // the highest bit is set, so that the nonce has its full length and is not zero
    BigInteger nonce = new BigInteger(NONCE_BITS - 1, random).setBit(NONCE_BITS - 1);
    try {
      TimeStampRequest request = generator.generate(TSPAlgorithms.SHA256, root.raw(), nonce);
      return new TimeStampQuery(request, request.getEncoded());
    } catch (IOException | TimeStampException e) {
      throw new IllegalStateException("a query in memory is well-formed", e);
    }
  }

  /**
   * Reads a query, which another program may have made.
   *
   * @throws TimeStampException if it is none, to the last byte, or not over a SHA-256 with a nonce
   */
  public static TimeStampQuery parse(byte[] der) throws TimeStampException {
    try {
      ASN1Primitive whole = ASN1Primitive.fromByteArray(requireSmall(der));
      return new TimeStampQuery(new TimeStampRequest(TimeStampReq.getInstance(whole)), der.clone());
    } catch (IOException | RuntimeException e) {
      // malformed structures show in many kinds of exception
      throw new TimeStampException("the query cannot be read as one of RFC 3161", e);
    }
  }

  /** What is to be stamped. */
  public Sha256 root() {
    return root;
  }

  /** The query as it is sent, in DER; a new array each time. */
  public byte[] der() {
    return Arrays.copyOf(der, der.length);
  }

  BigInteger nonce() {
    return nonce;
  }

  /** Whether a time stamp made under {@code granted} is what was asked for. */
  boolean allows(String granted) {
    return policy.isEmpty() || policy.get().equals(granted);
  }

  static Sha256 imprint(ASN1ObjectIdentifier algorithm, byte[] digest) throws TimeStampException {
    if (!Objects.equals(algorithm, TSPAlgorithms.SHA256)) {
      throw new TimeStampException("the imprint is made with another algorithm than SHA-256");
    }
    if (digest.length != Sha256.newDigest().getDigestLength()) {
      throw new TimeStampException("the imprint has another length than a SHA-256");
    }
    return Sha256.ofRaw(digest);
  }

  static byte[] requireSmall(byte[] der) throws TimeStampException {
    if (der.length > LARGEST) {
      throw new TimeStampException("it has more than " + LARGEST + " bytes");
    }
    return der;
  }
}
