package org.palimpsest.evidence.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.palimpsest.evidence.database.CaseFormat;
import org.palimpsest.evidence.format.Sha256;

/** The content of a case folder. Links are not followed: they could lead anywhere. */
final class FolderContents implements CaseContents {
  private static final String REPORTS = "reports";

  private final Path folder;

  FolderContents(Path folder) {
    this.folder = folder;
  }

  @Override
  public Optional<Content> blob(Sha256 sha256) throws IOException {
    return file(path(sha256));
  }

  @Override
  public Optional<String> oddity(Sha256 sha256) {
    return FolderForm.oddity(path(sha256));
  }

  @Override
  public Optional<String> reportOddity(String fileName) {
    return FolderForm.oddity(reportPath(fileName));
  }

  @Override
  public void checkForm(Findings findings) {
    new FolderForm(folder, findings).check();
  }

  @Override
  public Optional<Content> report(String fileName) throws IOException {
    return file(reportPath(fileName));
  }

  @Override
  public Optional<String> omission(BlobClaim claim) {
    return Optional.empty();
  }

  @Override
  public void flagTheRest(Claims claims, CaseHistory history, Flags flags) {
    new FolderLook(folder, claims, history, flags).look();
  }

  private Path reportPath(String fileName) {
    Path reports = folder.resolve(REPORTS);
    Path file = reports.resolve(fileName);
    if (!file.normalize().equals(file) || !reports.equals(file.getParent())) {
      throw new IllegalArgumentException("is no plain file name");
    }
    return file;
  }

  private Path path(Sha256 sha256) {
    String hex = sha256.hex();
    Path blobs = CaseFormat.blobs(folder);
    return blobs.resolve(hex.substring(0, 2)).resolve(hex.substring(2));
  }

  /**
   * A plain file, or a link to one.
   *
   * @throws IOException if there is none
   */
  static Content plain(Path path) throws IOException {
    return file(path.toRealPath()).orElseThrow(() -> new IOException("it is no plain file"));
  }

  /** A link or a device could point anywhere, or never end: neither is content. */
  static Optional<Content> file(Path path) throws IOException {
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    return Optional.of(new Content(Files.size(path), () -> Files.newInputStream(path)));
  }
}
