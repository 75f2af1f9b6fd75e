package org.palimpsest.evidence.verify;

import static org.palimpsest.evidence.verify.Attack.alone;
import static org.palimpsest.evidence.verify.Attack.everySignature;
import static org.palimpsest.evidence.verify.Attack.outside;
import static org.palimpsest.evidence.verify.Attack.remarked;
import static org.palimpsest.evidence.verify.Attack.sql;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.Sha256;
import org.palimpsest.evidence.key.SigningKey;

/** What is done to rows, checkpoints and the schema. */
final class AttacksOnLedger {
  private static final String EDIT =
      "UPDATE ledger SET body = CAST(replace(CAST(body AS TEXT), 'recording 2', 'recording 8')"
          + " AS BLOB) WHERE seq = 2";

  private AttacksOnLedger() {}

  static Stream<Attack> all() {
    return Stream.of(entries(), checkpoints(), schema()).flatMap(List::stream);
  }

  private static List<Attack> entries() {
    return List.of(
        alone("edit a field", Cause.ENTRY_EDITED, sql(EDIT)),
        alone("edit a field, fit its leaf hash", Cause.ENTRY_EDITED, editAndFit()),
        alone("replace a leaf hash", Cause.ENTRY_EDITED, leafHash()),
        alone("delete the first entry", Cause.ENTRY_MISSING, sql("DELETE FROM ledger WHERE seq=0")),
        alone("delete a middle entry", Cause.ENTRY_MISSING, sql("DELETE FROM ledger WHERE seq=4")),
        alone("delete the last entry alone", Cause.TAIL_CUT, sql("DELETE FROM ledger WHERE seq=9")),
        outside("cut the tail with its checkpoints", Cause.TAIL_CUT, sql(cut(8))),
        alone("cut a release off a report", Cause.TAIL_CUT, sql("DELETE FROM ledger WHERE seq>7")),
        alone("swap two entries", Cause.ENTRY_MOVED, sql(swap())),
        alone(
            "insert a copy of an entry",
            Cause.ENTRY_MOVED,
            sql("INSERT INTO ledger SELECT 10, body, leaf_hash FROM ledger WHERE seq = 9")),
        alone(
            "append an entry without its checkpoint",
            Cause.CHECKPOINT_MISSING,
            sql("INSERT INTO ledger SELECT 10, body, leaf_hash FROM ledger WHERE seq = 9")),
        alone(
            "REPLACE an entry, the trigger dropped and put back",
            Cause.ENTRY_EDITED,
            sql("REPLACE INTO ledger SELECT 2, body, leaf_hash FROM ledger WHERE seq = 1", EDIT)),
        outside("re-chain everything with the same key", Cause.REWRITTEN, rechain(false)),
        outside("re-chain everything with a new key", Cause.KEY_SWAPPED, rechain(true)),
        outside("restore an old copy of the folder", Cause.OLD_COPY, oldCopy()),
        remarked("set the clock back", FlagCause.CLOCK_SET_BACK, dated("2026-02-01T00:00:00Z")),
        remarked("set the clock ahead", FlagCause.CLOCK_AHEAD, dated("2099-01-01T00:00:00Z")),
        remarked("let the clock jump", FlagCause.CLOCK_JUMPED, dated("2026-06-30T00:00:00Z")),
        alone("a body that is no JSON", Cause.ENTRY_MALFORMED, sql(body("x'7b'"))),
        alone("a body in another form", Cause.ENTRY_MALFORMED, sql(body("body || x'20'"))));
  }

  private static List<Attack> checkpoints() {
    return List.of(
        alone("edit the root of a checkpoint", Cause.CHECKPOINT_EDITED, otherRoot(5)),
        alone("edit the root of the newest one", Cause.CHECKPOINT_EDITED, otherRoot(10)),
        alone("an old signature on a new root", Cause.SIGNATURE_INVALID, replay()),
        alone("delete a checkpoint", Cause.CHECKPOINT_MISSING, sql(delete("size = 5"))),
        alone("delete the newest checkpoint", Cause.CHECKPOINT_MISSING, sql(delete("size = 10"))),
        alone("rubbish for a checkpoint", Cause.CHECKPOINT_EDITED, sql(note("'x'", 4))),
        alone("a checkpoint signed by another key", Cause.KEY_SWAPPED, resigned(4)),
        alone("edit the newest signature", Cause.SIGNATURE_INVALID, sql(note(spoilt(), 10))),
        alone(
            "edit a signature that a report names",
            Cause.SIGNATURE_INVALID,
            sql(note(spoilt(), 6))),
        alone("edit the last before another key", Cause.SIGNATURE_INVALID, sql(note(spoilt(), 8))),
        everySignature("edit any other", Cause.SIGNATURE_INVALID, sql(note(spoilt(), 3))));
  }

