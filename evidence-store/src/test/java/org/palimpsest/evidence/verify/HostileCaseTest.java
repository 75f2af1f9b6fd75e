package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.casefile.CaseException;

@DisplayName("a hostile case gets a finding, never an exception:")
final class HostileCaseTest {
  @TempDir Path desk;
  private Laboratory lab;

  @BeforeEach
  void makeCase() throws CaseException {
    lab = new Laboratory(desk).withCase(2);
  }

  @Test
  @DisplayName("no case.db, an empty one, and one that is something else")
  void noDatabase() throws Exception {
    Path database = lab.folder().resolve("case.db");
    Files.delete(database);
    assertThat(Verdict.alone(lab).findings())
        .containsExactly(Finding.of(Cause.UNREADABLE, Subject.LEDGER, "there is no case.db"));
    Files.createFile(database);
    assertThat(words()).contains("not the ledger of a case");
    Files.write(database, "GIF89a".repeat(1000).getBytes(StandardCharsets.UTF_8));
    assertThat(words()).contains("case.db cannot be read");
  }

  @Test
  @DisplayName("a case.db with any 400 bytes overwritten")
  void garbled() throws Exception {
    Path database = lab.folder().resolve("case.db");
    byte[] whole = Files.readAllBytes(database);
    Random random = new Random(7);
    for (int round = 0; round < 40; round++) {
      byte[] garbled = whole.clone();
      int start = random.nextInt(garbled.length - 400);
      for (int i = start; i < start + 400; i++) {
        garbled[i] = (byte) random.nextInt();
      }
      Files.write(database, garbled);
      assertReported(Verdict.anchored(lab));
    }
  }

  @Test
  @DisplayName("a case.db cut at any place")
  void cut() throws Exception {
    Path database = lab.folder().resolve("case.db");
    byte[] whole = Files.readAllBytes(database);
    for (int length = whole.length - 1; length > 0; length -= 1999) {
      Files.write(database, java.util.Arrays.copyOf(whole, length));
      VerificationReport report = Verdict.anchored(lab);
      assertReported(report);
      assertThat(report.verified()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "",
        "null",
        "{\"kind\":1}",
        "{\"a\":1,\"a\":2}",
        "{\"\\ud800\":1,\"\\ud800\":2}",
        "{\"a\":1e999}",
        "{\"a\":9007199254740992}",
        "{ \"a\":1}",
        "{\"actor\":{\"key\":\"00000000\",\"name\":\"x\"},\"blobs\":[7],\"kind\":\"k\",\"seq\":1,"
            + "\"time\":\"2026-01-01T00:00:00.000Z\",\"version\":1}",
        "{\"actor\":{\"key\":\"00000000\",\"name\":\"x\"},\"blobs\":[{\"role\":\"r\","
            + "\"sha256\":\"../../../../etc/passwd\",\"size\":1}],\"kind\":\"k\",\"seq\":1,"
            + "\"time\":\"2026-01-01T00:00:00.000Z\",\"version\":1}",
        "{\"actor\":{\"key\":\"00000000\",\"name\":\"x\"},\"blobs\":[],\"kind\":\"k\",\"seq\":1,"
            + "\"time\":\"2026-13-01T00:00:00.000Z\",\"version\":1}",
      })
  @DisplayName("a body that is not an entry")
  void oddBody(String body) throws Exception {
    putBody(body.getBytes(StandardCharsets.UTF_8), 1);
    assertMalformed(1);
  }

  @Test
  @DisplayName("a body that is not UTF-8, or nested without end")
  void worseBodies() throws Exception {
    putBody(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}, 1);
    putBody("[".repeat(100_000).getBytes(StandardCharsets.UTF_8), 2);
    assertMalformed(1);
    assertMalformed(2);
  }

  @Test
  @DisplayName("an entry 0 that creates no case")
  void oddBeginning() throws Exception {
    for (String body : new String[] {"{\"kind\":\"x\"}", "{\"kind\":\"case-created\"}", "7"}) {
      putBody(body.getBytes(StandardCharsets.UTF_8), 0);
      assertMalformed(0);
      assertThat(Verdict.anchored(lab).caseId()).isEmpty();
    }
  }

  @Test
  @DisplayName("tables of other types, with values of other types")
  void looseTables() throws Exception {
    lab.tamper(
        "DROP TABLE ledger",
        "DROP TABLE checkpoint",
        "CREATE TABLE ledger(seq, body, leaf_hash)",
        "CREATE TABLE checkpoint(size, note)",
        "INSERT INTO ledger VALUES ('x', 'y', 7), (NULL, NULL, NULL), (1.5, x'00', 'z')",
        "INSERT INTO ledger VALUES (-9223372036854775808, zeroblob(17000000), x'')",
        "INSERT INTO checkpoint VALUES ('x', 7), (NULL, NULL), (-3, x'00'), (1, zeroblob(70000))",
        "INSERT INTO checkpoint VALUES (9223372036854775807, 'x')");
    assertReported(Verdict.anchored(lab));
    assertThat(Verdict.anchored(lab).verified()).isFalse();
  }

  @Test
  @DisplayName("missing tables, and views in their place")
  void noTables() throws Exception {
    lab.tamper("ALTER TABLE checkpoint RENAME TO c", "CREATE VIEW checkpoint AS SELECT * FROM c");
    assertThat(words()).contains("the tables ledger and checkpoint are not there");
    lab.tamper("DROP VIEW checkpoint");
    assertThat(words()).contains("the tables ledger and checkpoint are not there");
  }

  @Test
  @DisplayName("a newer format, and another application's database")
  void otherFormats() throws Exception {
    lab.tamper("PRAGMA user_version = 2");
    assertThat(words()).contains("case format 2").contains("reads format 1");
    lab.tamper("PRAGMA application_id = 1");
    assertThat(words()).contains("not the ledger of a case");
  }

  @Test
  @DisplayName("more faults than anybody reads")
  void manyFaults() throws Exception {
    lab.tamper(
        "WITH RECURSIVE n(i) AS (SELECT 3 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)"
            + " INSERT INTO ledger SELECT i, x'00', x'00' FROM n");
    assertThat(Verdict.alone(lab).findings())
        .hasSize(1001)
        .last()
        .matches(f -> f.words().contains("more findings"));
  }

  private void putBody(byte[] body, int seq) throws Exception {
    String hex = HexFormat.of().formatHex(body);
    lab.tamper("UPDATE ledger SET body = x'" + hex + "' WHERE seq = " + seq);
  }

  private void assertMalformed(long seq) {
    VerificationReport report = Verdict.anchored(lab);
    assertReported(report);
    assertThat(report.findings())
        .anyMatch(
            f -> f.seq().equals(java.util.Optional.of(seq)) && f.words().contains("malformed"));
  }

  private String words() {
    VerificationReport report = Verdict.alone(lab);
    assertReported(report);
    assertThat(report.findings()).hasSize(1);
    return report.findings().get(0).words();
  }

  private static void assertReported(VerificationReport report) {
    assertThat(report.toJson()).isNotNull();
    assertThat(report.findings()).allMatch(f -> f.line().lines().count() == 1);
  }

  @Test
  @DisplayName("a database that a stranger holds open")
  void heldOpen() throws Exception {
    try (Connection stranger = lab.stranger();
        Statement statement = stranger.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      assertThat(Verdict.anchored(lab).findings()).isEmpty();
    }
  }
}
