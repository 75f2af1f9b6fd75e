package org.palimpsest.evidence.casefile;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.palimpsest.evidence.entry.v1.LedgerEntry;

/** A change that the tables of an older case need before it is continued. */
interface Migration {
  /** What its entry calls it, with a number that grows. */
  String name();

  /** Whether this case needs it. */
  boolean needed(Connection connection, List<LedgerEntry> entries) throws SQLException;

  /** Makes the change, in the transaction that its entry will end. */
  void apply(Connection connection, List<LedgerEntry> entries) throws SQLException;
}
