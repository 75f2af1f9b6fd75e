package org.palimpsest.evidence.verify;

/** Why a reader should know something though it is no finding, for programs. */
public enum FlagCause {
  /** Nothing from outside was compared. */
  NOT_ANCHORED,
  /** The case went on after this copy of it was sealed. */
  NEWER_ANCHOR,
  /** The database was copied to be read. */
  READ_FROM_COPY,
  /** An entry is dated before an earlier one. */
  CLOCK_SET_BACK,
  /** An entry is dated after the verifying machine's clock. */
  CLOCK_AHEAD,
  /** An entry is dated long after the one before. */
  CLOCK_JUMPED,
  /** A file that the format does not know. */
  UNKNOWN_FILE,
  /** What an import left that broke off. */
  REMAINS,
  /** Content that no entry relies on. */
  ORPHAN_BLOB,
  /** A file among the reports that no entry names. */
  REPORT_NOT_ISSUED,
  /** A writer has the case open, or crashed. */
  CASE_OWNER,
  /** A backup that is not what its entry says. */
  BACKUP_CHANGED,
  /** A review that does not count towards a release. */
  REVIEW_DOES_NOT_COUNT,
  /** A second person objects to a report that was released before. */
  OBJECTED_AFTER_RELEASE,
  /** A typed root that fits, without a signature. */
  NO_SIGNATURE,
  /** A time stamp whose authority nobody was asked to trust. */
  AUTHORITY_NOT_CHECKED,
  /** Content that a bundle leaves out, with its reason. */
  CONTENT_OMITTED,
  /** A bundle's text for people, in words that no program that keeps to the format wrote. */
  README_REWORDED,
  /** A signature line of a checkpoint in the case that nobody of the case stands behind. */
  UNKNOWN_SIGNATURE,
  /** A folder that cannot be listed. */
  NOT_LISTED,
  /** There was more to flag than anybody reads. */
  MORE
}