  private static List<Attack> schema() {
    return List.of(
        alone("drop a trigger", Cause.SCHEMA_CHANGED, raw("DROP TRIGGER ledger_update")),
        alone(
            "change a trigger",
            Cause.SCHEMA_CHANGED,
            raw(
                "DROP TRIGGER ledger_delete",
                "CREATE TRIGGER ledger_delete BEFORE DELETE ON ledger BEGIN SELECT 1; END")),
        alone(
            "add a trigger",
            Cause.SCHEMA_CHANGED,
            raw("CREATE TRIGGER more AFTER INSERT ON ledger BEGIN SELECT 1; END")),
        alone("add a table", Cause.SCHEMA_CHANGED, raw("CREATE TABLE notes(a)")),
        alone("add an index", Cause.SCHEMA_CHANGED, raw("CREATE INDEX i ON ledger(leaf_hash)")),
        alone("drop an index", Cause.SCHEMA_CHANGED, raw("DROP INDEX blob_use_sha256")),
        alone("drop one projection", Cause.SCHEMA_CHANGED, raw("DROP TABLE entry_index")),
        alone(
            "a view for a table",
            Cause.SCHEMA_CHANGED,
            raw("ALTER TABLE checkpoint RENAME TO c", "CREATE VIEW checkpoint AS SELECT * FROM c")),
        alone("a higher user_version", Cause.NEWER_FORMAT, raw("PRAGMA user_version = 2")),
        alone("a lower user_version", Cause.OTHER_FORMAT, raw("PRAGMA user_version = 0")),
        alone("application_id", Cause.OTHER_FORMAT, raw("PRAGMA application_id = 7")),
        alone("journal mode", Cause.SCHEMA_CHANGED, raw("PRAGMA journal_mode = DELETE")),
        alone(
            "change a projection",
            Cause.PROJECTION_CHANGED,
            raw("UPDATE entry_index SET outcome = 'failed' WHERE seq = 3")),
        alone(
            "change a use in a projection",
            Cause.PROJECTION_CHANGED,
            raw("UPDATE blob_use SET role = 'known' WHERE seq = 1")),
        alone(
            "drop a row of a projection",
            Cause.PROJECTION_CHANGED,
            raw("DELETE FROM entry_index WHERE seq = 1")),
        alone(
            "drop the last row of a projection",
            Cause.PROJECTION_CHANGED,
            raw("DELETE FROM blob_use WHERE seq = 9")),
        alone(
            "add a row to a projection",
            Cause.PROJECTION_CHANGED,
            raw("INSERT INTO blob_use VALUES (77, 0, 'r', 'h', 1)")));
  }

  static Attack.Act raw(String... statements) {
    return reviewed -> {
      try (var connection = reviewed.lab().stranger();
          Statement statement = connection.createStatement()) {
        for (String each : statements) {
          statement.execute(each);
        }
      }
    };
  }

  private static Attack.Act editAndFit() {
    return reviewed -> {
      reviewed.lab().tamper(EDIT);
      byte[] body = ask(reviewed.lab(), "SELECT body FROM ledger WHERE seq = 2");
      Sha256 leaf = Sha256.ofRaw(PrefixTree.leaf(body));
      reviewed.lab().tamper("UPDATE ledger SET leaf_hash = x'" + leaf + "' WHERE seq = 2");
    };
  }

  private static Attack.Act leafHash() {
    return sql("UPDATE ledger SET leaf_hash = zeroblob(32) WHERE seq = 2");
  }

  private static String[] cut(int entries) {
    return new String[] {
      "DELETE FROM ledger WHERE seq >= " + entries,
      "DELETE FROM checkpoint WHERE size > " + entries,
      "DELETE FROM entry_index WHERE seq >= " + entries,
      "DELETE FROM blob_use WHERE seq >= " + entries
    };
  }

  private static String[] swap() {
    return new String[] {
      "UPDATE ledger SET seq = 99 WHERE seq = 1",
      "UPDATE ledger SET seq = 1 WHERE seq = 2",
      "UPDATE ledger SET seq = 2 WHERE seq = 99"
    };
  }

  private static String body(String expression) {
    return "UPDATE ledger SET body = CAST(" + expression + " AS BLOB) WHERE seq = 9";
  }

  private static String delete(String where) {
    return "DELETE FROM checkpoint WHERE " + where;
  }

  private static String note(String expression, int size) {
    return "UPDATE checkpoint SET note = " + expression + " WHERE size = " + size;
  }

  private static String spoilt() {
    return "substr(note, 1, length(note) - 20) || 'AAAA' || substr(note, length(note) - 15)";
  }

