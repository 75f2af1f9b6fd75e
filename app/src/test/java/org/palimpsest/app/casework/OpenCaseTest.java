package org.palimpsest.app.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.app.testing.Bench;
import org.palimpsest.evidence.casefile.CaseDescription;
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;

@DisplayName("a case")
final class OpenCaseTest {
  private static final Passwords SECRET = (examiner, isNew) -> Optional.of("secret".toCharArray());
  private static final Passwords WRONG = (examiner, isNew) -> Optional.of("wrong".toCharArray());

  @TempDir private Path folder;
  private Bench bench;
  private OpenCase cases;

  @BeforeEach
  void makeBench() {
    bench = new Bench(folder);
    cases = bench.workbench().openCase();
  }

  @Test
  @DisplayName("is continued with the password of its key, and not without")
  void asksForThePassword() throws Exception {
    Path dir = bench.path("a");
    cases.create(dir, description("authority"), SECRET).close();
    assertThat(cases.hasOpenKey("Ada")).isFalse();
    assertThatThrownBy(() -> cases.forWriting(dir, WRONG)).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> cases.forWriting(dir, Passwords.NONE))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("password");
    try (CaseFile file = cases.forWriting(dir, SECRET)) {
      assertThat(file.writable()).isTrue();
    }
  }

  @Test
  @DisplayName("of a key without password says so")
  void openKey() throws Exception {
    cases.create(bench.path("a"), description("authority"), Passwords.NONE).close();
    assertThat(cases.hasOpenKey("Ada")).isTrue();
    assertThat(cases.hasOpenKey("Nobody")).isFalse();
  }

  @Test
  @DisplayName("needs an authority")
  void needsAuthority() {
    assertThatThrownBy(() -> cases.create(bench.path("a"), description(" "), Passwords.NONE))
        .isInstanceOf(CaseException.class)
        .hasMessageContaining("authority");
    assertThat(bench.path("a")).doesNotExist();
  }

  @Test
  @DisplayName("made on another computer opens read-only, and says why not for writing")
  void foreignKey() throws Exception {
    cases.create(bench.path("a"), description("authority"), Passwords.NONE).close();
    Workbench other =
        new Workbench(Bench.SHIPPED, bench.path("other-user"), "test", java.time.Clock.systemUTC());
    assertThatThrownBy(() -> other.openCase().forWriting(bench.path("a"), Passwords.NONE))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("the key of Ada is not on this computer");
    assertThat(bench.path("other-user").resolve("keys")).doesNotExist();
    try (CaseFile file = other.openCase().readOnly(bench.path("a"))) {
      assertThat(file.writable()).isFalse();
    }
  }

  private static CaseDescription description(String authority) {
    return new CaseDescription("Title", authority, "purpose", ZoneId.of("UTC"), "Ada");
  }
}
