package org.palimpsest.evidence.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a checkpoint")
final class CheckpointTest {
  private static final UUID CASE = UUID.fromString("6f1c2a34-5b6d-4e7f-8091-a2b3c4d5e6f7");
  private static final String ORIGIN = "palimpsest/case/" + CASE;

  @Test
  @DisplayName("is a signed note as Go's sumdb/note writes and verifies it")
  void readsTheReference() {
    VerifyingKey key = new VerifyingKey("GlzZBxQ8OExB6DDFvOEqqIF+xWSaqr8sMTiLNbLXRNY=");
    String note =
        "If you think cryptography is the answer to your problem,\n"
            + "then you don't know what your problem is.\n\n"
            + "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXg"
            + "KvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    SignedNote parsed = SignedNote.parse(note);
    assertThat(parsed.format()).isEqualTo(note);
    assertThat(key.id("PeterNeumann")).isEqualTo("c74f20a3");
    assertThat(parsed.isSignedBy("PeterNeumann", key)).isTrue();
    SignedNote edited = SignedNote.parse(note.replace("your problem is", "my problem is"));
    assertThat(edited.isSignedBy("PeterNeumann", key)).isFalse();
  }

  @Test
  @DisplayName("is read back from its note, with the signatures of others beside its own")
  void roundTrip() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    VerifyingKey key = VerifyingKey.of(pair.getPublic());
    Sha256 root = Sha256.hash(new byte[] {1});
    String text = Checkpoint.textOf(ORIGIN, 7, root);
    NoteSignature own = sign(pair, key, ORIGIN, text);
    NoteSignature reviewer = sign(pair, key, "palimpsest/reviewer/r1", text);
    String note = new SignedNote(text, List.of(reviewer, own)).format();
    Checkpoint checkpoint = Checkpoint.parse(note);
    assertThat(checkpoint).isEqualTo(new Checkpoint(ORIGIN, 7, root, note));
    assertThat(checkpoint.isSignedBy(key)).isTrue();
    Checkpoint reviewedOnly = Checkpoint.parse(new SignedNote(text, List.of(reviewer)).format());
    assertThat(reviewedOnly.isSignedBy(key)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n",
        "o\n1\nAAAA\n\n\u2014 o AAAAAAAA\n",
        "o\n0\nR\n\n\u2014 o AAAAAAAA\n",
        "o\n01\nR\n\n\u2014 o AAAAAAAA\n",
        "o\n1\nR\nmore\n\n\u2014 o AAAAAAAA\n",
        "o\n1\nR\n\n\u2014 o AAAAAAAA",
        "o\n1\nR\n\n- o AAAAAAAA\n",
        "o\n1\nR\n\n\u2014 o AAAA\n",
        "o\n1\nR\n\n\u2014 o A A\n",
        "o\n1\nR\n\n\u2014 o !!!!!!!!\n",
        "o\n1\nR\n\n\u2014  AAAAAAAA\n",
        "o\r\n1\nR\n\n\u2014 o AAAAAAAA\n",
      })
  @DisplayName("is not any of these")
  void refuses(String note) {
    String root = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
    assertThatThrownBy(() -> Checkpoint.parse(note.replace("R", root)))
        .isInstanceOf(NoteException.class);
  }

  @Test
  @DisplayName("wants a root whose spare bits are zero")
  void canonicalRoot() {
    String note = "o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n\n\u2014 o AAAAAAAA\n";
    assertThatThrownBy(() -> Checkpoint.parse(note)).hasMessageContaining("canonical");
  }

  @Test
  @DisplayName("takes no key that is not 32 bytes, and no signature that is malformed")
  void refusesKeys() throws Exception {
    assertThatThrownBy(() -> new VerifyingKey("AAAA")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new VerifyingKey("!")).isInstanceOf(IllegalArgumentException.class);
    KeyPair rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    assertThatThrownBy(() -> VerifyingKey.of(rsa.getPublic()))
        .isInstanceOf(IllegalArgumentException.class);
    VerifyingKey odd = new VerifyingKey("/////////////////////////////////////////38=");
    assertThat(odd.verifies(new byte[0], new byte[64])).isFalse();
    assertThat(odd.verifies(new byte[0], new byte[3])).isFalse();
  }

  private static NoteSignature sign(KeyPair pair, VerifyingKey key, String name, String text)
      throws Exception {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(pair.getPrivate());
    signature.update(text.getBytes(StandardCharsets.UTF_8));
    return NoteSignature.of(name, key, signature.sign());
  }
}
