package org.palimpsest.evidence.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/**
 * Writing that survives a crash: a temporary name, fsync, rename, fsync of the folder. At no moment
 * does the final name stand for half a file.
 */
public final class DurableFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private DurableFile() {}

  /**
   * Writes {@code content} in place of what was there.
   *
   * @throws IOException if it is not on the disk; the file is then as before
   */
  public static void write(Path file, byte[] content) throws IOException {
    write(file, content, false);
  }

  /** As {@link #write(Path, byte[])}, readable for the owner only where the system knows owners. */
  public static void writePrivate(Path file, byte[] content) throws IOException {
    write(file, content, true);
  }

  /** Gives a finished file its final name, for good. */
  public static void publish(Path incoming, Path file) throws IOException {
    Files.move(incoming, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncFolder(file.toAbsolutePath().getParent());
  }

  /** Makes a folder and its parents, for the owner only where the system knows owners. */
  public static void createPrivateFolder(Path folder) throws IOException {
    if (knowsOwners(folder)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(folder);
    }
  }

  /** Waits until the content of {@code file} is on the disk. */
  public static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Waits until the names in {@code folder} are on the disk, where the system can tell. */
  public static void syncFolder(Path folder) throws IOException {
    if (!knowsOwners(folder)) {
      return; // Windows opens no folder and journals names by itself
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Whether others than the owner may read or write {@code file}. */
  public static boolean isOpenToOthers(Path file) throws IOException {
    return knowsOwners(file) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file));
  }

  private static void write(Path file, byte[] content, boolean ownerOnly) throws IOException {
    Path incoming = file.resolveSibling("." + UUID.randomUUID() + ".incoming");
    try {
      create(incoming, ownerOnly);
      Files.write(incoming, content);
      sync(incoming);
      publish(incoming, file);
    } finally {
      Files.deleteIfExists(incoming);
    }
  }

  private static void create(Path file, boolean ownerOnly) throws IOException {
    if (ownerOnly && knowsOwners(file)) {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    } else {
      Files.createFile(file);
    }
  }

  private static boolean knowsOwners(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
