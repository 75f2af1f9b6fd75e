package org.palimpsest.evidence.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.palimpsest.evidence.format.Sha256;

/** Reads every blob that an entry relies on, to its end. */
final class BlobPass {
  private static final int BUFFER = 1 << 16;

  private final Path folder;
  private final Findings findings;

  BlobPass(Path folder, Findings findings) {
    this.folder = folder;
    this.findings = findings;
  }

  void check(Map<BlobClaim, Long> claims) {
    claims.forEach(
        (claim, seq) -> {
          Optional<String> hash = Optional.of(claim.sha256().hex());
          problem(claim)
              .map(words -> new Finding(Subject.BLOB, Optional.of(seq), hash, words))
              .ifPresent(findings::add);
        });
  }

  /** Says how many files are there that no entry speaks of: a broken-off import leaves such. */
  void remarkStrays(Set<BlobClaim> claims, List<String> remarks) {
    Set<Path> known = new HashSet<>();
    claims.forEach(claim -> known.add(path(claim.sha256())));
    try (Stream<Path> files = Files.walk(folder, 2)) {
      long strays =
          files
              .filter(f -> !Files.isDirectory(f, LinkOption.NOFOLLOW_LINKS) && !known.contains(f))
              .count();
      if (strays > 0) {
        remarks.add(strays + " file(s) in " + folder.getFileName() + " that no entry relies on");
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      remarks.add("the folder " + folder.getFileName() + " cannot be listed");
    }
  }

  private Optional<String> problem(BlobClaim claim) {
    Path path = path(claim.sha256());
    try {
      // a link or a device could point anywhere, or never end
      if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        return Optional.of("the content is missing");
      }
      long size = Files.size(path);
      if (size != claim.size()) {
        return Optional.of("the content has " + size + " bytes, not " + claim.size());
      }
      return hash(path).equals(claim.sha256())
          ? Optional.empty()
          : Optional.of("the content was changed");
    } catch (IOException e) {
      return Optional.of("the content cannot be read");
    }
  }

  static Sha256 hash(Path path) throws IOException {
    MessageDigest digest = Sha256.newDigest();
    try (InputStream in = Files.newInputStream(path)) {
      byte[] buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return Sha256.ofRaw(digest.digest());
  }

  private Path path(Sha256 sha256) {
    return folder.resolve(sha256.hex().substring(0, 2)).resolve(sha256.hex().substring(2));
  }
}
