package org.palimpsest.app.casework;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.evidence.anchor.AnchorStore;
import org.palimpsest.evidence.casefile.CaseDescription;
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.NewName;
import org.palimpsest.evidence.entry.v1.People;
import org.palimpsest.evidence.entry.v1.Person;
import org.palimpsest.evidence.format.PersonName;
import org.palimpsest.evidence.key.ExaminerKeys;
import org.palimpsest.evidence.key.KeyException;
import org.palimpsest.evidence.key.SigningKey;

/** Makes and opens cases with the examiner's key. */
public final class OpenCase {
  private final ExaminerKeys keys;
  private final AnchorStore anchors;
  private final Clock clock;

  OpenCase(ExaminerKeys keys, AnchorStore anchors, Clock clock) {
    this.keys = keys;
    this.anchors = anchors;
    this.clock = clock;
  }

  /** Makes a case, and the examiner's key at first use, once nothing else stands in the way. */
  public CaseFile create(Path folder, CaseDescription description, Passwords passwords)
      throws RefusedException, CaseException {
    CaseFile.requireCreatable(folder, description);
    return CaseFile.create(
        folder, description, key(description.examiner(), passwords), anchors, clock);
  }

  /** Opens a case to continue it, as the examiner who made it. */
  public CaseFile forWriting(Path folder, Passwords passwords)
      throws RefusedException, CaseException {
    return forWriting(folder, Optional.empty(), passwords);
  }

  /**
   * Opens a case to continue it.
   *
   * @param keyName name of the key on this computer; the examiner's who made the case by default
   */
  public CaseFile forWriting(Path folder, Optional<String> keyName, Passwords passwords)
      throws RefusedException, CaseException {
    if (CaseFile.isBundle(folder)) {
      throw new RefusedException(
          folder
              + ": is no case folder; a bundle opens for looking only, its case goes on where it"
              + " was made");
    }
    String name;
    People people;
    try (CaseFile look = CaseFile.openReadOnly(folder)) {
      name = keyName.orElse(look.description().examiner());
      people = look.people();
    }
    if (!keys.exists(name)) {
      throw new RefusedException(
          String.format(
              "%s: the key of %s is not on this computer (%s); the case opens read-only only",
              folder, name, keys.file(name)));
    }
    SigningKey key = key(name, passwords);
    requireOwnName(people, name, Optional.of(key));
    return CaseFile.openForWriting(folder, key, anchors, clock);
  }

  /**
   * Opens the key under which a person signs what a case's other people are to believe, or makes it
   * at first use.
   *
   * @throws RefusedException also if the case knows the name under another key: what this one signs
   *     would not count as that person's
   */
  public SigningKey keyOf(String name, People people, Passwords passwords) throws RefusedException {
    if (!keys.exists(name)) {
      requireOwnName(people, name, Optional.empty());
    }
    SigningKey key = key(name, passwords);
    requireOwnName(people, name, Optional.of(key));
    return key;
  }

  private static void requireOwnName(People people, String name, Optional<SigningKey> key)
      throws RefusedException {
    if (key.flatMap(k -> people.find(k.verifyingKey())).isPresent()) {
      return;
    }
    Optional<Person> other =
        people.list().stream().filter(p -> PersonName.same(p.name(), name)).findFirst();
    if (other.isPresent()) {
      throw new RefusedException(
          String.format(
              "%s is admitted under another key, %s, %s: sign where that key is, or have this"
                  + " computer's key admitted too with 'palimpsest case admit'",
              name,
              other.get().key().id(people.origin()),
              key.isPresent()
                  ? "than this computer's, " + key.get().verifyingKey().id(people.origin())
                  : "and this computer has no key of that name"));
    }
  }

  public CaseFile readOnly(Path folder) throws CaseException {
    return CaseFile.openReadOnly(folder);
  }

  /** Whether the examiner's key is on this computer and no password guards it. */
  public boolean hasOpenKey(String examiner) {
    try {
      return keys.exists(examiner) && !keys.passwordProtected(examiner);
    } catch (KeyException e) {
      return false; // it cannot be read, so it is not open
    }
  }

  /**
   * Opens a key of this computer, or makes it at first use.
   *
   * @param examiner the name of the person, or another that tells one person's keys apart
   */
  public SigningKey key(String examiner, Passwords passwords) throws RefusedException {
    try {
      boolean isNew = !keys.exists(examiner);
      if (isNew) {
        NewName.require(examiner); // a key of an older name goes on to be used
      }
      boolean ask = isNew || keys.passwordProtected(examiner);
      return keys.openOrCreate(examiner, ask ? passwords.of(examiner, isNew) : Optional.empty());
    } catch (KeyException e) {
      throw new RefusedException(e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new RefusedException("no key is made: " + e.getMessage(), e);
    }
  }
}
