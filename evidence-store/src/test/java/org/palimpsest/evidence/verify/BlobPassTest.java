package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.evidence.format.JsonArray;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.Sha256;

@DisplayName("the verifier's look at stored content")
final class BlobPassTest {
  @TempDir Path folder;
  private final Findings findings = new Findings();
  private final Flags flags = new Flags();
  private final Claims claims = new Claims();
  private BlobPass pass;

  @BeforeEach
  void setUp() {
    pass = new BlobPass(new FolderContents(folder), findings, flags);
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
                Cause.BLOB_CHANGED,
                Subject.BLOB,
                Optional.of(7L),
                Optional.of(claim.sha256().hex()),
                "the content was changed"));
  }

  @Test
  @DisplayName("judges each size that is claimed for the same content")
  void twoSizes() throws Exception {
    BlobClaim claim = claim("one", 1);
    add(new BlobClaim(claim.sha256(), 4), 2, "recording");
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
  @DisplayName("tells a folder and a link from content that is missing")
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
        .extracting(Finding::cause)
        .containsExactly(Cause.NOT_A_PLAIN_FILE, Cause.NOT_A_PLAIN_FILE, Cause.BLOB_MISSING);
  }

  @Test
  @DisplayName("says that it is a model that was changed, where any entry uses it as one")
  void models() throws Exception {
    BlobClaim both = claim("both", 1);
    add(both, 2, "model");
    Files.delete(path(both));
    BlobClaim model = new BlobClaim(Sha256.hash(new byte[] {1}), 1);
    add(model, 3, "model");
    pass.check(claims);
    assertThat(findings.list())
        .extracting(Finding::cause)
        .containsExactly(Cause.MODEL_CHANGED, Cause.MODEL_CHANGED);
    assertThat(claims.all().get(both)).isEqualTo(new Claims.Use(1, true, false));
    assertThat(claims.all().get(model)).isEqualTo(new Claims.Use(3, true, true));
  }

  private BlobClaim claim(String content, long seq) throws Exception {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    BlobClaim claim = new BlobClaim(Sha256.hash(bytes), bytes.length);
    Files.createDirectories(path(claim).getParent());
    Files.write(path(claim), bytes);
    add(claim, seq, "recording");
    return claim;
  }

  private void add(BlobClaim claim, long seq, String role) {
    JsonObject use =
        JsonObject.empty()
            .with("role", role)
            .with("sha256", claim.sha256().hex())
            .with("size", claim.size());
    claims.add(seq, JsonObject.empty().with("blobs", JsonArray.of(List.of(use))));
  }

  private Path path(BlobClaim claim) {
    String hex = claim.sha256().hex();
    Path blobs = folder.resolve("blobs");
    return blobs.resolve(hex.substring(0, 2)).resolve(hex.substring(2));
  }
}
