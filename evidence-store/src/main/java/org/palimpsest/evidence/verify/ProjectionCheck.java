package org.palimpsest.evidence.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.JsonString;

/** Compares the derived tables with the ledger, entry by entry, while it is read. */
final class ProjectionCheck implements AutoCloseable {
  private static final String ENTRIES =
      "SELECT seq, kind, id, time, actor_name, actor_key, outcome FROM entry_index ORDER BY seq";
  private static final String BLOBS =
      "SELECT seq, place, role, sha256, size FROM blob_use ORDER BY seq, place";

  private final ProjectedRows entries;
  private final ProjectedRows blobs;
  private final Findings findings;

  ProjectionCheck(Connection connection, Findings findings) throws SQLException {
    this.entries = new ProjectedRows(connection, ENTRIES);
    this.blobs = new ProjectedRows(connection, BLOBS);
    this.findings = findings;
  }

  /**
   * @param body of a well-formed entry
   */
  void compare(long seq, JsonObject body) throws SQLException {
    JsonObject actor = body.object("actor");
    List<String> entry =
        Arrays.asList(
            Long.toString(seq),
            body.string("kind"),
            optional(body, "id"),
            body.string("time"),
            actor.string("name"),
            actor.string("key"),
            optional(body, "outcome"));
    judge("entry_index", seq, List.of(entry), entries.takeTo(seq));
    List<List<String>> uses = new ArrayList<>();
    for (JsonObject use : body.array("blobs").objects()) {
      uses.add(
          List.of(
              Long.toString(seq),
              Integer.toString(uses.size()),
              use.string("role"),
              use.string("sha256"),
              Long.toString(use.integer("size"))));
    }
    judge("blob_use", seq, uses, blobs.takeTo(seq));
  }

  /** Passes over the rows of an entry that nothing can be derived from. */
  void pass(long seq) throws SQLException {
    entries.takeTo(seq);
    blobs.takeTo(seq);
  }

  /** Finds the rows beyond the last entry. */
  void end(long last) throws SQLException {
    judge("entry_index", last + 1, List.of(), entries.takeTo(Long.MAX_VALUE));
    judge("blob_use", last + 1, List.of(), blobs.takeTo(Long.MAX_VALUE));
  }

  @Override
  public void close() throws SQLException {
    try (entries) {
      blobs.close();
    }
  }

  private void judge(
      String table, long seq, List<List<String>> expected, List<List<String>> actual) {
    if (!actual.equals(expected)) {
      String words = "the table " + table + " does not say what the entry says";
      findings.add(Cause.PROJECTION_CHANGED, Subject.LEDGER, seq, words);
    }
  }

  private static String optional(JsonObject body, String name) {
    return body.find(name)
        .filter(JsonString.class::isInstance)
        .map(value -> ((JsonString) value).value())
        .orElse(null);
  }
}
