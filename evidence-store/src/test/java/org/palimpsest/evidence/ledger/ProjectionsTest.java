package org.palimpsest.evidence.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.blob.BlobRef;
import org.palimpsest.evidence.entry.v1.Actor;
import org.palimpsest.evidence.entry.v1.BlobUse;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.JsonNumber;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.Sha256;

@DisplayName("the projections")
final class ProjectionsTest {
  private static final String INDEX = "SELECT * FROM entry_index ORDER BY seq";

  private Connection connection;
  private Projections projections;

  @BeforeEach
  void create() throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    projections = new Projections(connection);
    projections.create();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  @DisplayName("have a row of the entry's own words, with nothing where it says nothing")
  void rows() throws SQLException {
    LedgerEntry step =
        entry(0, JsonObject.empty().with("id", "R1").with("outcome", "failed"), List.of());
    LedgerEntry bare = entry(1, JsonObject.empty(), List.of());
    agreesAfterAdding(step, bare);
    assertThat(ask(INDEX))
        .containsExactly(
            "0|note|R1|2026-03-01T12:00:00.123Z|O'Brien \"x\"|00c0ffee|failed",
            "1|note|null|2026-03-01T12:00:00.123Z|O'Brien \"x\"|00c0ffee|null");
  }

  @Test
  @DisplayName("take an id or an outcome that is no string for none")
  void noStrings() throws SQLException {
    JsonObject odd = JsonObject.empty().with("id", 7).with("outcome", JsonObject.empty());
    agreesAfterAdding(entry(0, odd, List.of()), entry(1, odd.with("id", true), List.of()));
    assertThat(ask("SELECT count(*) FROM entry_index WHERE id IS NULL AND outcome IS NULL"))
        .containsExactly("2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"7", "007", "1e3", " 12 ", "", "NULL", "x'00'", "\u00e9\ud83d\udd0a", "a\nb"})
  @DisplayName("keep a text as it is, though it looks like a number or like nothing")
  void texts(String text) throws SQLException {
    BlobUse use = new BlobUse(new BlobRef(Sha256.hash(), 3), "r " + text);
    agreesAfterAdding(entry(0, JsonObject.empty().with("id", text), List.of(use)));
    assertThat(ask("SELECT id FROM entry_index")).containsExactly(text);
    assertThat(ask("SELECT role FROM blob_use")).containsExactly("r " + text);
    assertThat(ask("SELECT typeof(id) FROM entry_index")).containsExactly("text");
  }

  @Test
  @DisplayName("have a row for each of an entry's many blobs, in their order, equal ones too")
  void manyBlobs() throws SQLException {
    List<BlobUse> uses =
        IntStream.range(0, 1000)
            .mapToObj(
                i -> new BlobUse(new BlobRef(Sha256.hash(new byte[] {(byte) i}), i % 256), "b" + i))
            .toList();
    agreesAfterAdding(entry(0, JsonObject.empty(), uses), entry(1, JsonObject.empty(), uses));
    assertThat(ask("SELECT role FROM blob_use WHERE seq = 1 ORDER BY place"))
        .containsExactlyElementsOf(uses.stream().map(BlobUse::role).toList());
    assertThat(ask("SELECT count(DISTINCT sha256) FROM blob_use")).containsExactly("256");
  }

  @Test
  @DisplayName("hold sizes and places up to the largest number that JSON may hold")
  void largeNumbers() throws SQLException {
    BlobUse use = new BlobUse(new BlobRef(Sha256.hash(), JsonNumber.LIMIT), "recording");
    agreesAfterAdding(entry(JsonNumber.LIMIT, JsonObject.empty(), List.of(use)));
    assertThat(ask("SELECT seq, size, typeof(size) FROM blob_use"))
        .containsExactly(JsonNumber.LIMIT + "|" + JsonNumber.LIMIT + "|integer");
  }

  @Test
  @DisplayName("take no entry twice")
  void once() throws SQLException {
    LedgerEntry entry = entry(0, JsonObject.empty(), List.of());
    projections.add(entry);
    assertThatThrownBy(() -> projections.add(entry)).isInstanceOf(SQLException.class);
    projections.create();
    assertThat(projections.agreeWith(List.of())).isTrue();
  }

  @Test
  @DisplayName("are there only where both are, and are tables")
  void exist() throws SQLException {
    assertThat(projections.exist()).isTrue();
    execute("DROP TABLE blob_use");
    assertThat(projections.exist()).isFalse();
    assertThat(projections.agreeWith(List.of())).isFalse();
    execute("CREATE VIEW blob_use AS SELECT 1 AS seq");
    assertThat(projections.exist()).isFalse();
  }

  private void agreesAfterAdding(LedgerEntry... entries) throws SQLException {
    for (LedgerEntry entry : entries) {
      assertThat(projections.agreeWith(List.of(entries))).isFalse();
      projections.add(entry);
    }
    assertThat(projections.agreeWith(List.of(entries))).isTrue();
  }

  private static LedgerEntry entry(long seq, JsonObject fields, List<BlobUse> blobs) {
    JsonObject body =
        new EntryDraft("note", fields, blobs)
            .body(seq, Laboratory.NOON, new Actor("O'Brien \"x\"", "00c0ffee"));
    return new LedgerEntry(seq, body, Sha256.hash());
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> ask(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          cells.add(row.getString(i));
        }
        rows.add(String.join("|", cells));
      }
    }
    return rows;
  }
}
