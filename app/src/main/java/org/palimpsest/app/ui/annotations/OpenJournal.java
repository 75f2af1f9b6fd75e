package org.palimpsest.app.ui.annotations;

import java.util.Optional;
import org.palimpsest.app.annotation.journal.Journal;
import org.palimpsest.app.ui.session.CaseAnnotations;

/**
 * The journal of the signal that is marked at present. Journals are opened in the background, one
 * at a time: a second journal of a signal would find the first one locked. For the window's thread
 * only.
 */
final class OpenJournal {
  private record Target(String id, long samples) {}

  private final CaseAnnotations door;
  private final Runnable changed;
  private Optional<Journal> journal = Optional.empty();
  private Optional<Target> wanted = Optional.empty();
  private boolean opening;

  /**
   * @param changed called when another journal is open, or none
   */
  OpenJournal(CaseAnnotations door, Runnable changed) {
    this.door = door;
    this.changed = changed;
  }

  /** Empty while it is being opened, and where no signal is marked. */
  Optional<Journal> now() {
    return journal;
  }

  /** Turns to another signal; the one before is given back. */
  void turnTo(String id, long samples) {
    Target next = new Target(id, samples);
    if (!wanted.equals(Optional.of(next))) {
      close();
      wanted = Optional.of(next);
      openWanted();
    }
  }

  /** Gives the journal back. */
  void close() {
    wanted = Optional.empty();
    journal.ifPresent(Journal::close);
    journal = Optional.empty();
    changed.run();
  }

  private void openWanted() {
    if (opening || wanted.isEmpty()) {
      return;
    }
    opening = true;
    Target target = wanted.get();
    door.open(
        target.id(), target.samples(), opened -> opened(target, opened), () -> notOpened(target));
  }

  private void opened(Target target, Journal open) {
    opening = false;
    if (wanted.equals(Optional.of(target))) {
      journal = Optional.of(open);
      changed.run();
    } else {
      open.close();
      openWanted();
    }
  }

  private void notOpened(Target target) {
    opening = false;
    if (!wanted.equals(Optional.of(target))) {
      openWanted();
    }
  }
}
