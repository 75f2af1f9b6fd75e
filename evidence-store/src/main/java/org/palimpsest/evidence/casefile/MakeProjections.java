package org.palimpsest.evidence.casefile;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.ledger.Projections;

/**
 * Makes the projections where there are none, and anew where they do not say what the ledger says.
 */
final class MakeProjections implements Migration {
  @Override
  public String name() {
    return "projections-1";
  }

  @Override
  public boolean needed(Connection connection, List<LedgerEntry> entries) throws SQLException {
    return !new Projections(connection).agreeWith(entries);
  }

  @Override
  public void apply(Connection connection, List<LedgerEntry> entries) throws SQLException {
    Projections projections = new Projections(connection);
    projections.create();
    for (LedgerEntry entry : entries) {
      projections.add(entry);
    }
  }
}
