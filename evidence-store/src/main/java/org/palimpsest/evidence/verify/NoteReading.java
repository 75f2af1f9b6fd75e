package org.palimpsest.evidence.verify;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.palimpsest.evidence.format.Checkpoint;

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

  /** What is wrong with its origin or signature, in words. */
  static Optional<String> problem(Checkpoint checkpoint, Identity identity) {
    if (!checkpoint.origin().equals(identity.origin())) {
      return Optional.of("it is of another case, " + checkpoint.origin());
    }
    if (!checkpoint.isSignedBy(identity.key())) {
      return Optional.of("it has no valid signature by the key that entry 0 names");
    }
    return Optional.empty();
  }
}
