package org.palimpsest.evidence.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks through a case folder for what the ledger does not speak of. */
final class FolderLook {
  private static final int MOST_NAMED = 20;
  private static final int DEEPEST = 32;
  private static final Set<String> OWN = Set.of("case.db", "case.db-wal", "case.db-shm");
  private static final Pattern REMAINS = Pattern.compile("blobs/(.*/)?\\.incoming-[^/]*");
  private static final Pattern BLOB = Pattern.compile("blobs/[0-9a-f]{2}/[0-9a-f]{62}");

  private final Path folder;
  private final Set<String> known;
  private final Backups backups;
  private final Flags flags;
  private final List<String> unknown = new ArrayList<>();
  private long unknownCount;
  private long remains;
  private long orphans;
  private long orphanBytes;

  FolderLook(Path folder, Claims claims, CaseHistory history, Flags flags) {
    this.folder = folder;
    this.flags = flags;
    this.backups = new Backups(history.migrations(), flags);
    this.known =
        claims.all().keySet().stream()
            .map(claim -> "blobs/" + claim.sha256().blobPath())
            .collect(Collectors.toCollection(HashSet::new));
    history.reports().all().forEach(report -> known.add("reports/" + report.fileName()));
  }

  void look() {
    // the folder itself may be reached by a link, nothing in it is
    try (Stream<Path> files = Files.walk(folder.toRealPath(), DEEPEST)) {
      Path real = folder.toRealPath();
      files
          .filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .forEach(file -> see(real.relativize(file).toString().replace('\\', '/'), file));
    } catch (IOException | UncheckedIOException e) {
      flags.add(FlagCause.NOT_LISTED, "the folder " + folder.getFileName() + " cannot be listed");
    }
    if (remains > 0) {
      String words = files(remains) + " in blobs that an import left which broke off";
      flags.add(FlagCause.REMAINS, words);
    }
    if (orphans > 0) {
      String words = files(orphans) + " in blobs that no entry relies on, ";
      flags.add(FlagCause.ORPHAN_BLOB, words + PlainWords.count(orphanBytes, "byte", "bytes"));
    }
    unknown.forEach(name -> flags.add(FlagCause.UNKNOWN_FILE, name + " is no part of a case"));
    if (unknownCount > unknown.size()) {
      long more = unknownCount - unknown.size();
      String words = PlainWords.count(more, "more file is", "more files are");
      flags.add(FlagCause.UNKNOWN_FILE, words + " no part of a case");
    }
  }

  private static String files(long number) {
    return PlainWords.count(number, "file", "files");
  }

  private void see(String name, Path file) {
    boolean plain = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    boolean own = plain && (OWN.contains(name) || backups.knows(name, file));
    if (own || known.contains(name)) {
      return;
    }
    if (name.equals("case.owner")) {
      flags.add(
          FlagCause.CASE_OWNER, "case.owner is there: a program writes the case, or broke off");
    } else if (plain && REMAINS.matcher(name).matches()) {
      remains++;
    } else if (plain && BLOB.matcher(name).matches()) {
      orphans++;
      orphanBytes += file.toFile().length();
    } else if (name.startsWith("reports/")) {
      flags.add(FlagCause.REPORT_NOT_ISSUED, name + " was issued by no entry");
    } else {
      unknownCount++;
      if (unknown.size() < MOST_NAMED) {
        unknown.add(name);
      }
    }
  }
}
