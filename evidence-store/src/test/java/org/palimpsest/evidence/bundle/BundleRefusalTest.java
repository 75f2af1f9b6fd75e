package org.palimpsest.evidence.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.format.Sha256;

@DisplayName("a bundle is not made, in one line and without remains,")
final class BundleRefusalTest {
  @TempDir Path desk;
  private SealedCase sealed;

  @BeforeEach
  void setUp() throws Exception {
    sealed = new SealedCase(new Laboratory(desk)).withCase();
  }

  @Test
  @DisplayName("over something that is there")
  void taken() throws Exception {
    Path file = Files.writeString(sealed.file("b.zip"), "mine");
    refused("b.zip").contains("exists already; nothing is overwritten");
    assertThat(file).hasContent("mine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bundle", ".zip", "bundle.tar", "a:b.zip", "end .zip"})
  @DisplayName("under a name that a bag cannot have")
  void names(String name) {
    refused(name);
    assertThat(sealed.file(name)).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"restored", "%PDF, for the sake of the test", SealedCase.SECRET_WEIGHTS})
  @DisplayName("with content that was changed, that has another size, or that is missing")
  void content(String content) throws Exception {
    String hex = Sha256.hash(content.getBytes(StandardCharsets.UTF_8)).hex();
    Path folder = sealed.lab().folder().resolve("blobs").resolve(hex.substring(0, 2));
    Path blob = folder.resolve(hex.substring(2));
    assertThat(blob.toFile().setWritable(true)).isTrue();
    Files.writeString(blob, "X" + content.substring(1));
    refused("b.zip").contains(hex).contains("run verify");
    Files.writeString(blob, content + content);
    refused("b.zip").contains(hex).contains("missing or has another size");
    Files.delete(blob);
    refused("b.zip").contains(hex).contains("missing or has another size");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "UPDATE ledger SET body = x'7b7d' WHERE seq = 2 | entry 2 is damaged",
        "UPDATE ledger SET body = x'7b' WHERE seq = 2 | ends too early",
        "UPDATE ledger SET leaf_hash = x'00' WHERE seq = 1 | entry 1 is damaged",
        "DELETE FROM ledger WHERE seq = 1 | entry 1 is damaged",
        "DELETE FROM ledger WHERE seq = 4 | the newest checkpoint is not the ledger's",
        "DELETE FROM checkpoint WHERE size = 5 | the newest checkpoint is not the ledger's",
        "DELETE FROM checkpoint | no entry or no checkpoint",
        "DELETE FROM ledger | no entry or no checkpoint",
        "UPDATE checkpoint SET note = 'x' WHERE size = 2 | signature",
        "UPDATE checkpoint SET note = (SELECT note FROM checkpoint WHERE size = 1) WHERE size = 2"
            + " | checkpoint 2 is damaged",
        "PRAGMA user_version = 9 | case format 9"
      })
  @DisplayName("of a ledger that was changed")
  void ledger(String change, String words) throws Exception {
    sealed.lab().tamper(change);
    refused("b.zip").contains(words);
  }

  @Test
  @DisplayName("of what is no case, or into a folder that is not there")
  void noCase() throws Exception {
    refused("absent/b.zip").contains("absent");
    Files.delete(sealed.lab().folder().resolve("case.db"));
    refused("b.zip");
  }

  @Test
  @DisplayName("of a case that grows meanwhile")
  void grows() {
    refused(
            "b.zip",
            (entry, use) -> {
              try (CaseFile open = sealed.lab().open()) {
                Laboratory.importRecording(open, "one more");
                return Optional.empty();
              } catch (CaseException e) {
                throw new AssertionError(e);
              }
            })
        .containsAnyOf("changed meanwhile", "not the ledger's");
  }

  private AbstractStringAssert<?> refused(String name) {
    return refused(name, Omission.NONE);
  }

  private AbstractStringAssert<?> refused(String name, Omission omission) {
    Throwable refusal = catchThrowable(() -> sealed.seal(name, omission));
    assertThat(refusal).isInstanceOf(BundleException.class);
    assertThat(refusal.getMessage().lines()).hasSize(1);
    try (var files = Files.list(desk)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(file -> file.endsWith(".incoming"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return assertThat(refusal.getMessage());
  }
}
