package org.palimpsest.evidence.format;

/** A text is not a signed note, or not the note of a checkpoint. */
public final class NoteException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  NoteException(String message) {
    super(message);
  }

  NoteException(String message, Throwable cause) {
    super(message, cause);
  }
}
