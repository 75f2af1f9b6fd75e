package org.palimpsest.app.annotation.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.app.annotation.Annotations;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.UtcTime;

/**
 * The annotations of one signal and everything that was ever done to them. What a method did is on
 * the disk when it returns; after a refusal nothing has changed. Undo and redo have no limit and go
 * on after a restart. Safe for several threads.
 */
public final class Journal implements AutoCloseable {
  private final Path file;
  private final Basis basis;
  private final History history;
  private final Optional<FileChannel> channel;
  private final Runnable unlock;
  private final Clock clock;
  private long length;

  /**
   * @param channel to append to; empty where it is only looked at
   * @param unlock gives the journal back to others
   */
  Journal(
      Path file,
      JournalText.Read read,
      Optional<FileChannel> channel,
      Runnable unlock,
      Clock clock) {
    this.file = file;
    this.basis = read.basis();
    this.history = read.history();
    this.length = read.length();
    this.channel = channel;
    this.unlock = unlock;
    this.clock = clock;
  }

  public synchronized Annotations annotations() {
    return history.annotations();
  }

  /** What it began with. */
  public Basis basis() {
    return basis;
  }

  /** Whether changes can be made; if not, another program has it. */
  public boolean writable() {
    return channel.isPresent();
  }

  /** What an undo would take back, in words. */
  public synchronized Optional<String> undoTitle() {
    return history.undoTitle();
  }

  /** What a redo would do again, in words. */
  public synchronized Optional<String> redoTitle() {
    return history.redoTitle();
  }

  /** How many changes it holds, undone ones too. */
  public synchronized int size() {
    return history.size();
  }

  /**
   * Makes a change.
   *
   * @throws RefusedException if it does not fit what is there, or cannot be kept
   */
  public synchronized void make(Change change) throws RefusedException {
    requireWritable();
    try {
      history.require(change);
    } catch (IllegalArgumentException e) {
      throw new RefusedException("the change does not fit: " + e.getMessage(), e);
    }
    keep(JournalText.change(change, history.state()));
    history.take(change);
  }

  /** Takes the newest change back, if there is one. */
  public synchronized void undo() throws RefusedException {
    if (history.undoTitle().isPresent()) {
      go(history.undoTarget());
    }
  }

  /** Makes the change again that was taken back last, if there is one. */
  public synchronized void redo() throws RefusedException {
    if (history.redoTitle().isPresent()) {
      go(history.redoTarget());
    }
  }

  /** Gives the journal back; nothing is left to be written. */
  @Override
  public synchronized void close() {
    try {
      if (channel.isPresent()) {
        channel.get().close();
      }
    } catch (IOException e) {
      return; // every line is on the disk already
    } finally {
      unlock.run();
    }
  }

  private void go(int target) throws RefusedException {
    requireWritable();
    keep(JournalText.move(target, UtcTime.format(clock.instant())));
    history.move(target);
  }

  private void requireWritable() throws RefusedException {
    if (channel.isEmpty()) {
      throw new RefusedException(
          file + ": another program has these annotations open; here they can be looked at only");
    }
  }

  private void keep(JsonObject json) throws RefusedException {
    byte[] line = JournalText.line(json);
    FileChannel out = channel.orElseThrow();
    try {
      ByteBuffer rest = ByteBuffer.wrap(line);
      long at = length;
      while (rest.hasRemaining()) {
        at += out.write(rest, at);
      }
      out.force(false);
      length = at;
    } catch (IOException e) {
      cutBack(out);
      throw new RefusedException(file + ": the change cannot be kept (" + e.getMessage() + ")", e);
    }
  }

  private void cutBack(FileChannel out) {
    try {
      out.truncate(length);
    } catch (IOException e) {
      return; // the next change is written over what is left, and a reader drops a torn end
    }
  }
}
