package org.palimpsest.evidence.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a signed note")
final class SignedNoteTest {
  private static final String KEY = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
  private static final String NAME = "palimpsest/case/6f1c2a34-5b6d-4e7f-8091-a2b3c4d5e6f7";
  private static final String TEXT = NAME + "\n1\n4J5Q4k15Xv2WhMIyKt9yIvAdJTZgx31BJmXv4vMgKKM=\n";
  private static final String SIGNATURE =
      "otOSpMe7QDoZ69Di0p7YGndJZs+6e3FbXO7p80GuZ+ni9J+JWAB7RVHMjLG/u1JXpA8DqATXVqh2SOz288wVd0MM"
          + "eQQ=";
  private static final String NOTE = TEXT + "\n\u2014 " + NAME + " " + SIGNATURE + "\n";

  private final VerifyingKey key = new VerifyingKey(KEY);

  @Test
  @DisplayName("is read to the last character and written the same")
  void roundTrip() {
    SignedNote note = SignedNote.parse(NOTE);
    assertThat(note.text()).isEqualTo(TEXT);
    assertThat(note.signatures()).containsExactly(new NoteSignature(NAME, SIGNATURE));
    assertThat(note.format()).isEqualTo(NOTE);
    assertThat(note.isSignedBy(NAME, key)).isTrue();
  }

  @Test
  @DisplayName("splits at its last empty line, so that a text may have some, too")
  void emptyLines() {
    String text = "a\n\nb\n";
    SignedNote note = SignedNote.parse(text + "\n\u2014 n " + SIGNATURE + "\n");
    assertThat(note.text()).isEqualTo(text);
  }

  @Test
  @DisplayName("is not signed under another name, though the key is the same")
  void otherName() {
    assertThat(SignedNote.parse(NOTE).isSignedBy("palimpsest/case/other", key)).isFalse();
    String renamed = NOTE.replace("\u2014 " + NAME, "\u2014 palimpsest/case/other");
    assertThat(SignedNote.parse(renamed).isSignedBy("palimpsest/case/other", key)).isFalse();
    assertThat(SignedNote.parse(renamed).isSignedBy(NAME, key)).isFalse();
  }

  @Test
  @DisplayName("is signed where one of several signatures is good")
  void several() {
    byte[] bad = Base64.getDecoder().decode(SIGNATURE);
    bad[20] ^= 1;
    String wrong = "\u2014 " + NAME + " " + Base64.getEncoder().encodeToString(bad) + "\n";
    String unknown = "\u2014 somebody/else " + SIGNATURE + "\n";
    String good = "\u2014 " + NAME + " " + SIGNATURE + "\n";
    assertThat(SignedNote.parse(TEXT + "\n" + wrong + unknown + good).isSignedBy(NAME, key))
        .isTrue();
    assertThat(SignedNote.parse(TEXT + "\n" + wrong + unknown).isSignedBy(NAME, key)).isFalse();
  }

  @Test
  @DisplayName("is not signed where any byte of text, key ID or signature differs")
  void everyByte() {
    for (int at = 0; at < TEXT.length() - 1; at++) {
      char other = TEXT.charAt(at) == 'z' ? 'y' : 'z';
      String changed = TEXT.substring(0, at) + other + TEXT.substring(at + 1);
      assertThat(signed(changed, SIGNATURE)).as("character %d", at).isFalse();
    }
    byte[] signature = Base64.getDecoder().decode(SIGNATURE);
    for (int at = 0; at < signature.length; at++) {
      byte[] changed = signature.clone();
      changed[at] ^= 0x10;
      assertThat(signed(TEXT, Base64.getEncoder().encodeToString(changed))).isFalse();
    }
    assertThat(signed(TEXT, SIGNATURE)).isTrue();
  }

  @Test
  @DisplayName("does not take a signature that is cut or has something added")
  void lengths() {
    byte[] signature = Base64.getDecoder().decode(SIGNATURE);
    for (int length : new int[] {5, 67, 69, 132}) {
      byte[] other = java.util.Arrays.copyOf(signature, length);
      assertThat(signed(TEXT, Base64.getEncoder().encodeToString(other))).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text",
        "text\n",
        "text\n\n",
        "text\n\u2014 n AAAAAAAA\n",
        "text\n\n\u2014 n AAAAAAAA",
        "text\n\n\u2014 n AAAAAAAA\n\n",
        "text\n\n\u2013 n AAAAAAAA\n",
        "text\n\n\u2014n AAAAAAAA\n",
        "text\n\n\u2014 n  AAAAAAAA\n",
        "text\n\n\u2014 n AAAAAAAA \n",
        "text\n\n\u2014 n AAAAAA\n",
        "text\n\n\u2014 n AAAAAAB=\n",
        "text\n\n\u2014 n ____AAAA\n",
        "text\n\n\u2014 n\n",
        "te\txt\n\n\u2014 n AAAAAAAA\n",
        "text\r\n\r\n\u2014 n AAAAAAAA\r\n",
      })
  @DisplayName("is none of these")
  void refuses(String text) {
    assertThatThrownBy(() -> SignedNote.parse(text)).isInstanceOf(NoteException.class);
  }

  @Test
  @DisplayName("keeps its signatures though the list they came in changes")
  void keepsCopies() {
    List<NoteSignature> signatures = new ArrayList<>();
    signatures.add(new NoteSignature(NAME, SIGNATURE));
    SignedNote note = new SignedNote(TEXT, signatures);
    signatures.clear();
    assertThat(note.signatures()).hasSize(1);
    assertThat(note.signatures().get(0).keyId()).isEqualTo("a2d392a4");
    assertThat(note.signatures().get(0).signature()).hasSize(64);
  }

  private boolean signed(String text, String base64) {
    return new SignedNote(text, List.of(new NoteSignature(NAME, base64))).isSignedBy(NAME, key);
  }
}
