package org.palimpsest.evidence.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.palimpsest.evidence.database.CaseFormat;

/**
 * Whether the places that every case has are real folders and plain files. A link in their place
 * would let the case look whole here and be empty where it is copied to.
 */
final class FolderForm {
  private static final String NO_FOLDER = " is a link or a file, not a folder";
  private static final List<String> DATABASE =
      List.of("case.db", "case.db-wal", "case.db-shm", "case.db-journal");
  private static final Pattern PART = Pattern.compile("[0-9a-f]{2}");

  private final Path folder;
  private final Findings findings;

  FolderForm(Path folder, Findings findings) {
    this.folder = folder;
    this.findings = findings;
  }

  void check() {
    oddity(CaseFormat.database(folder))
        .ifPresent(odd -> findings.add(Cause.NOT_A_PLAIN_FILE, Subject.LEDGER, "case.db" + odd));
    checkFolder(folder.resolve("reports"), "reports");
    Path blobs = CaseFormat.blobs(folder);
    checkFolder(blobs, "blobs");
    try (Stream<Path> parts = Files.list(blobs)) {
      parts
          .map(part -> part.getFileName().toString())
          .filter(name -> PART.matcher(name).matches())
          .sorted()
          .forEach(name -> checkFolder(blobs.resolve(name), "blobs/" + name));
    } catch (IOException | UncheckedIOException e) {
      return; // each content that cannot be reached is a finding of its own
    }
  }

  /** What stands there that is no plain file, in words that begin with a space, if that is so. */
  static Optional<String> oddity(Path path) {
    if (Files.isSymbolicLink(path)) {
      return Optional.of(" is a link, not a plain file");
    }
    if (Files.isDirectory(path)) {
      return Optional.of(" is a folder, not a plain file");
    }
    boolean special = Files.exists(path) && !Files.isRegularFile(path);
    return special
        ? Optional.of(" is a special file (a pipe, a device), not a plain file")
        : Optional.empty();
  }

  /** What SQLite would open beside or instead of a plain file, and perhaps wait for, for ever. */
  static Optional<String> unsafeToOpen(Path folder) {
    return DATABASE.stream()
        .filter(name -> Files.exists(folder.resolve(name)))
        .filter(name -> !Files.isRegularFile(folder.resolve(name)))
        .map(name -> name + oddity(folder.resolve(name)).orElse(""))
        .findFirst();
  }

  private void checkFolder(Path path, String name) {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)
        && !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      findings.add(Cause.NOT_A_PLAIN_FILE, Subject.BLOB, name + NO_FOLDER);
    }
  }
}
