package org.palimpsest.app.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.casework.CompareSpeakers;
import org.palimpsest.app.casework.ExhibitRole;
import org.palimpsest.app.casework.RestoreSpeech;
import org.palimpsest.app.ui.Bench;

final class CaseSessionTest {
  @TempDir Path folder;
  private Bench bench;
  private CaseSession session;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(folder);
    session = bench.newCase();
    session.importRecording(bench.request(bench.protectedVoice(2.5), ExhibitRole.QUESTIONED));
    Path known = bench.wav("known.wav", Bench.voice(2.5, 140));
    session.importRecording(bench.request(known, ExhibitRole.KNOWN));
  }

  @AfterEach
  void close() throws Exception {
    session.close();
  }

  private Status statusOf(String id) {
    return Status.of(session.now().view().exhibit(id).orElseThrow(), session.now().view());
  }

  private static RestoreSpeech.Request inversion(Map<String, String> parameters) {
    return new RestoreSpeech.Request(
        "Q1", "inversion", Optional.of("ssed-protector"), parameters, Optional.empty());
  }

  @Test
  void whatIsImportedIsSelectedAndNotExaminedYet() {
    assertThat(session.selectedProperty().get()).contains("K1");
    assertThat(statusOf("Q1")).isEqualTo(Status.NOT_EXAMINED);
    assertThat(session.now().entries()).hasSize(3);
  }

  @Test
  void restoresAndCompares() {
    session.steps().restore(inversion(Map.of("iterations", "2")));
    assertThat(bench.errors().notes()).isEmpty();
    assertThat(statusOf("Q1")).isEqualTo(Status.RESTORED);
    session.steps().compare(new CompareSpeakers.Request("R1", List.of("K1"), Optional.empty()));
    assertThat(bench.errors().notes()).isEmpty();
    assertThat(statusOf("Q1")).isEqualTo(Status.COMPARED);
    assertThat(statusOf("K1")).isEqualTo(Status.COMPARED);
    assertThat(session.selectedProperty().get()).contains("C1");
  }

  @Test
  void refusalsLeaveNoEntry() {
    session.steps().restore(inversion(Map.of("iterations", "none")));
    assertThat(bench.errors().notes().get(0).words()).contains("iterations");
    assertThat(session.now().entries()).hasSize(3);
  }

  @Test
  void verifiesAndNoticesWhenItIsOutdated() {
    assertThat(session.verification().stateProperty().get()).isEqualTo(Verification.State.UNKNOWN);
    session.verify();
    assertThat(session.verification().lineProperty().get()).startsWith("verified at");
    assertThat(session.verification().details()).contains("Verified.", "3 entries");
    session.steps().restore(inversion(Map.of("iterations", "1")));
    assertThat(session.verification().lineProperty().get()).contains("new entries");
  }

  @Test
  void saysWhatATamperedCaseHides() throws Exception {
    Path blob;
    try (Stream<Path> files = Files.walk(bench.caseFolder().resolve("blobs"))) {
      blob = files.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
    Files.delete(blob);
    session.verify();
    assertThat(session.verification().stateProperty().get()).isEqualTo(Verification.State.FINDINGS);
    assertThat(session.verification().details()).contains("NOT verified: 1 finding");
  }
}
