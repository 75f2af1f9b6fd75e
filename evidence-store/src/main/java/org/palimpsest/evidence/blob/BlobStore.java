package org.palimpsest.evidence.blob;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.UUID;
import org.palimpsest.evidence.files.DurableFile;
import org.palimpsest.evidence.format.Sha256;

/**
 * The folder {@code blobs} of a case. What {@code put} has answered is on the disk under its hash,
 * read-only, and stays there; a crash before that leaves at most a file whose name starts with
 * {@value #INCOMING}, which nothing reads. The same content is stored once.
 *
 * <p>Safe for several threads.
 */
public final class BlobStore {
  private static final String INCOMING = ".incoming-";
  private static final int BUFFER = 1 << 16;

  private final Path folder;
  private final boolean writable;

  /**
   * @param folder where the blobs are
   * @param writable whether {@code put} is allowed
   */
  public BlobStore(Path folder, boolean writable) {
    this.folder = folder;
    this.writable = writable;
  }

  /**
   * Stores everything up to the end of {@code content}, hashing while it copies. Does not close the
   * stream.
   *
   * @throws IOException if the case is open for reading only, the stream fails, the disk is full,
   *     or a blob of this name is there with another size; nothing is stored then
   */
  public BlobRef put(InputStream content) throws IOException {
    if (!writable) {
      throw new IOException("the case is open for reading only: open it for writing");
    }
    Files.createDirectories(folder);
    Path incoming = folder.resolve(INCOMING + UUID.randomUUID());
    try {
      BlobRef ref = copy(content, incoming);
      keep(incoming, ref);
      return ref;
    } finally {
      Files.deleteIfExists(incoming);
    }
  }

  /** As {@link #put}, for a file, which is only read. */
  public BlobRef putFile(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      return put(content);
    }
  }

  /**
   * The content from its beginning. The stream fails at its end if the content was changed.
   *
   * @throws IOException if there is no such blob
   */
  public InputStream open(Sha256 sha256) throws IOException {
    try {
      return new CheckedInputStream(Files.newInputStream(path(sha256)), sha256);
    } catch (NoSuchFileException e) {
      throw new IOException(missing(sha256), e);
    }
  }

  /**
   * Reads all of a blob.
   *
   * @throws IOException if it is missing or was changed
   */
  public void check(Sha256 sha256) throws IOException {
    try (InputStream content = open(sha256)) {
      content.transferTo(OutputStream.nullOutputStream());
    }
  }

  /** Where a blob is or would be. Read it through {@link #open} wherever that is possible. */
  public Path path(Sha256 sha256) {
    return folder.resolve(sha256.blobPath());
  }

  /** Whether a blob of this name and size is there; its content is not read. */
  public boolean contains(BlobRef ref) throws IOException {
    Path path = path(ref.sha256());
    return Files.isRegularFile(path) && Files.size(path) == ref.size();
  }

  private static BlobRef copy(InputStream content, Path incoming) throws IOException {
    MessageDigest digest = Sha256.newDigest();
    long size = 0;
    try (OutputStream out = Files.newOutputStream(incoming, StandardOpenOption.CREATE_NEW)) {
      byte[] buffer = new byte[BUFFER];
      for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
        digest.update(buffer, 0, n);
        out.write(buffer, 0, n);
        size += n;
      }
    }
    return new BlobRef(Sha256.ofRaw(digest.digest()), size);
  }

  private void keep(Path incoming, BlobRef ref) throws IOException {
    Path path = path(ref.sha256());
    if (Files.exists(path)) {
      if (!contains(ref)) {
        throw new IOException(
            "the stored content " + ref.sha256() + " was changed: run verify on this case");
      }
      return;
    }
    DurableFile.sync(incoming);
    if (!incoming.toFile().setReadOnly()) {
      throw new IOException("cannot make " + incoming + " read-only: use another file system");
    }
    Files.createDirectories(path.getParent());
    DurableFile.publish(incoming, path);
    DurableFile.syncFolder(folder);
  }

  private String missing(Sha256 sha256) {
    return "the content " + sha256 + " is not in " + folder + ": run verify on this case";
  }
}
