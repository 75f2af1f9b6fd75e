package org.palimpsest.evidence.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.format.NoteSignature;
import org.palimpsest.evidence.format.ReviewStatement;
import org.palimpsest.evidence.format.SignedNote;

/**
 * The signature lines of a checkpoint in the case beside the one that it must have. Somebody of the
 * case may have signed as well; a line that nobody of the case stands behind was put there by
 * somebody, and vouches for nothing.
 */
final class ExtraSignatures {
  private static final long LINES_OF_A_PLAIN_NOTE = 5;
  private static final int MOST_OF_A_NOTE = 16;

  private final Iterable<Person> people;
  private final Findings findings;
  private final Flags flags;
  private long holding;

  ExtraSignatures(Iterable<Person> people, Findings findings, Flags flags) {
    this.people = people;
    this.findings = findings;
    this.flags = flags;
  }

  /** How many there were that people of the case made. */
  long holding() {
    return holding;
  }

  /**
   * @param signer whose signature it must have, where the entry before it says so
   */
  void see(Checkpoint checkpoint, Optional<Person> signer) {
    // a long case has many, and none of them needs to be taken apart a second time
    if (checkpoint.note().chars().filter(c -> c == '\n').count() == LINES_OF_A_PLAIN_NOTE) {
      return;
    }
    SignedNote note = SignedNote.parse(checkpoint.note());
    List<NoteSignature> extra = new ArrayList<>(note.signatures());
    extra.stream()
        .filter(line -> line.keyName().equals(checkpoint.origin()))
        .filter(line -> signer.isEmpty() || line.keyId().equals(signer.get().id()))
        .findFirst()
        .ifPresent(extra::remove);
    extra.stream().limit(MOST_OF_A_NOTE).forEach(line -> judge(checkpoint, signer, line));
    if (extra.size() > MOST_OF_A_NOTE) {
      flag(checkpoint, (extra.size() - MOST_OF_A_NOTE) + " more signature lines, not looked at");
    }
  }

  private void judge(Checkpoint checkpoint, Optional<Person> signer, NoteSignature line) {
    Optional<Person> person = personOf(checkpoint.origin(), line);
    boolean own = line.keyName().equals(checkpoint.origin()) && person.equals(signer);
    if (person.isEmpty()) {
      flag(checkpoint, "a signature line by nobody of the case, " + line.keyName());
    } else if (own) {
      flag(checkpoint, "a second signature line by " + person.get().name());
    } else if (person.get().key().verifies(text(checkpoint), line.signature())) {
      holding++;
    } else {
      String words = "its further signature by " + person.get().name() + " does not hold";
      findings.add(Cause.SIGNATURE_INVALID, Subject.CHECKPOINT, checkpoint.size(), words);
    }
  }

  private void flag(Checkpoint checkpoint, String words) {
    long size = checkpoint.size();
    flags.add(
        FlagCause.UNKNOWN_SIGNATURE, size, "the checkpoint of size " + size + " has " + words);
  }

  private Optional<Person> personOf(String origin, NoteSignature line) {
    String name = line.keyName();
    for (Person person : people) {
      boolean named = name.equals(origin) || name.equals(ReviewStatement.keyName(person.key()));
      if (named && line.keyId().equals(person.key().id(name))) {
        return Optional.of(person);
      }
    }
    return Optional.empty();
  }

  private static byte[] text(Checkpoint checkpoint) {
    return SignedNote.parse(checkpoint.note()).text().getBytes(StandardCharsets.UTF_8);
  }
}
