package org.palimpsest.app.annotation.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.app.annotation.AnnotatedSignal;
import org.palimpsest.evidence.files.DurableFile;

/** Where this user's journals are: one for each case and signal, outside every case. */
public final class JournalFolder {
  private final Path root;
  private final Clock clock;
  private final Set<Path> held = new HashSet<>(); // a process cannot see its own file locks

  /**
   * @param root made when it is first needed
   */
  public JournalFolder(Path root, Clock clock) {
    this.root = root;
    this.clock = clock;
  }

  /**
   * Says where a new journal begins.
   *
   * <p>Asked only where there is none.
   */
  @FunctionalInterface
  public interface Beginning {
    Basis basis() throws RefusedException;
  }

  /** The file of a journal, whether or not it is there. */
  public Path file(UUID caseId, AnnotatedSignal signal) {
    String name = signal.sha256().hex() + "-" + signal.channel() + ".journal";
    return root.resolve(caseId.toString()).resolve(name);
  }

  /**
   * Opens a journal, and makes it where there is none. One that another program has is read as it
   * is now, and cannot be changed.
   *
   * @throws RefusedException in one line, if it cannot be read or made
   */
  public Journal open(UUID caseId, AnnotatedSignal signal, Beginning beginning)
      throws RefusedException {
    Path file = file(caseId, signal);
    try {
      DurableFile.createPrivateFolder(file.getParent());
      Optional<FileLock> lock = lock(file);
      return lock.isPresent()
          ? openLocked(file, lock.get(), caseId, signal, beginning)
          : new Journal(
              file, look(file, caseId, signal, beginning), Optional.empty(), () -> {}, clock);
    } catch (IOException e) {
      throw new RefusedException(
          file + ": the journal of annotations cannot be opened (" + e.getMessage() + ")", e);
    }
  }

  private Journal openLocked(
      Path file, FileLock lock, UUID caseId, AnnotatedSignal signal, Beginning beginning)
      throws IOException, RefusedException {
    FileChannel out = null;
    try {
      Optional<JournalText.Read> there =
          JournalText.read(bytes(file), file.toString(), caseId, signal);
      if (there.isEmpty()) {
        DurableFile.writePrivate(file, JournalText.line(beginning.basis().toJson()));
      }
      JournalText.Read read =
          there.isPresent() ? there.get() : look(file, caseId, signal, beginning);
      out = FileChannel.open(file, StandardOpenOption.WRITE);
      out.truncate(read.length());
      return new Journal(file, read, Optional.of(out), () -> release(file, lock), clock);
    } catch (IOException | RefusedException | RuntimeException e) {
      if (out != null) {
        out.close();
      }
      release(file, lock);
      throw e;
    }
  }

  private static JournalText.Read look(
      Path file, UUID caseId, AnnotatedSignal signal, Beginning beginning)
      throws IOException, RefusedException {
    Optional<JournalText.Read> read =
        JournalText.read(bytes(file), file.toString(), caseId, signal);
    if (read.isPresent()) {
      return read.get();
    }
    Basis basis = beginning.basis();
    return new JournalText.Read(basis, new History(basis.annotations()), 0);
  }

  private static byte[] bytes(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
  }

  /** Empty where another program, or another window of this one, has it. */
  private synchronized Optional<FileLock> lock(Path file) throws IOException {
    if (!held.add(file)) {
      return Optional.empty();
    }
    Optional<FileLock> lock = Optional.empty();
    FileChannel channel = null;
    try {
      // beside it: closing any other channel of a file gives up the process's lock on it
      channel =
          FileChannel.open(
              file.resolveSibling(file.getFileName() + ".lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      lock = Optional.ofNullable(channel.tryLock());
      return lock;
    } finally {
      if (lock.isEmpty()) {
        held.remove(file);
        if (channel != null) {
          channel.close();
        }
      }
    }
  }

  private synchronized void release(Path file, FileLock lock) {
    try {
      lock.acquiredBy().close();
    } catch (IOException e) {
      return; // the lock ends with the process
    } finally {
      held.remove(file);
    }
  }
}
