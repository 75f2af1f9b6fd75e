package org.palimpsest.evidence.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.tsp.Accuracy;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.evidence.format.Sha256;

@DisplayName("a time stamp of an authority that works in another way")
final class TimeStampChainTest {
  private static final Sha256 ROOT = Sha256.hash(new byte[] {1});

  private final TimeStampQuery query = TimeStampQuery.over(ROOT, new Random(1));
  private LocalAuthority authority;

  @BeforeEach
  void setUp() throws Exception {
    authority = new LocalAuthority("EC");
  }

  @Test
  @DisplayName("is trusted through a certificate between, from the response or from elsewhere")
  void between() throws Exception {
    authority.throughAnother = true;
    List<X509Certificate> root = List.of(authority.root());
    assertThatThrownBy(() -> check(List.of(), root))
        .isInstanceOf(TimeStampException.class)
        .hasMessageContaining("does not lead to one that is trusted");
    assertThat(check(List.of(authority.between()), root).trusted()).isTrue();
    assertThat(check(List.of(), List.of(authority.between())).trusted()).isTrue();
    authority.alsoSent = List.of(authority.between());
    assertThat(check(List.of(), root).trusted()).isTrue();
    X509Certificate stranger = new LocalAuthority("EC").root();
    assertThatThrownBy(() -> check(List.of(), List.of(stranger)))
        .hasMessageContaining("does not lead");
  }

  @Test
  @DisplayName("finds its signer among several certificates, and says that one's name")
  void several() throws Exception {
    authority.alsoSent =
        List.of(authority.root(), new LocalAuthority("EC").root(), authority.between());
    TimeStamp stamp = check(List.of(), List.of());
    assertThat(stamp.authority()).isEqualTo("O=Test,CN=Local Authority");
    // what is sent along is not thereby trusted
    X509Certificate stranger = new LocalAuthority("EC").root();
    assertThatThrownBy(() -> check(List.of(), List.of(stranger)))
        .hasMessageContaining("does not lead");
  }

  @Test
  @DisplayName("does not hold by a certificate of the same name and number with another key")
  void namesake() throws Exception {
    X509Certificate namesake = new LocalAuthority("EC").certificate();
    authority.sendsCertificate = false;
    assertThatThrownBy(() -> check(List.of(namesake), List.of()))
        .isInstanceOf(TimeStampException.class)
        .hasMessageContaining("the signature of the time stamp is not valid");
  }

  @ParameterizedTest
  @CsvSource({"RSA, SHA384", "RSA, SHA512", "RSA, SHA3-256", "EC, SHA384", "EC, SHA3-512"})
  @DisplayName("holds with these digests")
  void digests(String algorithm, String digest) throws Exception {
    authority = new LocalAuthority(algorithm);
    authority.digest = digest;
    assertThat(check(List.of(), List.of(authority.root())).trusted()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"RSA, MD5", "RSA, SHA1", "RSA, SHA224", "EC, SHA224"})
  @DisplayName("does not hold with these")
  void brokenDigests(String algorithm, String digest) throws Exception {
    authority = new LocalAuthority(algorithm);
    authority.digest = digest;
    assertThatThrownBy(() -> check(List.of(), List.of()))
        .isInstanceOf(TimeStampException.class)
        .hasMessageContaining("a digest that is no longer safe");
  }

  @ParameterizedTest
  @CsvSource({
    "20260302080000Z, 2026-03-02T08:00:00Z",
    "20260302080000.1Z, 2026-03-02T08:00:00.100Z",
    "20260302080000.007Z, 2026-03-02T08:00:00.007Z",
    "20260302080000.999Z, 2026-03-02T08:00:00.999Z",
  })
  @DisplayName("says a time with as many decimals as there are")
  void times(String generalized, Instant time) throws Exception {
    authority.genTime = generalized;
    assertThat(check(List.of(), List.of()).time()).isEqualTo(time);
  }

  @Test
  @DisplayName("says how exact it is where seconds, milliseconds or microseconds stand alone")
  void accuracy() throws Exception {
    authority.accuracy = new Accuracy(new ASN1Integer(2), null, null);
    assertThat(check(List.of(), List.of()).accuracy()).contains(Duration.ofSeconds(2));
    authority.accuracy = new Accuracy(null, new ASN1Integer(20), null);
    assertThat(check(List.of(), List.of()).accuracy()).contains(Duration.ofMillis(20));
    authority.accuracy = new Accuracy(null, null, new ASN1Integer(999));
    assertThat(check(List.of(), List.of()).accuracy()).contains(Duration.ofNanos(999_000));
  }

  @Test
  @DisplayName("does not hold where it was granted and is not there")
  void granted() {
    authority.sendsToken = false;
    assertThatThrownBy(() -> check(List.of(), List.of())).isInstanceOf(TimeStampException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2.3.4.1", "1.2.3.4.2"})
  @DisplayName("holds under the policy that was asked for, and under no other")
  void policy(String asked) throws Exception {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setReqPolicy(new ASN1ObjectIdentifier(asked));
    byte[] der = generator.generate(TSPAlgorithms.SHA256, ROOT.raw(), BigInteger.TEN).getEncoded();
    byte[] response = authority.answer(ROOT.raw(), BigInteger.TEN);
    TimeStampCheck check = new TimeStampCheck(List.of(), List.of());
    if (asked.equals(authority.policy)) {
      assertThat(check.check(der, response, ROOT).policy()).isEqualTo(asked);
    } else {
      assertThatThrownBy(() -> check.check(der, response, ROOT))
          .hasMessageContaining("under another policy than asked for");
    }
  }

  @Test
  @DisplayName("answers a query whose bytes depend on root and nonce alone, the nonce in one place")
  void query() throws Exception {
    byte[] one = query.der();
    assertThat(TimeStampQuery.over(ROOT, new Random(1)).der()).isEqualTo(one);
    TimeStampQuery other = TimeStampQuery.over(ROOT, new Random(2));
    assertThat(other.der()).hasSameSizeAs(one);
    assertThat(hex(other.der()).replace(hex(other.nonce().toByteArray()), "NONCE"))
        .isEqualTo(hex(one).replace(hex(query.nonce().toByteArray()), "NONCE"))
        .contains("NONCE")
        .contains(ROOT.hex());
    byte[] handedOut = query.der();
    Arrays.fill(handedOut, (byte) 0);
    assertThat(query.der()).isEqualTo(one);
    assertThatThrownBy(() -> TimeStampQuery.parse("{}".getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOf(TimeStampException.class);
  }

  private static String hex(byte[] bytes) {
    return java.util.HexFormat.of().formatHex(bytes);
  }

  private TimeStamp check(List<X509Certificate> given, List<X509Certificate> trusted)
      throws Exception {
    return new TimeStampCheck(given, trusted).check(query.der(), authority.answer(query), ROOT);
  }
}
