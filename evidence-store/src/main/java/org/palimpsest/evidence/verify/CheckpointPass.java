package org.palimpsest.evidence.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.palimpsest.evidence.format.Checkpoint;

/** Reads every checkpoint once, the smallest first, and compares it with the entries. */
final class CheckpointPass {
  private static final String SQL =
      "SELECT typeof(size), size, typeof(note),"
          + " CASE WHEN length(CAST(note AS BLOB)) <= "
          + NoteReading.LARGEST
          + " THEN CAST(note AS BLOB) END FROM checkpoint ORDER BY size";

  private final PrefixTree tree;
  private final Optional<Identity> identity;
  private final Findings findings;
  private long count;
  private long expected = 1;
  private Optional<Long> firstMisfit = Optional.empty();
  private long misfits;
  private Optional<String> newest = Optional.empty();

  CheckpointPass(PrefixTree tree, Optional<Identity> identity, Findings findings) {
    this.tree = tree;
    this.identity = identity;
    this.findings = findings;
  }

  void read(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SQL)) {
      while (row.next()) {
        count++;
        readRow(row);
      }
    }
    if (expected <= tree.size()) {
      missing(tree.size());
    }
    firstMisfit.ifPresent(this::addMisfits);
  }

  long count() {
    return count;
  }

  Optional<String> newest() {
    return newest;
  }

  private void readRow(ResultSet row) throws SQLException {
    long size = row.getLong(2);
    byte[] note = row.getBytes(4);
    boolean odd = !"integer".equals(row.getString(1)) || size < expected;
    if (odd || !"text".equals(row.getString(3)) || note == null) {
      findings.add(Subject.CHECKPOINT, size, "the row is not a size and a note of at most 64 KiB");
      return;
    }
    if (size > expected) {
      missing(Math.min(size - 1, tree.size()));
    }
    expected = size + 1;
    try {
      judge(size, NoteReading.parse(note));
    } catch (IllegalArgumentException e) {
      findings.add(Subject.CHECKPOINT, size, e.getMessage());
    }
  }

  private void judge(long size, Checkpoint checkpoint) {
    newest = Optional.of(checkpoint.note());
    if (checkpoint.size() != size) {
      throw new IllegalArgumentException("its note speaks of " + checkpoint.size() + " entries");
    }
    Optional<String> problem = identity.flatMap(i -> NoteReading.problem(checkpoint, i));
    if (problem.isPresent()) {
      throw new IllegalArgumentException(problem.get());
    }
    if (size > tree.size()) {
      throw new IllegalArgumentException(
          "it was made of " + size + " entries, but there are only " + tree.size());
    }
    if (!tree.root(Math.toIntExact(size)).equals(checkpoint.root())) {
      misfits++;
      firstMisfit = firstMisfit.or(() -> Optional.of(size));
    }
  }

  private void missing(long last) {
    if (expected <= last) {
      String which = expected == last ? "" + last : expected + " to " + last;
      findings.add(Subject.CHECKPOINT, expected, "the checkpoint of size " + which + " is missing");
    }
  }

  /** One change spoils every later checkpoint: the first one says where it is. */
  private void addMisfits(long first) {
    String later = misfits == 1 ? "" : ", nor do " + (misfits - 1) + " later ones";
    findings.add(
        Subject.CHECKPOINT,
        first,
        "its root does not fit the entries" + later + ": entry " + (first - 1) + " was changed");
  }
}
