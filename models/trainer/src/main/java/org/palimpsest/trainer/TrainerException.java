package org.palimpsest.trainer;

/** What ends a training without being a defect. The message is one line for the examiner. */
final class TrainerException extends Exception {
  private static final long serialVersionUID = 1L;

  TrainerException(String line) {
    super(line.strip().replaceAll("\\p{Cntrl}+", " "));
  }
}
