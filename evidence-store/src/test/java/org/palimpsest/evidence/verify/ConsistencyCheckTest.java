package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.format.CanonicalJson;
import org.palimpsest.evidence.format.JsonArray;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.Sha256;
import org.palimpsest.evidence.proof.MerkleTree;

@DisplayName("a consistency proof in a file")
final class ConsistencyCheckTest {
  @TempDir Path desk;
  private final List<String> notes = new ArrayList<>();
  private JsonObject proof;
  private Laboratory lab;

  @BeforeEach
  void makeProof() throws Exception {
    lab = new Laboratory(desk).withCase(6);
    List<Sha256> leaves = new ArrayList<>();
    try (var stranger = lab.stranger();
        Statement statement = stranger.createStatement()) {
      try (ResultSet row = statement.executeQuery("SELECT leaf_hash FROM ledger ORDER BY seq")) {
        while (row.next()) {
          leaves.add(Sha256.ofRaw(row.getBytes(1)));
        }
      }
      try (ResultSet row = statement.executeQuery("SELECT note FROM checkpoint ORDER BY size")) {
        while (row.next()) {
          notes.add(row.getString(1));
        }
      }
    }
    List<String> path =
        new MerkleTree(leaves).consistency(3).path().stream().map(Sha256::hex).toList();
    proof =
        JsonObject.empty()
            .with("format", "palimpsest-consistency/1")
            .with("first", notes.get(2))
            .with("second", notes.get(6))
            .with("proof", JsonArray.ofStrings(path))
            .with("keys", key(lab.key().verifyingKey().base64()));
  }

  @Test
  @DisplayName("holds without the case, and says between what and by whose key")
  void holds() throws Exception {
    ConsistencyReport report = check(proof);
    assertThat(report.findings()).isEmpty();
    assertThat(report.holds()).isTrue();
    assertThat(report.lines().get(0)).startsWith("consistent: the first 3 of 7 entries");
    assertThat(report.lines()).hasSize(4).last().asString().contains("does not prove whose");
    assertThat(report.signers()).contains("3 entries: signed by", "7 entries: signed by", "E.");
    assertThat(report.toJson().bool("consistent")).isTrue();
    assertThat(report.toJson().string("first")).isEqualTo(notes.get(2));
    assertThat(report.toJson().string("second")).isEqualTo(notes.get(6));
  }

  @Test
  @DisplayName("does not hold with another hash, root, size or order")
  void broken() throws Exception {
    List<String> path = new ArrayList<>(proof.array("proof").strings());
    path.set(0, "0".repeat(64));
    assertThat(causes(proof.with("proof", JsonArray.ofStrings(path))))
        .containsExactly(Cause.PROOF_INVALID);
    assertThat(causes(proof.with("first", notes.get(3)))).containsExactly(Cause.PROOF_INVALID);
    assertThat(causes(proof.with("first", notes.get(6)).with("second", notes.get(2))))
        .containsExactly(Cause.PROOF_INVALID);
    ConsistencyReport report = check(proof.with("first", notes.get(3)));
    assertThat(report.lines().get(0)).isEqualTo("NOT CONSISTENT");
    assertThat(report.lines()).hasSize(4).anyMatch(l -> l.startsWith("PROOF_INVALID does not"));
    assertThat(report.toJson().array("findings").items()).hasSize(1);
  }

  @Test
  @DisplayName("needs the signatures of keys that it names")
  void otherKey() throws Exception {
    JsonArray other = key(lab.keyOf("Other").verifyingKey().base64());
    assertThat(causes(proof.with("keys", other)))
        .containsExactly(Cause.SIGNATURE_INVALID, Cause.SIGNATURE_INVALID);
    String edited = notes.get(2).replace("\n3\n", "\n2\n");
    assertThat(causes(proof.with("first", edited)))
        .containsExactly(Cause.SIGNATURE_INVALID, Cause.PROOF_INVALID);
  }

  @Test
  @DisplayName("is of one case")
  void twoCases() throws Exception {
    Laboratory other = new Laboratory(Files.createDirectory(desk.resolve("other"))).withCase(0);
    try (var stranger = other.stranger();
        Statement statement = stranger.createStatement();
        ResultSet row = statement.executeQuery("SELECT note FROM checkpoint")) {
      assertThat(row.next()).isTrue();
      assertThat(causes(proof.with("first", row.getString(1)))).contains(Cause.OTHER_CASE);
    }
  }

  @Test
  @DisplayName("is refused in words where it is none")
  void unreadable() throws Exception {
    assertThat(causes(proof.with("format", "x/1"))).containsExactly(Cause.UNREADABLE);
    assertThat(causes(proof.with("first", "x"))).containsExactly(Cause.UNREADABLE);
    Path file = Files.writeString(desk.resolve("f"), " " + CanonicalJson.text(proof));
    assertThat(new ConsistencyCheck().check(file).findings())
        .singleElement()
        .matches(f -> f.words().contains("not canonical JSON"));
    Files.write(file, new byte[(1 << 20) + 1]);
    assertThat(new ConsistencyCheck().check(file).findings())
        .singleElement()
        .matches(f -> f.words().contains("more than 1048576 bytes"));
    assertThat(new ConsistencyCheck().check(desk).findings()).hasSize(1);
    assertThat(new ConsistencyCheck().check(desk.resolve("nowhere")).holds()).isFalse();
  }

  @Test
  @DisplayName("is checked by the program with an exit status")
  void program() throws Exception {
    Path file = Files.writeString(desk.resolve("f"), CanonicalJson.text(proof) + "\n");
    assertThat(run(0, "--consistency", file.toString())).startsWith("consistent: ");
    assertThat(run(0, "--json", "--consistency", file.toString())).contains("\"consistent\":true");
    Files.writeString(file, CanonicalJson.text(proof.with("first", notes.get(3))));
    assertThat(run(1, "--consistency", file.toString())).startsWith("NOT CONSISTENT");
    run(2, "--consistency");
    run(2, "--consistency", "a", "b");
  }

  private String run(int status, String... words) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    assertThat(new Main(out, out, desk).run(List.of(words))).isEqualTo(status);
    return printed.toString(StandardCharsets.UTF_8);
  }

  private List<Cause> causes(JsonObject json) throws Exception {
    return check(json).findings().stream().map(Finding::cause).toList();
  }

  private ConsistencyReport check(JsonObject json) throws Exception {
    Path file = Files.writeString(desk.resolve("proof.json"), CanonicalJson.text(json) + "\n");
    return new ConsistencyCheck().check(file);
  }

  private static JsonArray key(String base64) {
    JsonObject key = JsonObject.empty().with("name", "E. Xaminer").with("publicKey", base64);
    return JsonArray.of(List.of(key));
  }
}
