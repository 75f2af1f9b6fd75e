package org.palimpsest.app.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.casework.ExhibitRole;
import org.palimpsest.app.casework.RestoreSpeech;
import org.palimpsest.app.ui.Bench;
import org.palimpsest.app.ui.session.CaseSession;
import org.palimpsest.app.ui.session.Status;

final class InspectorModelsTest {
  @TempDir Path folder;
  private CaseSession session;

  @BeforeEach
  void open() throws Exception {
    Bench bench = new Bench(folder);
    session = bench.newCase();
    session.importRecording(bench.request(bench.protectedVoice(2.5), ExhibitRole.QUESTIONED));
    Path known = bench.wav("known.wav", Bench.voice(2.5, 120));
    session.importRecording(bench.request(known, ExhibitRole.KNOWN));
  }

  @AfterEach
  void close() throws Exception {
    session.close();
  }

  private List<String> factNames(String section) {
    return FactSheet.of(session).sections().stream()
        .filter(s -> s.title().equals(section))
        .flatMap(s -> s.facts().stream())
        .map(Fact::name)
        .toList();
  }

  @Test
  void offersEachMethodWithItsPackagesAndDefaults() {
    RestoreViewModel model = new RestoreViewModel(session);
    assertThat(model.methodProperty().get()).isEqualTo("inversion");
    assertThat(model.models()).allMatch(name -> name.startsWith("ssed-protector@"));
    assertThat(model.parameters())
        .extracting(RestoreViewModel.Parameter::name)
        .contains("iterations", "startNoise");
    model.methodProperty().set("learned-remover");
    assertThat(model.models()).anyMatch(name -> name.startsWith("ssed-remover@"));
    assertThat(model.originals("Q1")).containsExactly(RestoreViewModel.NOT_KNOWN, "K1");
  }

  @Test
  void asksOnlyForWhatDiffersFromTheDefaults() {
    RestoreViewModel model = new RestoreViewModel(session);
    model.parameters().stream()
        .filter(p -> p.name().equals("iterations"))
        .forEach(p -> p.value().set(" 3 "));
    model.originalProperty().set("K1");
    RestoreSpeech.Request request = model.request("Q1");
    assertThat(request.parameters()).isEqualTo(Map.of("iterations", "3"));
    assertThat(request.original()).contains("K1");
  }

  @Test
  void showsEverythingOfARestorationAndAComparison() {
    RestoreViewModel restore = new RestoreViewModel(session);
    restore.originalProperty().set("K1");
    restore.start("Q1");
    assertThat(session.selectedProperty().get()).contains("R1");
    assertThat(FactSheet.of(session).status()).contains(Status.RESTORED);
    assertThat(factNames("Figures"))
        .contains("Forward residual", "Validation: SNR, restored to original");
    assertThat(factNames("Models")).anyMatch(name -> name.startsWith("ssed-protector@"));
    assertThat(factNames("Parameters")).contains("iterations");
    CompareViewModel compare = new CompareViewModel(session);
    assertThat(compare.encoderProperty().get()).startsWith("palimpsest-encoder@");
    compare.start("R1", compare.candidates());
    FactSheet sheet = FactSheet.of(session);
    assertThat(sheet.title()).startsWith("C1");
    assertThat(factNames("Speaker embeddings")).containsExactly("Cosine similarity, K1");
    assertThat(sheet.sections()).anyMatch(s -> s.note().contains("not a likelihood ratio"));
  }

  @Test
  void showsExhibitsAndTheCase() {
    assertThat(factNames("Sound")).contains("Format", "Decoder", "At full scale", "Active", "SNR");
    assertThat(factNames("Custody")).contains("SHA-256", "Speaker");
    session.selectedProperty().set(Optional.empty());
    assertThat(FactSheet.of(session).title()).isEqualTo("Harbour call");
    assertThat(factNames("Case")).contains("Authority", "Purpose");
  }
}
