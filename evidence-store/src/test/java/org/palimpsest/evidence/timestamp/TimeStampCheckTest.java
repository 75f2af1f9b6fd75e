package org.palimpsest.evidence.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.evidence.format.Sha256;

@DisplayName("a time stamp")
final class TimeStampCheckTest {
  private static final Sha256 ROOT = Sha256.hash(new byte[] {1});
  private static final Sha256 OTHER = Sha256.hash(new byte[] {2});

  private final TimeStampQuery query = TimeStampQuery.over(ROOT, new Random(1));
  private LocalAuthority authority;

  /** Makes an authority do something. */
  interface Change {
    void apply(LocalAuthority authority) throws Exception;
  }

  @BeforeEach
  void setUp() throws Exception {
    authority = new LocalAuthority("EC");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC"})
  @DisplayName("holds, and says when, how exactly, by whom, with which number and policy")
  void holds(String algorithm) throws Exception {
    authority = new LocalAuthority(algorithm);
    TimeStamp stamp = check(List.of(), List.of());
    assertThat(stamp.time()).isEqualTo(LocalAuthority.TIME);
    assertThat(stamp.accuracy()).contains(Duration.ofMillis(1500).plusNanos(3000));
    assertThat(stamp.authority()).isEqualTo("O=Test,CN=Local Authority");
    assertThat(stamp.serial()).isEqualTo("4711");
    assertThat(stamp.policy()).isEqualTo("1.2.3.4.1");
    assertThat(stamp.trusted()).isFalse();
    assertThat(Security.getProvider("BC")).as("no provider is registered").isNull();
  }

  @Test
  @DisplayName("holds with modifications, without a stated accuracy, or with another safe digest")
  void variants() throws Exception {
    authority.status = 1;
    authority.stated = false;
    authority.digest = "SHA512";
    assertThat(check(List.of(), List.of()).accuracy()).isEmpty();
  }

  @Test
  @DisplayName(
      "is trusted where its certificate leads to one that is, and refused where it does not")
  void trust() throws Exception {
    assertThat(check(List.of(), List.of(authority.root())).trusted()).isTrue();
    assertThat(check(List.of(), List.of(authority.certificate())).trusted()).isTrue();
    X509Certificate stranger = new LocalAuthority("EC").root();
    assertThat(check(List.of(), List.of(stranger, authority.root())).trusted()).isTrue();
    assertThatThrownBy(() -> check(List.of(), List.of(stranger)))
        .isInstanceOf(TimeStampException.class)
        .hasMessageContaining("does not lead to one that is trusted");
    // a certificate that is merely given is not thereby trusted
    assertThatThrownBy(() -> check(List.of(authority.root()), List.of(stranger)))
        .hasMessageContaining("does not lead");
  }

  @Test
  @DisplayName("needs the authority's certificate from elsewhere where the response has none")
  void givenCertificate() throws Exception {
    authority.sendsCertificate = false;
    assertThatThrownBy(() -> check(List.of(), List.of())).hasMessageContaining("give it with");
    assertThatThrownBy(() -> check(List.of(authority.root()), List.of()))
        .hasMessageContaining("give it with");
    List<X509Certificate> given = List.of(authority.root(), authority.certificate());
    assertThat(check(given, List.of(authority.root())).trusted()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("lies")
  @DisplayName("does not hold")
  void lie(Change change, String words) throws Exception {
    change.apply(authority);
    assertThatThrownBy(() -> check(List.of(), List.of()))
        .isInstanceOf(TimeStampException.class)
        .hasMessageContaining(words);
  }

  static Stream<Arguments> lies() {
    return Stream.of(
        lie("that was rejected", a -> a.status = 2, "did not grant a time stamp (status 2)"),
        lie("that is waiting", a -> a.status = 3, "did not grant"),
        lie("with the imprint of another algorithm", a -> a.imprintAlgorithm = "1.2.3", "SHA-256"),
        lie("of a certificate without purpose", a -> a.purposes = new KeyPurposeId[0], "critical"),
        lie("of a purpose that may be overlooked", a -> a.purposesAreCritical = false, "critical"),
        lie(
            "of a certificate for something else",
            a -> a.purposes = new KeyPurposeId[] {KeyPurposeId.id_kp_codeSigning},
            "not for time stamps alone"),
        lie(
            "of a certificate for something else too",
            a ->
                a.purposes =
                    new KeyPurposeId[] {
                      KeyPurposeId.id_kp_timeStamping, KeyPurposeId.id_kp_codeSigning
                    },
            "not for time stamps alone"),
        lie(
            "of a certificate that had expired",
            a -> a.notAfter = LocalAuthority.TIME.minusSeconds(5),
            "not valid at the stamped time"),
        lie(
            "of a certificate that was not valid yet",
            a -> a.notBefore = LocalAuthority.TIME.plusSeconds(5),
            "not valid at the stamped time"),
        lie("that names another certificate", a -> a.namesOtherCertificate = true, "not valid"),
        lie("that names no certificate", a -> a.namesCertificate = false, "cannot be read"),
        lie("signed with a digest that is broken", a -> a.digest = "SHA1", "no longer safe"));
  }

  @Test
  @DisplayName("does not hold for another root or another query")
  void elsewhere() throws Exception {
    byte[] response = authority.answer(query);
    TimeStampCheck check = new TimeStampCheck(List.of(), List.of());
    assertThatThrownBy(() -> check.check(query.der(), response, OTHER))
        .hasMessageContaining("the query is over another root");
    byte[] overOther = authority.answer(OTHER.raw(), query.nonce());
    assertThatThrownBy(() -> check.check(query.der(), overOther, ROOT))
        .hasMessageContaining("the time stamp is over another root");
    for (BigInteger nonce : new BigInteger[] {null, BigInteger.ONE}) {
      byte[] otherNonce = authority.answer(ROOT.raw(), nonce);
      assertThatThrownBy(() -> check.check(query.der(), otherNonce, ROOT))
          .hasMessageContaining("its nonce differs");
    }
    byte[] shortImprint = authority.answer(Arrays.copyOf(ROOT.raw(), 20), query.nonce());
    assertThatThrownBy(() -> check.check(query.der(), shortImprint, ROOT))
        .hasMessageContaining("another length");
  }

  @Test
  @DisplayName("does not hold with any byte of its signature, or of what is signed, changed")
  void changedBytes() throws Exception {
    byte[] response = authority.answer(query);
    TimeStampCheck check = new TimeStampCheck(List.of(), List.of());
    TimeStamp good = check.check(query.der(), response, ROOT);
    byte[] signed =
        new TimeStampResponse(response).getTimeStampToken().getTimeStampInfo().getEncoded();
    int signedFrom = find(response, signed);
    int signedTo = signedFrom + signed.length - 1;
    byte[] signature =
        new TimeStampResponse(response)
            .getTimeStampToken()
            .toCMSSignedData()
            .getSignerInfos()
            .iterator()
            .next()
            .getSignature();
    int signatureFrom = find(response, signature);
    assertThat(signatureFrom + signature.length).isEqualTo(response.length);
    int held = 0;
    for (int i = 0; i < response.length; i++) {
      byte[] changed = response.clone();
      changed[i] ^= 0x01;
      Throwable refusal = catchThrowable(() -> check.check(query.der(), changed, ROOT));
      if (refusal == null) {
        // CMS does not sign its own wrapping: versions, and the list of digests that may occur
        assertThat(i >= signedFrom && i <= signedTo).isFalse();
        assertThat(i).isLessThan(signatureFrom);
        assertThat(check.check(query.der(), changed, ROOT)).isEqualTo(good);
        held++;
      } else {
        assertThat(refusal).isInstanceOf(TimeStampException.class);
      }
    }
    assertThat(held).isLessThan(32);
    byte[] longer = Arrays.copyOf(response, response.length + 1);
    assertThatThrownBy(() -> check.check(query.der(), longer, ROOT))
        .isInstanceOf(TimeStampException.class);
    for (int length = 0; length < response.length; length += 7) {
      byte[] cut = Arrays.copyOf(response, length);
      assertThatThrownBy(() -> check.check(query.der(), cut, ROOT))
          .isInstanceOf(TimeStampException.class);
    }
    assertThatThrownBy(() -> check.check(query.der(), new byte[(1 << 20) + 1], ROOT))
        .hasMessageContaining("more than 1048576 bytes");
  }

  @Test
  @DisplayName("of another implementation holds: made once with OpenSSL 3.0, RSA and SHA-512")
  void openSsl() throws Exception {
    byte[] asked = resource("query.tsq");
    byte[] response = resource("response.tsr");
    List<X509Certificate> root = Certificates.parse(resource("root.pem"));
    TimeStamp stamp = new TimeStampCheck(List.of(), root).check(asked, response, ROOT);
    assertThat(stamp.trusted()).isTrue();
    assertThat(stamp.authority()).isEqualTo("CN=OpenSSL Authority,O=Test");
    assertThat(stamp.policy()).isEqualTo("1.2.3.4.1");
    assertThat(stamp.accuracy()).contains(Duration.ofMillis(1500));
    assertThatThrownBy(() -> new TimeStampCheck(List.of(), root).check(query.der(), response, ROOT))
        .hasMessageContaining("nonce differs");
  }

  private static byte[] resource(String name) throws Exception {
    return Files.readAllBytes(Path.of("src", "test", "resources", "timestamp", name));
  }

  private static int find(byte[] all, byte[] part) {
    for (int i = 0; i + part.length <= all.length; i++) {
      if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new AssertionError("the part is not in the whole");
  }

  private TimeStamp check(List<X509Certificate> given, List<X509Certificate> trusted)
      throws Exception {
    return new TimeStampCheck(given, trusted).check(query.der(), authority.answer(query), ROOT);
  }

  private static Arguments lie(String words, Change change, String refusal) {
    return Arguments.of(Named.of(words, change), refusal);
  }
}
