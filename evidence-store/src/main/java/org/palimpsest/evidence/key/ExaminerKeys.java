package org.palimpsest.evidence.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.operator.OperatorCreationException;
import org.palimpsest.evidence.files.DurableFile;
import org.palimpsest.evidence.files.UserDataFolder;

/**
 * The folder of key files, one per examiner, made at first use. Every key file is for its owner
 * only (mode 600 where the system has modes).
 */
public final class ExaminerKeys {
  private static final char[] NO_PASSWORD = {};

  private final Path folder;
  private final Clock clock;

  /**
   * @param folder where the key files are; made when the first key is
   * @param clock for the begin of a new certificate
   */
  public ExaminerKeys(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** The keys of the user who runs this process. */
  public static ExaminerKeys ofThisUser() {
    return new ExaminerKeys(UserDataFolder.ofThisUser().resolve("keys"), Clock.systemUTC());
  }

  /** The file of an examiner's key, whether or not it is there. */
  public Path file(String examiner) {
    return folder.resolve(fileName(examiner) + ".p12");
  }

  /** Whether the examiner has a key. */
  public boolean exists(String examiner) {
    return Files.exists(file(examiner));
  }

  /**
   * Whether the key is there and does not open without a password: only then, or before a key is
   * made, is there a reason to ask for one.
   *
   * @throws KeyException if the file cannot be read
   */
  public boolean passwordProtected(String examiner) throws KeyException {
    return exists(examiner) && tryOpen(file(examiner), NO_PASSWORD).isEmpty();
  }

  /**
   * Opens the examiner's key, or makes it: with the password, or without one where none is given. A
   * key that was made without a password opens whatever password is given; ask {@link
   * SigningKey#passwordProtected}. The array is not kept and not cleared.
   *
   * @throws KeyException if the password is wrong or missing, or not ASCII for a new key, others
   *     may read a key that has no password, or the file cannot be read or made
   */
  public SigningKey openOrCreate(String examiner, Optional<char[]> password) throws KeyException {
    Path file = file(examiner);
    if (!Files.exists(file)) {
      create(examiner, file, password.orElse(NO_PASSWORD));
    }
    Optional<SigningKey> open = tryOpen(file, NO_PASSWORD);
    if (open.isPresent()) {
      requirePrivate(file);
      return open.get();
    }
    if (password.isEmpty() || password.get().length == 0) {
      throw new KeyException(
          "The key "
              + file
              + " is password-protected: give its password"
              + " (PALIMPSEST_KEY_PASSWORD, or type it when asked).");
    }
    return tryOpen(file, password.get())
        .orElseThrow(
            () ->
                new KeyException(
                    "The key "
                        + file
                        + " does not open: the password is wrong, or the file is"
                        + " damaged and must come back from a backup."));
  }

  private void create(String examiner, Path file, char[] password) throws KeyException {
    requireAscii(file, password);
    try {
      DurableFile.createPrivateFolder(folder);
      DurableFile.writePrivate(file, KeyFile.make(examiner, password, clock.instant()));
    } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
      throw new KeyException(
          "The key "
              + file
              + " cannot be made: check that its folder can be written ("
              + e.getMessage()
              + ").",
          e);
    }
  }

  private static Optional<SigningKey> tryOpen(Path file, char[] password) throws KeyException {
    byte[] content;
    try {
      content = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new KeyException("The key " + file + " cannot be read: check its permissions.", e);
    }
    try {
      return Optional.of(KeyFile.open(content, password));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      // PKCS#12 does not tell a wrong password from damage
      return Optional.empty();
    } finally {
      Arrays.fill(content, (byte) 0);
    }
  }

  /** The JDK encrypts PKCS#12 with no other. */
  private static void requireAscii(Path file, char[] password) throws KeyException {
    for (char c : password) {
      if (c < 0x20 || c > 0x7e) {
        throw new KeyException(
            "The key " + file + " is not made: use a password of ASCII characters alone.");
      }
    }
  }

  private static void requirePrivate(Path file) throws KeyException {
    try {
      if (DurableFile.isOpenToOthers(file)) {
        throw new KeyException(
            "The key " + file + " has no password and others may read it: chmod 600 it.");
      }
    } catch (IOException e) {
      throw new KeyException("The key " + file + " cannot be read: check its permissions.", e);
    }
  }

  /** A name may hold any character; a file name may not. */
  private static String fileName(String examiner) {
    StringBuilder out = new StringBuilder();
    for (byte b : examiner.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || " -_".indexOf(c) >= 0);
      boolean innerDot = c == '.' && out.length() > 0;
      out.append(plain || innerDot ? String.valueOf(c) : String.format("%%%02x", (int) c));
    }
    return out.toString();
  }
}
