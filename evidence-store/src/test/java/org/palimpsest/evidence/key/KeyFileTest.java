package org.palimpsest.evidence.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.evidence.format.VerifyingKey;

@DisplayName("a key file")
final class KeyFileTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest
  @ValueSource(strings = {"", "correct horse battery staple", "~ !\"\\"})
  @DisplayName("is read by the JDK alone, with or without a password")
  void jdkReadsIt(String text) throws Exception {
    char[] password = text.toCharArray();
    byte[] file = KeyFile.make("Dr. Müller, Lab 7 = \"north\"", password, NOON);
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(file), password);
    assertThat(store.size()).isEqualTo(1);
    PrivateKey secret = (PrivateKey) store.getKey("examiner", password);
    X509Certificate certificate = (X509Certificate) store.getCertificate("examiner");
    certificate.verify(certificate.getPublicKey());
    certificate.checkValidity(Date.from(NOON.plusSeconds(1)));
    assertThat(certificate.getNotBefore()).isEqualTo(Date.from(NOON));
    assertThat(certificate.getSerialNumber().signum()).isEqualTo(1);
    assertThat(certificate.getSubjectX500Principal().getName()).contains("Müller");
    byte[] message = "message".getBytes(StandardCharsets.UTF_8);
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(secret);
    signature.update(message);
    SigningKey opened = KeyFile.open(file, password);
    assertThat(opened.sign(message)).isEqualTo(signature.sign());
    assertThat(opened.verifyingKey()).isEqualTo(VerifyingKey.of(certificate.getPublicKey()));
    assertThat(opened.passwordProtected()).isEqualTo(!text.isEmpty());
  }

  @Test
  @DisplayName("opens with no other password")
  void otherPassword() throws Exception {
    byte[] file = KeyFile.make("E", "right".toCharArray(), NOON);
    for (String wrong : new String[] {"", "Right", "right ", "wrong"}) {
      assertThatThrownBy(() -> KeyFile.open(file, wrong.toCharArray()))
          .isInstanceOf(IOException.class);
    }
    byte[] open = KeyFile.make("E", new char[0], NOON);
    assertThatThrownBy(() -> KeyFile.open(open, "x".toCharArray())).isInstanceOf(IOException.class);
  }

  @Test
  @DisplayName("is another one each time")
  void fresh() throws Exception {
    SigningKey one = KeyFile.open(KeyFile.make("E", new char[0], NOON), new char[0]);
    SigningKey two = KeyFile.open(KeyFile.make("E", new char[0], NOON), new char[0]);
    assertThat(one.verifyingKey()).isNotEqualTo(two.verifyingKey());
  }

  @Test
  @DisplayName("that holds another key is refused")
  void otherContent() throws Exception {
    KeyStore empty = KeyStore.getInstance("PKCS12");
    empty.load(null, null);
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    empty.store(out, new char[0]);
    assertThatThrownBy(() -> KeyFile.open(out.toByteArray(), new char[0]))
        .hasMessageContaining("no key called examiner");
  }

  @Test
  @DisplayName("that is cut or garbled is refused, never half read")
  void damaged() throws Exception {
    byte[] file = KeyFile.make("E", "right".toCharArray(), NOON);
    for (int length = 0; length < file.length; length += 37) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThatThrownBy(() -> KeyFile.open(cut, "right".toCharArray()))
          .isInstanceOf(IOException.class);
    }
    Random random = new Random(3);
    for (int i = 0; i < 10; i++) {
      byte[] garbled = file.clone();
      garbled[60 + random.nextInt(file.length - 200)] ^= 0x40;
      assertThatThrownBy(() -> KeyFile.open(garbled, "right".toCharArray()))
          .isInstanceOf(Exception.class);
    }
  }
}
