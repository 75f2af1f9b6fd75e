package org.palimpsest.evidence.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("an Ed25519 public key")
final class VerifyingKeyTest {
  @ParameterizedTest(name = "message {1}")
  @CsvSource({
    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a, '',"
        + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e3970"
        + "1cf9b46bd25bf5f0595bbe24655141438e7a100b",
    "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c, 72,"
        + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613"
        + "d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025, af82,"
        + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760"
        + "984dc6594a7c15e9716ed28dc027beceea1ec40a",
  })
  @DisplayName("verifies the signatures of RFC 8032, section 7.1, and no others")
  void reference(String key, String message, String signature) {
    VerifyingKey verifying = new VerifyingKey(Base64.getEncoder().encodeToString(hex(key)));
    assertThat(verifying.verifies(hex(message), hex(signature))).isTrue();
    assertThat(verifying.verifies(new byte[] {1, 2, 3}, hex(signature))).isFalse();
    byte[] changed = hex(signature);
    changed[63] ^= 1;
    assertThat(verifying.verifies(hex(message), changed)).isFalse();
  }

  @Test
  @DisplayName("has another ID under another name")
  void ids() {
    VerifyingKey key = new VerifyingKey("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");
    assertThat(key.id("palimpsest/case/6f1c2a34-5b6d-4e7f-8091-a2b3c4d5e6f7"))
        .isEqualTo("a2d392a4");
    assertThat(key.id("palimpsest/reviewer/r1")).hasSize(8).isNotEqualTo("a2d392a4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000080",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
      })
  @DisplayName("is none that anybody can sign for: no point of small order, however it is encoded")
  void smallOrder(String key) {
    String base64 = Base64.getEncoder().encodeToString(hex(key));
    assertThatThrownBy(() -> new VerifyingKey(base64))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("proves nothing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0200000000000000000000000000000000000000000000000000000000000000",
        "ebffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "efffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037b",
      })
  @DisplayName("may be next to one of these")
  void nextToSmallOrder(String key) {
    assertThatCode(() -> new VerifyingKey(Base64.getEncoder().encodeToString(hex(key))))
        .doesNotThrowAnyException();
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