  private static Attack.Act rechain(boolean newKey) {
    return reviewed -> {
      SigningKey own = reviewed.lab().key();
      SigningKey key = newKey ? reviewed.lab().keyOf("Forger") : own;
      Intruder intruder = new Intruder(reviewed.lab());
      String origin = intruder.origin();
      // what needs the reviewer's hand is cut off; the rest is written anew
      reviewed.lab().tamper(cut(6));
      Files.delete(reviewed.lab().folder().resolve("reports/report-001.pdf"));
      JsonObject actor =
          JsonObject.empty()
              .with("name", ReviewedCase.EXAMINER)
              .with("key", key.verifyingKey().id(origin));
      intruder.rechain(
          key,
          body -> {
            JsonObject changed = body.with("actor", actor);
            if (body.has("label")) {
              changed = changed.with("label", "somebody else");
            }
            return body.has("examiner")
                ? changed.with(
                    "examiner",
                    body.object("examiner").with("publicKey", key.verifyingKey().base64()))
                : changed;
          });
      for (int i = 0; i < 4; i++) {
        EntryDraft draft = new EntryDraft("note", JsonObject.empty(), List.of());
        intruder.append(key, ReviewedCase.EXAMINER, draft, Laboratory.NOON);
      }
    };
  }

  /** The folder as it was, and the anchor as it is. */
  private static Attack.Act oldCopy() {
    return reviewed -> {
      Path old = Files.createDirectories(reviewed.lab().desk().resolve("old"));
      ReviewedCase kept = reviewed.copyTo(old);
      try (var open = reviewed.lab().open()) {
        Laboratory.importRecording(open, "recording 10");
      }
      Path folder = reviewed.lab().folder();
      Files.move(folder, reviewed.lab().desk().resolve("newer"));
      Files.move(kept.lab().folder(), folder);
    };
  }

  private static Attack.Act dated(String time) {
    return reviewed ->
        new Intruder(reviewed.lab())
            .append(
                reviewed.lab().key(),
                ReviewedCase.EXAMINER,
                new EntryDraft("note", JsonObject.empty(), List.of()),
                java.time.Instant.parse(time));
  }

  private static Attack.Act otherRoot(int size) {
    String root = "'AAAA' || substr(note, instr(note, char(10) || '" + size + "' || char(10)) + ";
    int skip = Integer.toString(size).length() + 2;
    String expression =
        "substr(note, 1, instr(note, char(10) || '"
            + size
            + "' || char(10)) + "
            + (skip - 1)
            + ")"
            + " || "
            + root
            + (skip + 4)
            + ")";
    return sql(note(expression, size));
  }

  /** The newest checkpoint with the root of a changed tree and the signature that it had. */
  private static Attack.Act replay() {
    return reviewed -> {
      reviewed.lab().tamper(body("replace(CAST(body AS TEXT), 'recording 9', 'recording 7')"));
      Leaves leaves = new Leaves();
      for (int seq = 0; seq < 10; seq++) {
        byte[] body = ask(reviewed.lab(), "SELECT body FROM ledger WHERE seq = " + seq);
        leaves.add(PrefixTree.leaf(body));
      }
      Sha256 root = new PrefixTree(leaves).root(10);
      String base64 = java.util.Base64.getEncoder().encodeToString(root.raw());
      String leaf = Sha256.ofRaw(java.util.Arrays.copyOfRange(leaves.bytes(), 288, 320)).hex();
      String note =
          new String(
              ask(reviewed.lab(), "SELECT note FROM checkpoint WHERE size = 10"),
              StandardCharsets.UTF_8);
      String changed = note.replace(note.split("\n", -1)[2], base64);
      reviewed
          .lab()
          .tamper(
              "UPDATE ledger SET leaf_hash = x'" + leaf + "' WHERE seq = 9",
              "UPDATE checkpoint SET note = '" + changed + "' WHERE size = 10");
    };
  }

  private static Attack.Act resigned(int size) {
    return reviewed -> {
      Laboratory lab = reviewed.lab();
      String note =
          new String(
              ask(lab, "SELECT note FROM checkpoint WHERE size = " + size), StandardCharsets.UTF_8);
      String[] lines = note.split("\n", -1);
      Sha256 root = Sha256.ofRaw(java.util.Base64.getDecoder().decode(lines[2]));
      String forged = Intruder.note(lab.keyOf("Forger"), lines[0], size, root);
      lab.tamper("UPDATE checkpoint SET note = '" + forged + "' WHERE size = " + size);
    };
  }

  private static byte[] ask(Laboratory lab, String sql) throws Exception {
    try (var connection = lab.stranger();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getBytes(1) : new byte[0];
    }
  }
}
