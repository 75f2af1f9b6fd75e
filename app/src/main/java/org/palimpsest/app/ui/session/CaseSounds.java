package org.palimpsest.app.ui.session;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.method.CancelledException;
import org.palimpsest.analysis.restoration.Confidence;
import org.palimpsest.app.casework.SoundArchive;
import org.palimpsest.app.task.BackgroundTask;
import org.palimpsest.app.task.BackgroundTasks;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.format.Sha256;

/** The signals of the open case; what is done was hashed, what arrives was not yet. */
public final class CaseSounds {
  private final SoundArchive archive;
  private final CaseFile file;
  private final BackgroundTasks tasks;

  CaseSounds(SoundArchive archive, CaseFile file, BackgroundTasks tasks) {
    this.archive = archive;
    this.file = file;
    this.tasks = tasks;
  }

  /**
   * A signal or its beginning.
   *
   * @param sha256 of the bytes it was read from
   */
  public record Signal(Sha256 sha256, AudioClip clip) {}

  /**
   * Reads a signal.
   *
   * @param prepare makes of it what is to be shown, in the background; also of its beginning,
   *     several times a second while the rest is read
   * @param arriving gets what was made of a beginning: to be looked at, not to be relied on
   */
  public <T> BackgroundTask read(
      String id, Function<Signal, T> prepare, Consumer<T> arriving, Consumer<T> done) {
    return tasks.quietly(
        "Reading " + id,
        task -> {
          Sha256 hash = archive.hashOf(file, id);
          AudioClip clip =
              load(
                  id,
                  task,
                  soFar -> {
                    T beginning = prepare.apply(new Signal(hash, soFar));
                    task.meanwhile(() -> arriving.accept(beginning));
                  });
          return prepare.apply(new Signal(hash, clip));
        },
        done);
  }

  /** Reads the signal of a restoration, and how far it can be believed. */
  public <T> BackgroundTask restored(
      String id, BiFunction<Signal, Optional<Confidence>, T> prepare, Consumer<T> done) {
    return tasks.quietly(
        "Reading " + id,
        task -> {
          Signal signal = new Signal(archive.hashOf(file, id), load(id, task, soFar -> {}));
          return prepare.apply(signal, archive.confidence(file, id));
        },
        done);
  }

  private AudioClip load(String id, BackgroundTask task, Consumer<AudioClip> arriving)
      throws RefusedException, CancelledException {
    try {
      SoundArchive.Sound sound =
          archive.load(
              file,
              id,
              soFar -> {
                if (task.requested()) {
                  throw new RefusedException(id + ": nobody wants it any more");
                }
                arriving.accept(soFar);
              });
      return sound.clip();
    } catch (RefusedException e) {
      task.check();
      throw e;
    }
  }
}
