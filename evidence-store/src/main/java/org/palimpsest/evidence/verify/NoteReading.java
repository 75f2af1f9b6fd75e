package org.palimpsest.evidence.verify;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.format.NoteSignature;
import org.palimpsest.evidence.format.SignedNote;

/** What can be said of a checkpoint's note without the entries. */
final class NoteReading {
  static final int LARGEST = 1 << 16;

  private NoteReading() {}

  /**
   * @throws IllegalArgumentException in words, if {@code bytes} are not a checkpoint's note
   */
  static Checkpoint parse(byte[] bytes) {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      return Checkpoint.parse(StandardCharsets.UTF_8.newDecoder().decode(buffer).toString());
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("the note is not UTF-8", e);
    }
  }

  /**
   * Why {@code signer} did not sign the checkpoint, as far as its key IDs show: cheap, and never
   * wrong about a signature that it refuses.
   */
  static Optional<Fault> signerFault(Checkpoint checkpoint, Person signer) {
    List<String> ids =
        SignedNote.parse(checkpoint.note()).signatures().stream()
            .filter(signature -> signature.keyName().equals(checkpoint.origin()))
            .map(NoteSignature::keyId)
            .toList();
    String id = signer.id();
    if (ids.contains(id)) {
      return Optional.empty();
    }
    return ids.isEmpty()
        ? Optional.of(new Fault(Cause.SIGNATURE_INVALID, noSignature(signer)))
        : Optional.of(
            new Fault(
                Cause.KEY_SWAPPED,
                noSignature(signer) + ", but one by the key " + ids.get(0) + ", not " + id));
  }

  /** Why {@code signer} did not sign the checkpoint, if that is so. */
  static Optional<Fault> signatureFault(Checkpoint checkpoint, Person signer) {
    Optional<Fault> fault = signerFault(checkpoint, signer);
    if (fault.isPresent() || checkpoint.isSignedBy(signer.key())) {
      return fault;
    }
    return Optional.of(new Fault(Cause.SIGNATURE_INVALID, noSignature(signer)));
  }

  private static String noSignature(Person signer) {
    return "it has no valid signature by " + signer.name() + ", the actor of its newest entry";
  }

  /**
   * What is wrong with a signature.
   *
   * @param cause of the finding
   * @param words of the finding
   */
  record Fault(Cause cause, String words) {}
}
