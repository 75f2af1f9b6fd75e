package org.palimpsest.evidence.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A signed {@link Review}: a signed note whose text is the review in canonical JSON, on one line.
 *
 * @param review what is said
 * @param note the whole file
 */
public record ReviewStatement(Review review, String note) {
  /** Most bytes in a statement. */
  public static final int LARGEST = 1 << 20;

  private static final String REVIEWER = "palimpsest/reviewer/";
  private static final int ID_LENGTH = 16;

  /** The key name under which a person signs what another person's case says. */
  public static String keyName(VerifyingKey key) {
    return REVIEWER + Sha256.hash(key.raw()).hex().substring(0, ID_LENGTH);
  }

  /**
   * Signs a review, and the checkpoint in it.
   *
   * @param sign the 64-byte Ed25519 signature of its argument by the reviewer's key
   * @throws NoteException if the statement would be too large to be read again
   */
  public static ReviewStatement sign(Review review, UnaryOperator<byte[]> sign) {
    Checkpoint seen = review.checkpoint();
    SignedNote checked = SignedNote.parse(seen.note());
    List<NoteSignature> lines = new ArrayList<>(checked.signatures());
    lines.add(line(review.key(), checked.text(), sign));
    Checkpoint both =
        new Checkpoint(
            seen.origin(),
            seen.size(),
            seen.root(),
            new SignedNote(checked.text(), lines).format());
    Review signed =
        new Review(
            review.caseId(),
            both,
            review.report(),
            review.verdict(),
            review.comments(),
            review.reviewer(),
            review.key(),
            review.time());
    String text = CanonicalJson.text(signed.toJson()) + "\n";
    NoteSignature own = line(review.key(), text, sign);
    String note = new SignedNote(text, List.of(own)).format();
    requireSize(note.getBytes(StandardCharsets.UTF_8));
    return new ReviewStatement(signed, note);
  }

  private static void requireSize(byte[] file) {
    if (file.length > LARGEST) {
      throw new NoteException("a review has at most " + LARGEST + " bytes");
    }
  }

  /**
   * Reads a statement and checks both of its signatures by the key that it names. Whose key that
   * is, and whether the checkpoint is the case's, is for the reader to check.
   *
   * @throws IllegalArgumentException in words, if it is not one, to the last byte
   */
  public static ReviewStatement parse(byte[] file) {
    requireSize(file);
    String note = utf8(file);
    SignedNote signed = SignedNote.parse(note);
    String line = signed.text().substring(0, signed.text().length() - 1);
    JsonObject json = JsonParser.parseObject(line.getBytes(StandardCharsets.UTF_8));
    if (!CanonicalJson.text(json).equals(line)) {
      throw new JsonException("the review is not canonical JSON");
    }
    Review review = Review.from(json);
    String name = keyName(review.key());
    if (!signed.isSignedBy(name, review.key())) {
      throw new NoteException("the review has no valid signature by the key that it names");
    }
    if (!SignedNote.parse(review.checkpoint().note()).isSignedBy(name, review.key())) {
      throw new NoteException("the reviewer did not sign the checkpoint");
    }
    return new ReviewStatement(review, note);
  }

  /** The file as it is stored. */
  public byte[] bytes() {
    return note.getBytes(StandardCharsets.UTF_8);
  }

  private static NoteSignature line(VerifyingKey key, String text, UnaryOperator<byte[]> sign) {
    byte[] signature = sign.apply(text.getBytes(StandardCharsets.UTF_8));
    return NoteSignature.of(keyName(key), key, signature);
  }

  private static String utf8(byte[] file) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    } catch (CharacterCodingException e) {
      throw new NoteException("the review is not UTF-8", e);
    }
  }
}
