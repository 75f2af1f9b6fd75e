package org.palimpsest.evidence.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.evidence.format.Sha256;

@DisplayName("a query for a time stamp")
final class TimeStampQueryTest {
  private static final Sha256 ROOT = Sha256.hash(new byte[] {1});

  @Test
  @DisplayName("is over the root itself, with a nonce, and asks for the certificate")
  void asks() throws Exception {
    TimeStampQuery query = TimeStampQuery.over(ROOT, new SecureRandom());
    TimeStampRequest request = new TimeStampRequest(query.der());
    assertThat(request.getVersion()).isEqualTo(1);
    assertThat(request.getMessageImprintAlgOID()).isEqualTo(TSPAlgorithms.SHA256);
    assertThat(request.getMessageImprintDigest()).isEqualTo(ROOT.raw());
    assertThat(request.getCertReq()).isTrue();
    assertThat(request.getNonce().bitLength()).isEqualTo(64);
    assertThat(request.getNonce().signum()).isPositive();
    assertThat(TimeStampQuery.parse(query.der()).root()).isEqualTo(ROOT);
    assertThat(TimeStampQuery.over(ROOT, new Random(1)).der())
        .isNotEqualTo(TimeStampQuery.over(ROOT, new Random(2)).der());
  }

  @Test
  @DisplayName("is refused with another algorithm, without a nonce, or as anything else")
  void refuses() throws Exception {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    byte[] other = generator.generate(TSPAlgorithms.SHA1, new byte[20]).getEncoded();
    assertThatThrownBy(() -> TimeStampQuery.parse(other)).hasMessageContaining("SHA-256");
    byte[] noNonce = generator.generate(TSPAlgorithms.SHA256, ROOT.raw()).getEncoded();
    assertThatThrownBy(() -> TimeStampQuery.parse(noNonce)).hasMessageContaining("no nonce");
    byte[] good = TimeStampQuery.over(ROOT, new Random(1)).der();
    for (byte[] bad :
        new byte[][] {
          {}, {0x30, 0}, Arrays.copyOf(good, good.length - 1), Arrays.copyOf(good, good.length + 1)
        }) {
      assertThatThrownBy(() -> TimeStampQuery.parse(bad))
          .isInstanceOf(TimeStampException.class)
          .hasMessageContaining("cannot be read");
    }
    assertThatThrownBy(() -> TimeStampQuery.parse(new byte[(1 << 20) + 1]))
        .isInstanceOf(TimeStampException.class)
        .hasMessageContaining("more than");
  }

  @Test
  @DisplayName("and the certificates beside it are read from PEM or DER, and from nothing else")
  void certificates() throws Exception {
    byte[] der = new LocalAuthority("EC").root().getEncoded();
    assertThat(Certificates.parse(der)).hasSize(1);
    String pem =
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(der)
            + "\n-----END CERTIFICATE-----\n";
    assertThat(Certificates.parse((pem + pem).getBytes(StandardCharsets.US_ASCII))).hasSize(2);
    for (String bad : new String[] {"", "rubbish", pem.substring(0, 80)}) {
      assertThatThrownBy(() -> Certificates.parse(bad.getBytes(StandardCharsets.US_ASCII)))
          .isInstanceOf(TimeStampException.class);
    }
  }
}
