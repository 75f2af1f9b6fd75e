package org.palimpsest.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows docs/formats/case-format-1.md with the JDK and JDBC; none of our classes is used. */
@DisplayName("whoever has only the format document")
final class RecomputedFromTheDocumentTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "formats", "case-format-1.md");

  @TempDir Path desk;

  @Test
  @DisplayName("recomputes the hashes, roots and signatures of its example")
  void example() throws Exception {
    String example = Files.readString(DOCUMENT);
    example = example.substring(example.indexOf("## 8. Example"));
    List<String> blocks = new ArrayList<>();
    Matcher fences = Pattern.compile("```[a-z]*\n(.*?)```", Pattern.DOTALL).matcher(example);
    while (fences.find()) {
      blocks.add(fences.group(1));
    }
    byte[] body0 = utf8(blocks.get(0).strip());
    byte[] body1 = utf8(blocks.get(1).strip());
    assertThat(body0).hasSize(385);
    assertThat(body1).hasSize(272);
    byte[] leaf0 = leaf(body0);
    byte[] leaf1 = leaf(body1);
    byte[] root = root(List.of(leaf0, leaf1));
    assertThat(blocks.get(2))
        .contains("leaf 0   " + hex(leaf0), "leaf 1   " + hex(leaf1), "root 2   " + hex(root));
    byte[] key = HexFormat.of().parseHex(field(example, "`([0-9a-f]{64})`"));
    assertThat(field(blocks.get(0), "\"publicKey\":\"([^\"]+)\"")).isEqualTo(base64(key));
    assertThat(field(blocks.get(0), "\"key\":\"([^\"]+)\"")).isEqualTo("a2d392a4");
    assertNote(blocks.get(3), 1, leaf0, key);
    assertNote(blocks.get(4), 2, root, key);
    assertThat(blocks.get(1)).contains(hex(sha256(utf8("test"))));
  }

  @Test
  @DisplayName("recomputes every hash, root and signature of a case that the workbench wrote")
  void writtenCase() throws Exception {
    Path folder = new Laboratory(desk).withCase(8).folder();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("case.db"));
        Statement statement = connection.createStatement()) {
      assertThat(number(statement, "PRAGMA application_id")).isEqualTo(0x50414C49);
      assertThat(number(statement, "PRAGMA user_version")).isEqualTo(1);
      List<byte[]> leaves = new ArrayList<>();
      String firstBody = "";
      try (ResultSet row = statement.executeQuery("SELECT seq, body, leaf_hash FROM ledger")) {
        for (int seq = 0; row.next(); seq++) {
          String body = new String(row.getBytes(2), StandardCharsets.UTF_8);
          firstBody = seq == 0 ? body : firstBody;
          assertThat(row.getInt(1)).isEqualTo(seq);
          assertThat(body).contains("\"seq\":" + seq + ",", "\"version\":1}");
          leaves.add(leaf(row.getBytes(2)));
          assertThat(row.getBytes(3)).isEqualTo(leaves.get(seq));
          assertBlobs(folder, body);
        }
      }
      byte[] key = Base64.getDecoder().decode(field(firstBody, "\"publicKey\":\"([^\"]+)\""));
      try (ResultSet row = statement.executeQuery("SELECT size, note FROM checkpoint")) {
        int size = 0;
        while (row.next()) {
          size++;
          assertThat(row.getInt(1)).isEqualTo(size);
          assertNote(row.getString(2), size, root(leaves.subList(0, size)), key);
        }
        assertThat(size).isEqualTo(leaves.size()).isEqualTo(9);
      }
    }
  }

  private static void assertNote(String note, int size, byte[] root, byte[] key) throws Exception {
    String[] lines = note.split("\n", -1);
    assertThat(lines).hasSize(6);
    assertThat(lines[0]).startsWith("palimpsest/case/");
    assertThat(lines[1]).isEqualTo(String.valueOf(size));
    assertThat(lines[2]).isEqualTo(base64(root));
    assertThat(lines[3]).isEmpty();
    assertThat(lines[4]).startsWith("\u2014 " + lines[0] + " ");
    assertThat(lines[5]).isEmpty();
    byte[] signed = Base64.getDecoder().decode(lines[4].substring(lines[0].length() + 3));
    byte[] id = sha256(utf8(lines[0]), new byte[] {0x0A, 0x01}, key);
    assertThat(Arrays.copyOf(signed, 4)).isEqualTo(Arrays.copyOf(id, 4));
    Signature check = Signature.getInstance("Ed25519");
    byte[] x509 = join(HexFormat.of().parseHex("302a300506032b6570032100"), key);
    check.initVerify(
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
    check.update(utf8(lines[0] + "\n" + lines[1] + "\n" + lines[2] + "\n"));
    assertThat(check.verify(Arrays.copyOfRange(signed, 4, 68))).isTrue();
  }

  private static void assertBlobs(Path folder, String body) throws Exception {
    Matcher blob =
        Pattern.compile("\"sha256\":\"(..)([0-9a-f]{62})\",\"size\":(\\d+)").matcher(body);
    while (blob.find()) {
      byte[] content =
          Files.readAllBytes(folder.resolve("blobs").resolve(blob.group(1)).resolve(blob.group(2)));
      assertThat(hex(sha256(content))).isEqualTo(blob.group(1) + blob.group(2));
      assertThat(content).hasSize(Integer.parseInt(blob.group(3)));
    }
  }

  private static byte[] leaf(byte[] body) throws Exception {
    return sha256(new byte[] {0x00}, body);
  }

  private static byte[] root(List<byte[]> leaves) throws Exception {
    if (leaves.size() == 1) {
      return leaves.get(0);
    }
    int k = 1;
    while (2 * k < leaves.size()) {
      k *= 2;
    }
    byte[] left = root(leaves.subList(0, k));
    return sha256(new byte[] {0x01}, left, root(leaves.subList(k, leaves.size())));
  }

  private static byte[] sha256(byte[]... parts) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(join(parts));
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(out::writeBytes);
    return out.toByteArray();
  }

  private static String field(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }

  private static int number(Statement statement, String sql) throws Exception {
    try (ResultSet row = statement.executeQuery(sql)) {
      return row.getInt(1);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
