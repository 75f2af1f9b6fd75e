package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.format.Sha256;
import org.palimpsest.evidence.key.SigningKey;

@DisplayName("the verifier finds")
final class TamperingTest {
  private static final String EDIT =
      "UPDATE ledger SET body = CAST(replace(CAST(body AS TEXT), 'recording 2', 'recording 9')"
          + " AS BLOB) WHERE seq = 2";

  @TempDir Path desk;
  private Laboratory lab;

  @BeforeEach
  void makeCase() throws CaseException {
    lab = new Laboratory(desk).withCase(4);
    assertThat(Verdict.anchored(lab).findings()).isEmpty();
  }

  @Test
  @DisplayName("an edited entry, and names it")
  void edited() throws SQLException {
    lab.tamper(EDIT);
    assertThat(Verdict.alone(lab).findings())
        .contains(
            Finding.of(
                Cause.ENTRY_EDITED,
                Subject.LEDGER,
                2,
                "the body is not what its leaf_hash was computed from"))
        .anyMatch(f -> f.subject() == Subject.CHECKPOINT && f.words().contains("entry 2 was"));
  }

  @Test
  @DisplayName("an edited entry whose leaf hash was made to fit")
  void editedWithItsHash() throws Exception {
    lab.tamper(EDIT);
    refit(2);
    assertThat(Verdict.alone(lab).findings())
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.subject()).isEqualTo(Subject.CHECKPOINT);
              assertThat(f.seq()).contains(3L);
              assertThat(f.words()).contains("entry 2 was changed", "2 later ones");
            });
  }

  @ParameterizedTest(name = "entry {0} deleted")
  @ValueSource(ints = {0, 1, 2, 3, 4})
  @DisplayName("a deleted entry, wherever it was")
  void deleted(int seq) throws SQLException {
    lab.tamper("DELETE FROM ledger WHERE seq = " + seq);
    assertThat(Verdict.alone(lab).verified()).isFalse();
  }

  @Test
  @DisplayName("a deleted entry whose followers moved up")
  void closedGap() throws SQLException {
    lab.tamper("DELETE FROM ledger WHERE seq = 2", "UPDATE ledger SET seq = seq - 1 WHERE seq > 2");
    assertThat(Verdict.alone(lab).verified()).isFalse();
  }

  @Test
  @DisplayName("two entries that changed places")
  void swapped() throws SQLException {
    lab.tamper(
        "UPDATE ledger SET seq = 99 WHERE seq = 1",
        "UPDATE ledger SET seq = 1 WHERE seq = 2",
        "UPDATE ledger SET seq = 2 WHERE seq = 99");
    assertThat(Verdict.alone(lab).findings())
        .anyMatch(f -> f.words().contains("it says that it is entry 2"));
  }

  @Test
  @DisplayName("an inserted copy of an entry")
  void inserted() throws SQLException {
    lab.tamper("INSERT INTO ledger SELECT 5, body, leaf_hash FROM ledger WHERE seq = 4");
    assertThat(Verdict.alone(lab).findings())
        .anyMatch(f -> f.words().contains("the checkpoint of size 6 is missing"));
  }

  @Test
  @DisplayName("a tail that was cut off with its checkpoints, by the anchor alone")
  void truncated() throws SQLException {
    lab.tamper(
        "DELETE FROM ledger WHERE seq >= 3",
        "DELETE FROM checkpoint WHERE size > 3",
        "DELETE FROM entry_index WHERE seq >= 3",
        "DELETE FROM blob_use WHERE seq >= 3");
    VerificationReport alone = Verdict.alone(lab);
    assertThat(alone.verified()).isTrue();
    assertThat(alone.anchored()).isFalse();
    assertThat(alone.remarks()).contains("not anchored: truncation would not be seen");
    VerificationReport anchored = Verdict.anchored(lab);
    assertThat(anchored.anchored()).isTrue();
    assertThat(anchored.findings())
        .singleElement()
        .matches(f -> f.subject() == Subject.ANCHOR && f.words().contains("cut off"));
  }

  @Test
  @DisplayName("a tail that was cut off while its checkpoints stayed")
  void truncatedWithoutCheckpoints() throws SQLException {
    lab.tamper(
        "DELETE FROM ledger WHERE seq >= 3", "DROP TABLE entry_index", "DROP TABLE blob_use");
    assertThat(Verdict.alone(lab).findings())
        .extracting(Finding::seq)
        .containsExactly(Optional.of(4L), Optional.of(5L));
  }

  @Test
  @DisplayName("an emptied ledger")
  void emptied() throws SQLException {
    lab.tamper(
        "DELETE FROM ledger",
        "DELETE FROM checkpoint",
        "DELETE FROM entry_index",
        "DELETE FROM blob_use");
    assertThat(Verdict.alone(lab).findings())
        .containsExactly(
            Finding.of(Cause.ENTRY_MISSING, Subject.LEDGER, "the ledger has no entry"));
  }

  @ParameterizedTest(name = "note = {0}")
  @ValueSource(
      strings = {
        "substr(note, 1, 60) || 'AAAA' || substr(note, 65)",
        "replace(note, char(10) || '3' || char(10), char(10) || '2' || char(10))",
        "replace(note, 'palimpsest/case', 'palimpsest/cafe')",
        "substr(note, 1, length(note) - 20) || 'AAAA' || substr(note, length(note) - 15)",
        "'rubbish'",
        "''",
        "CAST(x'fffe' AS TEXT)",
      })
  @DisplayName("a checkpoint that was edited")
  void editedCheckpoint(String note) throws SQLException {
    lab.tamper("UPDATE checkpoint SET note = " + note + " WHERE size = 3");
    assertThat(Verdict.thorough(lab).findings())
        .anyMatch(f -> f.subject() == Subject.CHECKPOINT && f.seq().equals(Optional.of(3L)));
  }

  @Test
  @DisplayName("a deleted checkpoint")
  void deletedCheckpoint() throws SQLException {
    lab.tamper("DELETE FROM checkpoint WHERE size IN (2, 3)");
    assertThat(Verdict.alone(lab).findings())
        .containsExactly(
            Finding.of(
                Cause.CHECKPOINT_MISSING,
                Subject.CHECKPOINT,
                2,
                "the checkpoints of size 2 to 3 are missing"));
  }

  @Test
  @DisplayName("a flipped bit in stored content")
  void flippedBit() throws Exception {
    Path blob = blobOf("recording 2");
    byte[] content = Files.readAllBytes(blob);
    content[3] ^= 1;
    overwrite(blob, content);
    assertThat(Verdict.alone(lab).findings())
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.subject()).isEqualTo(Subject.BLOB);
              assertThat(f.seq()).contains(2L);
              assertThat(f.hash().orElseThrow()).isEqualTo(hashOf("recording 2").hex());
              assertThat(f.words()).isEqualTo("the content was changed");
            });
  }

  @Test
  @DisplayName("content that was cut short, is missing, or is a link to elsewhere")
  void spoiltContent() throws Exception {
    overwrite(blobOf("recording 1"), new byte[] {'r'});
    Files.delete(blobOf("recording 2"));
    Path elsewhere = Files.writeString(desk.resolve("elsewhere"), "recording 3");
    Files.delete(blobOf("recording 3"));
    Files.createSymbolicLink(blobOf("recording 3"), elsewhere);
    assertThat(Verdict.alone(lab).findings())
        .extracting(Finding::words)
        .containsExactly(
            "the content has 1 byte, not 11",
            "the content is missing",
            "the content is a link, not a plain file");
  }

  @Test
  @DisplayName("another key in entry 0")
  void replacedKey() throws Exception {
    String other = lab.keyOf("Somebody else").verifyingKey().base64();
    lab.tamper(
        "UPDATE ledger SET body = CAST(replace(CAST(body AS TEXT), '"
            + lab.key().verifyingKey().base64()
            + "', '"
            + other
            + "') AS BLOB) WHERE seq = 0");
    refit(0);
    assertThat(Verdict.alone(lab).findings())
        .anyMatch(f -> f.cause() == Cause.KEY_SWAPPED && f.seq().equals(Optional.of(0L)));
  }

  @Test
  @DisplayName("a case rewritten from the start with another key, by the anchor alone")
  void rewritten() throws Exception {
    Path original = desk.resolve("original");
    String id;
    try (CaseFile open = CaseFile.openReadOnly(lab.folder())) {
      id = open.caseId().toString();
    }
    Files.move(lab.folder(), original);
    SigningKey forger = lab.keyOf("Forger");
    new ForgedCase(lab, id, forger).write();
    assertThat(Verdict.alone(lab).findings()).isEmpty();
    assertThat(Verdict.anchored(lab).findings())
        .extracting(Finding::words)
        .anyMatch(words -> words.contains("no valid signature by E. Xaminer"))
        .anyMatch(words -> words.contains("not contained in the case"));
  }

  @Test
  @DisplayName("what was done behind its triggers' back, while the triggers refuse the rest")
  void triggersRefuse() throws SQLException {
    try (Connection stranger = lab.stranger();
        Statement statement = stranger.createStatement()) {
      for (String sql :
          new String[] {
            "UPDATE ledger SET body = x'00'",
            "DELETE FROM ledger",
            "INSERT OR REPLACE INTO ledger VALUES (2, x'00', x'00')",
            "REPLACE INTO ledger VALUES (0, x'00', x'00')",
            "INSERT INTO ledger VALUES (7, x'00', x'00')",
            "INSERT INTO ledger VALUES (NULL, x'00', x'00')",
            "UPDATE OR REPLACE ledger SET seq = 1 WHERE seq = 2",
            "UPDATE checkpoint SET note = ''",
            "DELETE FROM checkpoint WHERE size = 1",
            "REPLACE INTO checkpoint VALUES (5, '')",
            "INSERT INTO checkpoint VALUES (6, '')",
            "INSERT INTO checkpoint VALUES (9, '')"
          }) {
        assertThatThrownBy(() -> statement.execute(sql))
            .as(sql)
            .hasMessageContaining("append-only");
      }
    }
    assertThat(Verdict.anchored(lab).findings()).isEmpty();
  }

  private void refit(int seq) throws Exception {
    try (Connection stranger = lab.stranger();
        Statement statement = stranger.createStatement();
        var row = statement.executeQuery("SELECT body FROM ledger WHERE seq = " + seq)) {
      Sha256 leaf = Sha256.ofRaw(PrefixTree.leaf(row.getBytes(1)));
      lab.tamper("UPDATE ledger SET leaf_hash = x'" + leaf + "' WHERE seq = " + seq);
    }
  }

  private static Sha256 hashOf(String content) {
    return Sha256.hash(content.getBytes(StandardCharsets.UTF_8));
  }

  private Path blobOf(String content) {
    String hex = hashOf(content).hex();
    return lab.folder().resolve("blobs").resolve(hex.substring(0, 2)).resolve(hex.substring(2));
  }

  private static void overwrite(Path file, byte[] content) throws Exception {
    assertThat(file.toFile().setWritable(true)).isTrue();
    Files.write(file, content, StandardOpenOption.TRUNCATE_EXISTING);
  }
}
