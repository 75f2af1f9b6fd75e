package org.palimpsest.evidence.verify;

import java.util.function.Function;

/** Where a case lies: in a folder, or in a bundle. */
interface CaseSource extends AutoCloseable {
  /**
   * Reads entries and checkpoints, all as they were at one moment.
   *
   * @param fresh an examination that has read nothing
   * @return the one that has read them
   */
  Examination read(Function<CaseContents, Examination> fresh);

  @Override
  void close();
}
