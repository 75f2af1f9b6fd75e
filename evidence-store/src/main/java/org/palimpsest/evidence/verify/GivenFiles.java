package org.palimpsest.evidence.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.JsonParser;
import org.palimpsest.evidence.timestamp.Certificates;
import org.palimpsest.evidence.timestamp.TimeStampException;

/**
 * The files that somebody names beside a case. One that is not what it was named for says nothing
 * about the case, and must not be answered as if it did. Stateless, safe for every thread.
 */
public final class GivenFiles {
  private static final int LARGEST = 1 << 20;

  private GivenFiles() {}

  /** Why a file that {@code options} name cannot be used: the file and what to do, on one line. */
  public static Optional<String> fault(VerifyOptions options) {
    Optional<String> fault = options.checkpoint().flatMap(GivenFiles::faultOfCheckpoint);
    for (Path authority : options.authorities()) {
      fault = fault.or(() -> faultOfAuthority(authority));
    }
    return fault;
  }

  /** Why {@code file} is no consistency proof that this program could check, sound or not. */
  static Optional<String> faultOfProof(Path file) {
    Optional<byte[]> bytes = read(file, LARGEST);
    if (bytes.isEmpty()) {
      return Optional.of(unreadable(file));
    }
    try {
      JsonObject json = JsonParser.parseObject(trimmed(bytes.get()));
      String format = json.string("format");
      if (format.equals(ConsistencyCheck.FORMAT)) {
        return Optional.empty();
      }
      if (format.startsWith(ConsistencyCheck.FAMILY)) {
        String known = ", this program reads " + ConsistencyCheck.FORMAT;
        return Optional.of(file + " has the format " + format + known + ": use a newer program.");
      }
    } catch (IllegalArgumentException e) {
      // told below in the same words as an object of another kind
    }
    return Optional.of(
        file + " is no consistency proof: give a file of the format " + ConsistencyCheck.FORMAT);
  }

  private static Optional<String> faultOfCheckpoint(Path file) {
    Optional<byte[]> bytes = read(file, NoteReading.LARGEST);
    if (bytes.isEmpty()) {
      return Optional.of(unreadable(file));
    }
    return CopiedNote.holdsCheckpoint(bytes.get())
        ? Optional.empty()
        : Optional.of(
            file
                + " holds no checkpoint: give a signed note, or size and root as a report prints"
                + " them, each on a line.");
  }

  private static Optional<String> faultOfAuthority(Path file) {
    Optional<byte[]> bytes = read(file, LARGEST);
    if (bytes.isEmpty()) {
      return Optional.of(unreadable(file));
    }
    try {
      Certificates.parse(bytes.get());
      return Optional.empty();
    } catch (TimeStampException e) {
      return Optional.of(
          file + " holds no certificate: give that of the authority, in PEM or DER.");
    }
  }

  /** What a proof may have after its last character: the end of a line, or several. */
  static byte[] trimmed(byte[] text) {
    return new String(text, StandardCharsets.UTF_8)
        .stripTrailing()
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The file's first bytes, if it is a plain one: a pipe could wait for ever, or be read once. */
  private static Optional<byte[]> read(Path file, int most) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (var in = Files.newInputStream(file)) {
      return Optional.of(in.readNBytes(most));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String unreadable(Path file) {
    return file + " cannot be read: give a plain file that is there and that you may read.";
  }
}
