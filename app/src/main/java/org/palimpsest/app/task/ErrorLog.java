package org.palimpsest.app.task;

import java.time.Clock;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The one place where errors end, newest first. For the window's thread only. */
public final class ErrorLog {
  private static final int MOST = 200;

  private final Clock clock;
  private final ObservableList<ErrorNote> notes = FXCollections.observableArrayList();
  private final ObservableList<ErrorNote> shown = FXCollections.unmodifiableObservableList(notes);

  public ErrorLog(Clock clock) {
    this.clock = clock;
  }

  public ObservableList<ErrorNote> notes() {
    return shown;
  }

  /**
   * @param doing what was being done, in words
   */
  public void add(String doing, Throwable cause) {
    add(ErrorNote.of(clock.instant(), doing, cause));
  }

  /** Notes a step that ended without a result; its entry is in the ledger. */
  public void addStep(String doing, String words) {
    add(new ErrorNote(clock.instant(), "S-FAIL", doing, words, ""));
  }

  /** Notes something that went otherwise than expected and harmed nothing. */
  public void addLine(String words) {
    add(new ErrorNote(clock.instant(), "S-NOTE", "Note", words, ""));
  }

  public void clear() {
    notes.clear();
  }

  private void add(ErrorNote note) {
    notes.add(0, note);
    if (notes.size() > MOST) {
      notes.remove(MOST, notes.size());
    }
  }
}
