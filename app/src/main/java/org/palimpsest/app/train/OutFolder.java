package org.palimpsest.app.train;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.palimpsest.analysis.RefusedException;

/** The folder of a training, held by one process at a time. */
final class OutFolder implements AutoCloseable {
  private final Path path;
  private final FileChannel lock;

  private OutFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * @param data must not hold it, or a training would hear its own pairs
   */
  static OutFolder open(Path out, Path data) throws RefusedException {
    try {
      requireApart(out, data);
      Files.createDirectories(out.resolve("work").resolve("pairs"));
      FileChannel lock =
          FileChannel.open(
              out.resolve("work").resolve("lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      if (!isLocked(lock)) {
        lock.close();
        throw new RefusedException(out + ": another process trains in it");
      }
      return new OutFolder(out, lock);
    } catch (IOException e) {
      throw new RefusedException(
          out + ": cannot be written (" + e.getMessage() + "); choose another --out", e);
    }
  }

  Path path() {
    return path;
  }

  Path work() {
    return path.resolve("work");
  }

  Path pairs() {
    return work().resolve("pairs");
  }

  /** The pairs can be made again, are large and hold the speech. */
  void dropPairs() throws RefusedException {
    try (Stream<Path> list = Files.list(pairs())) {
      for (Path pair : list.toList()) {
        Files.delete(pair);
      }
    } catch (IOException e) {
      throw new RefusedException(pairs() + ": cannot be deleted (" + e.getMessage() + ")", e);
    }
  }

  /** Lets the folder go. */
  @Override
  public void close() throws RefusedException {
    try {
      lock.close();
    } catch (IOException e) {
      throw new RefusedException(path + ": cannot be left (" + e.getMessage() + ")", e);
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static void requireApart(Path out, Path data) throws IOException, RefusedException {
    Path whole = data.toRealPath();
    Path there = out.toAbsolutePath().normalize();
    List<Path> missing = new ArrayList<>();
    while (!Files.exists(there)) {
      missing.add(there.getFileName());
      there = there.getParent();
    }
    there = there.toRealPath();
    if (missing.isEmpty() && !Files.isDirectory(there)) {
      throw new RefusedException(out + ": not a folder");
    }
    if (there.startsWith(whole)) {
      throw new RefusedException(
          out + ": lies inside --data " + data + "; choose a folder outside of it");
    }
  }
}
