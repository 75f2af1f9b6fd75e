package org.palimpsest.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.palimpsest.evidence.anchor.AnchorStore;
import org.palimpsest.evidence.blob.BlobRef;
import org.palimpsest.evidence.casefile.CaseDescription;
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.BlobUse;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.key.ExaminerKeys;
import org.palimpsest.evidence.key.KeyException;
import org.palimpsest.evidence.key.SigningKey;

/** One examiner with a key, a shelf of anchors and a case, all in a temporary folder. */
public record Laboratory(Path desk) {
  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
  public static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
  public static final CaseDescription DESCRIPTION =
      new CaseDescription(
          "Threat call",
          "Court order 7/26",
          "Whose voice is it?",
          ZoneId.of("Europe/Paris"),
          "E. Xaminer");

  public Path folder() {
    return desk.resolve("call.palimpsest");
  }

  public AnchorStore anchors() {
    return new AnchorStore(desk.resolve("anchors"));
  }

  public SigningKey key() {
    return keyOf(DESCRIPTION.examiner());
  }

  public SigningKey keyOf(String name) {
    try {
      return new ExaminerKeys(desk.resolve("keys"), CLOCK).openOrCreate(name, Optional.empty());
    } catch (KeyException e) {
      throw new AssertionError(e);
    }
  }

  public CaseFile create() throws CaseException {
    return CaseFile.create(folder(), DESCRIPTION, key(), anchors(), CLOCK);
  }

  public CaseFile open() throws CaseException {
    return CaseFile.openForWriting(folder(), key(), anchors(), CLOCK);
  }

  /** A closed case with entry 0 and {@code recordings} more, each with a blob of its own. */
  public Laboratory withCase(int recordings) throws CaseException {
    try (CaseFile open = create()) {
      for (int i = 1; i <= recordings; i++) {
        importRecording(open, "recording " + i);
      }
    }
    return this;
  }

  public static LedgerEntry importRecording(CaseFile open, String content) throws CaseException {
    BlobRef blob = put(open, content);
    synchronized (open) { // several hands may be at it, and no name is given twice
      JsonObject fields =
          JsonObject.empty().with("id", "rec-" + open.size()).with("label", content);
      return open.append(
          EntryDraft.of(
              EntryKind.RECORDING_IMPORTED, fields, List.of(new BlobUse(blob, "recording"))));
    }
  }

  /** Issues a report P1 of the file {@code report-001.pdf}. */
  public static LedgerEntry issueReport(CaseFile open, String pdf) throws CaseException {
    BlobRef blob = put(open, pdf);
    open.writeReport("report-001.pdf", pdf.getBytes(StandardCharsets.UTF_8));
    JsonObject fields =
        JsonObject.empty()
            .with("id", "P1")
            .with("fileName", "report-001.pdf")
            .with("checkpointSize", open.size());
    return open.append(
        EntryDraft.of(EntryKind.REPORT_ISSUED, fields, List.of(new BlobUse(blob, "report"))));
  }

  /** What admits {@code name} with the key of that name. */
  public EntryDraft admission(String name, String role) {
    JsonObject person = keyOf(name).verifyingKey().named(name).with("role", role);
    return EntryDraft.of(
        EntryKind.PERSON_ADMITTED, JsonObject.empty().with("person", person), List.of());
  }

  public static BlobRef put(CaseFile open, String content) {
    try {
      return open.blobs()
          .put(new java.io.ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The connection of somebody who does not use our code. */
  public Connection stranger() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder().resolve("case.db"));
  }

  /**
   * Runs SQL with every trigger dropped, and makes the triggers again, as somebody with a database
   * browser would who knows the format.
   */
  public Laboratory tamper(String... sql) throws SQLException {
    try (Connection connection = stranger();
        Statement statement = connection.createStatement()) {
      List<String> triggers = triggers(statement);
      for (String trigger : triggers) {
        statement.execute("DROP TRIGGER " + trigger.split(" ", 4)[2]);
      }
      for (String each : sql) {
        statement.execute(each);
      }
      for (String trigger : triggers) {
        String table = trigger.split(" ON ", 2)[1].split(" ", 2)[0];
        if (isTable(statement, table)) {
          statement.execute(trigger);
        }
      }
    }
    return this;
  }

  private static List<String> triggers(Statement statement) throws SQLException {
    List<String> triggers = new ArrayList<>();
    String sql = "SELECT sql FROM sqlite_schema WHERE type = 'trigger'";
    try (ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        triggers.add(row.getString(1));
      }
    }
    return triggers;
  }

  private static boolean isTable(Statement statement, String name) throws SQLException {
    String sql = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = '" + name + "'";
    try (ResultSet row = statement.executeQuery(sql)) {
      return row.next();
    }
  }
}
