package org.palimpsest.evidence.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.palimpsest.evidence.database.CaseFormat;

/**
 * Whether the places that every case has are real folders and plain files. A link in their place
 * would let the case look whole here and be empty where it is copied to.
 */
final class FolderForm {
  static final String NOT_PLAIN = "is a link, a folder or a special file, not a plain file";

  private static final String NO_FOLDER = " is a link or a file, not a folder";
  private static final Pattern PART = Pattern.compile("[0-9a-f]{2}");

  private final Path folder;
  private final Findings findings;

  FolderForm(Path folder, Findings findings) {
    this.folder = folder;
    this.findings = findings;
  }

  void check() {
    if (isOther(CaseFormat.database(folder))) {
      findings.add(Cause.NOT_A_PLAIN_FILE, Subject.LEDGER, "case.db " + NOT_PLAIN);
    }
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

  /** Whether something is there that is no plain file. */
  static boolean isOther(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }

  private void checkFolder(Path path, String name) {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)
        && !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      findings.add(Cause.NOT_A_PLAIN_FILE, Subject.BLOB, name + NO_FOLDER);
    }
  }
}
