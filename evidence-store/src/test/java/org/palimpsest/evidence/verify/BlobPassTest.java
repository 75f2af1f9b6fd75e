package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.evidence.format.Sha256;

@DisplayName("the verifier's look at stored content")
final class BlobPassTest {
  @TempDir Path folder;
  private final Findings findings = new Findings();
  private final Map<BlobClaim, Long> claims = new LinkedHashMap<>();
  private BlobPass pass;

  @BeforeEach
  void setUp() {
    pass = new BlobPass(folder, findings);
  }

  @Test
  @DisplayName("finds nothing wrong with what is as claimed, the empty blob included")
  void sound() throws Exception {
    claim("one", 1);
    claim("", 2);
    claim("x".repeat(200_000), 3);
    pass.check(claims);
    assertThat(findings.list()).isEmpty();
  }

  @Test
  @DisplayName("names entry and hash of what was changed without changing its size")
  void changed() throws Exception {
    BlobClaim claim = claim("one", 7);
    Files.writeString(path(claim), "two");
    pass.check(claims);
    assertThat(findings.list())
        .containsExactly(
            new Finding(
                Subject.BLOB,
                Optional.of(7L),
                Optional.of(claim.sha256().hex()),
                "the content was changed"));
  }

  @Test
  @DisplayName("judges each size that is claimed for the same content")
  void twoSizes() throws Exception {
    BlobClaim claim = claim("one", 1);
    claims.put(new BlobClaim(claim.sha256(), 4), 2L);
    pass.check(claims);
    assertThat(findings.list())
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.seq()).contains(2L);
              assertThat(f.words()).isEqualTo("the content has 3 bytes, not 4");
            });
  }

  @Test
  @DisplayName("takes a folder, a link and a hole for missing content")
  void missing() throws Exception {
    BlobClaim asFolder = claim("one", 1);
    Files.delete(path(asFolder));
    Files.createDirectory(path(asFolder));
    BlobClaim asLink = claim("two", 2);
    Path moved = Files.move(path(asLink), folder.resolve("moved"));
    Files.createSymbolicLink(path(asLink), moved);
    BlobClaim asHole = claim("three", 3);
    Files.delete(path(asHole));
    pass.check(claims);
    assertThat(findings.list())
        .hasSize(3)
        .allMatch(f -> f.words().equals("the content is missing"));
  }

  @Test
  @DisplayName("counts files that no entry speaks of, whatever their names")
  void strays() throws Exception {
    claim("one", 1);
    Files.writeString(folder.resolve(".incoming-7"), "x");
    Path other = Files.createDirectories(folder.resolve("zz"));
    Files.writeString(other.resolve("y"), "y");
    Files.createSymbolicLink(folder.resolve("link"), other);
    List<String> remarks = new ArrayList<>();
    pass.remarkStrays(claims.keySet(), remarks);
    assertThat(remarks).singleElement().asString().startsWith("3 file(s)");
  }

  @Test
  @DisplayName("remarks nothing where all is known, and says when it cannot look")
  void noStrays() throws Exception {
    claim("one", 1);
    List<String> remarks = new ArrayList<>();
    pass.remarkStrays(claims.keySet(), remarks);
    assertThat(remarks).isEmpty();
    new BlobPass(folder.resolve("nowhere"), findings).remarkStrays(Set.of(), remarks);
    assertThat(remarks).containsExactly("the folder nowhere cannot be listed");
  }

  private BlobClaim claim(String content, long seq) throws Exception {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    BlobClaim claim = new BlobClaim(Sha256.hash(bytes), bytes.length);
    Files.createDirectories(path(claim).getParent());
    Files.write(path(claim), bytes);
    claims.put(claim, seq);
    return claim;
  }

  private Path path(BlobClaim claim) {
    String hex = claim.sha256().hex();
    return folder.resolve(hex.substring(0, 2)).resolve(hex.substring(2));
  }
}
