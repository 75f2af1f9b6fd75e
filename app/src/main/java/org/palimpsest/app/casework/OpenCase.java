package org.palimpsest.app.casework;

import java.nio.file.Path;
import java.time.Clock;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.evidence.anchor.AnchorStore;
import org.palimpsest.evidence.casefile.CaseDescription;
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;
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

  /** Makes a case, and the examiner's key at first use. */
  public CaseFile create(Path folder, CaseDescription description, Passwords passwords)
      throws RefusedException, CaseException {
    return CaseFile.create(
        folder, description, key(description.examiner(), passwords), anchors, clock);
  }

  /** Opens a case to continue it, as the examiner who made it. */
  public CaseFile forWriting(Path folder, Passwords passwords)
      throws RefusedException, CaseException {
    String examiner;
    try (CaseFile look = CaseFile.openReadOnly(folder)) {
      examiner = look.description().examiner();
    }
    if (!keys.exists(examiner)) {
      throw new RefusedException(
          String.format(
              "%s: the key of %s is not on this computer (%s); the case opens read-only only",
              folder, examiner, keys.file(examiner)));
    }
    return CaseFile.openForWriting(folder, key(examiner, passwords), anchors, clock);
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

  private SigningKey key(String examiner, Passwords passwords) throws RefusedException {
    if (examiner.isBlank()) {
      throw new RefusedException("a case needs an examiner: the name was left empty");
    }
    try {
      boolean isNew = !keys.exists(examiner);
      boolean ask = isNew || keys.passwordProtected(examiner);
      return keys.openOrCreate(
          examiner, ask ? passwords.of(examiner, isNew) : java.util.Optional.empty());
    } catch (KeyException e) {
      throw new RefusedException(e.getMessage(), e);
    }
  }
}
