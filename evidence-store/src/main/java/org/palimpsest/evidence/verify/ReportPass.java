package org.palimpsest.evidence.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares the files in {@code reports} with the reports that the ledger says were issued. */
final class ReportPass {
  private final Path folder;
  private final Findings findings;

  ReportPass(Path folder, Findings findings) {
    this.folder = folder;
    this.findings = findings;
  }

  /**
   * @param issued by file name
   */
  void check(Map<String, Issued> issued, List<String> remarks) {
    issued.forEach(
        (name, report) ->
            problem(name, report)
                .map(words -> finding(report, "reports/" + name + " " + words))
                .ifPresent(findings::add));
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return; // no report, no folder
    }
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> !issued.containsKey(name))
          .forEach(name -> remarks.add("reports/" + name + " was issued by no entry"));
    } catch (IOException e) {
      remarks.add("the folder reports cannot be listed");
    }
  }

  /**
   * A report that was issued.
   *
   * @param seq of the entry
   * @param blob its bytes
   */
  record Issued(long seq, BlobClaim blob) {}

  private Optional<String> problem(String name, Issued report) {
    Path file = folder.resolve(name);
    if (!file.normalize().equals(file) || !folder.equals(file.getParent())) {
      return Optional.of("is no plain file name");
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of("is missing; the ledger still holds it as content");
    }
    try {
      return BlobPass.hash(file).equals(report.blob().sha256())
          ? Optional.empty()
          : Optional.of("is not the report that was issued");
    } catch (IOException e) {
      return Optional.of("cannot be read");
    }
  }

  private static Finding finding(Issued report, String words) {
    return new Finding(
        Subject.BLOB, Optional.of(report.seq()), Optional.of(report.blob().sha256().hex()), words);
  }
}
