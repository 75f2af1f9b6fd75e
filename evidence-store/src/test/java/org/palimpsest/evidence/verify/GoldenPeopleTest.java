package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.entry.v1.Person;
import org.palimpsest.evidence.entry.v1.ReportState;

/** Written once by the command line, in November 2026, and never written again. */
@DisplayName("a case of three people with a released report, as a folder and as a bundle,")
final class GoldenPeopleTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

  @ParameterizedTest
  @ValueSource(strings = {"case-2", "bundle-2.zip"})
  @DisplayName("verifies for good, with every signature, against the checkpoint that was kept")
  void verifies(String name) {
    VerifyOptions options =
        VerifyOptions.plain()
            .against(Optional.of(GOLDEN.resolve("case-2-checkpoint-11.txt")))
            .withEverySignature();
    VerificationReport report =
        new CaseVerifier().verify(GOLDEN.resolve(name), AnchorSource.none(), options);
    assertThat(report.findings()).isEmpty();
    assertThat(report.flags()).isEmpty();
    assertThat(report.anchored()).isTrue();
    assertThat(report.entries()).isEqualTo(11);
    assertThat(report.blobs()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"case-2", "bundle-2.zip"})
  @DisplayName("still says what it said")
  void says(String name) throws Exception {
    try (CaseFile open = CaseFile.openReadOnly(GOLDEN.resolve(name))) {
      assertThat(open.entries())
          .extracting(LedgerEntry::kind)
          .containsExactly(
              "case-created",
              "recording-imported",
              "person-admitted",
              "person-admitted",
              "case-amended",
              "report-issued",
              "opinion-stated",
              "review-received",
              "review-received",
              "report-released",
              "person-dismissed");
      assertThat(open.description().authority()).isEqualTo("Order 2/26");
      assertThat(open.description().examiner()).isEqualTo("Émile Xaminer");
      assertThat(open.reports().find("P1").orElseThrow().state()).isEqualTo(ReportState.RELEASED);
      assertThat(open.people().list())
          .extracting(Person::name)
          .containsExactly("Émile Xaminer", "R. Eviewer");
      assertThat(open.entry(4).actor().name()).isEqualTo("S. Econd");
    }
  }

  @Test
  @DisplayName("was signed by three keys")
  void threeKeys() throws Exception {
    try (CaseFile open = CaseFile.openReadOnly(GOLDEN.resolve("case-2"))) {
      assertThat(open.entries().stream().map(entry -> entry.actor().key()).distinct()).hasSize(3);
    }
  }
}
