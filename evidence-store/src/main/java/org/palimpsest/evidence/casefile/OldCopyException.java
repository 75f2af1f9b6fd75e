package org.palimpsest.evidence.casefile;

/** A case is sound in itself, and a checkpoint known of it was made of more entries. */
final class OldCopyException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * @param missing how many entries more
   * @param anchor where that checkpoint is
   */
  OldCopyException(long missing, String anchor) {
    super(
        "is older than a checkpoint known of it, by "
            + missing
            + (missing == 1 ? " entry" : " entries")
            + " ("
            + anchor
            + "): an old copy was put back, or its newest entries were cut off");
  }
}
