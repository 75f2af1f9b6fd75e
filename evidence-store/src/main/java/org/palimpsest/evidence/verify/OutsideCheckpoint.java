package org.palimpsest.evidence.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.palimpsest.evidence.format.Checkpoint;

/**
 * A checkpoint that lay outside the case, as far as it can be read.
 *
 * @param name what people call it
 * @param signed the checkpoint, if it is a whole note
 * @param typed what was typed of it, if it is not
 * @param problem why it is neither
 */
record OutsideCheckpoint(
    String name,
    Optional<Checkpoint> signed,
    Optional<TypedCheckpoint> typed,
    Optional<String> problem) {
  static OutsideCheckpoint ofNote(String name, byte[] note) {
    try {
      Checkpoint checkpoint = NoteReading.parse(note);
      return new OutsideCheckpoint(
          name, Optional.of(checkpoint), Optional.empty(), Optional.empty());
    } catch (IllegalArgumentException e) {
      return problem(name, "cannot be used: " + e.getMessage());
    }
  }

  static OutsideCheckpoint ofFile(Path file) {
    String name = "the checkpoint " + file;
    try (InputStream in = Files.newInputStream(file)) {
      byte[] text = in.readNBytes(NoteReading.LARGEST);
      Optional<String> found = CopiedNote.find(text);
      Optional<TypedCheckpoint> typed = TypedCheckpoint.find(text);
      if (found.isEmpty() && typed.isPresent()) {
        return new OutsideCheckpoint(name, Optional.empty(), typed, Optional.empty());
      }
      return ofNote(name, found.map(n -> n.getBytes(StandardCharsets.UTF_8)).orElse(text));
    } catch (IOException e) {
      return problem(name, "cannot be read: " + Reason.of(e));
    }
  }

  static OutsideCheckpoint problem(String name, String words) {
    return new OutsideCheckpoint(
        name, Optional.empty(), Optional.empty(), Optional.of(name + " " + words));
  }

  /** How many entries it was made of, 0 if it cannot be read. */
  long size() {
    return signed.map(Checkpoint::size).or(() -> typed.map(TypedCheckpoint::size)).orElse(0L);
  }
}
