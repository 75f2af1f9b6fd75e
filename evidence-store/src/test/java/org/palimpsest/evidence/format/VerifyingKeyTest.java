package org.palimpsest.evidence.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
