package org.palimpsest.app.ui.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.casework.ExhibitRole;
import org.palimpsest.app.casework.RestoreSpeech;
import org.palimpsest.app.figure.TrackKind;
import org.palimpsest.app.ui.Bench;
import org.palimpsest.app.ui.session.CaseSession;

final class LanesViewModelTest {
  @TempDir Path folder;
  private Bench bench;
  private CaseSession session;
  private LanesViewModel model;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(folder);
    session = bench.newCase();
    session.importRecording(bench.request(bench.protectedVoice(2), ExhibitRole.QUESTIONED));
    model = new LanesViewModel(session);
  }

  @AfterEach
  void close() throws Exception {
    session.close();
  }

  private void restore() {
    session
        .steps()
        .restore(
            new RestoreSpeech.Request(
                "Q1", "learned-remover", Optional.empty(), Map.of(), Optional.empty()));
  }

  @Test
  void anExhibitAloneHasNoDifference() {
    model.open("Q1");
    model.differenceProperty().set(true);
    assertThat(model.lanes()).extracting(Lane::id).containsExactly("Q1");
    assertThat(model.comparable()).isFalse();
    assertThat(model.axis().length()).isEqualTo(32_000);
  }

  @Test
  void aRestorationComesWithWhatItWasMadeFrom() {
    restore();
    for (String id : new String[] {"Q1", "R1"}) {
      model.open(id);
      assertThat(model.lanes()).extracting(Lane::id).containsExactly("Q1", "R1");
    }
    model.differenceProperty().set(true);
    assertThat(model.lanes()).extracting(Lane::id).containsExactly("Q1", "R1", "Q1−R1");
    Lane difference = model.lanes().get(2);
    assertThat(difference.clip().at(700))
        .isEqualTo(model.lanes().get(0).clip().at(700) - model.lanes().get(1).clip().at(700));
    assertThat(difference.kind().words()).isEqualTo("difference");
  }

  @Test
  void theOriginalIsShownWhereItIsKnown() throws Exception {
    restore();
    model.originalProperty().set(true);
    model.open("R1");
    assertThat(model.original()).isEmpty();
    assertThat(model.lanes()).hasSize(2);
    session.importRecording(bench.request(folder.resolve("open.wav"), ExhibitRole.KNOWN));
    session
        .steps()
        .restore(
            new RestoreSpeech.Request(
                "Q1", "learned-remover", Optional.empty(), Map.of(), Optional.of("K1")));
    model.differenceProperty().set(true);
    model.open("R2");
    assertThat(model.lanes()).extracting(Lane::id).containsExactly("Q1", "R2", "K1", "Q1−R2");
    assertThat(model.lanes().get(2).kind()).isEqualTo(Lane.Kind.ORIGINAL);
    assertThat(model.loaded()).isTrue();
    assertThat(bench.errors().notes()).isEmpty();
    model.originalProperty().set(false);
    assertThat(model.lanes()).extracting(Lane::id).containsExactly("Q1", "R2", "Q1−R2");
  }

  @Test
  void tracksAreToggledAndSignalsSayWhereTheyComeFrom() {
    restore();
    model.differenceProperty().set(true);
    model.open("R1");
    model.toggle(TrackKind.PITCH);
    assertThat(model.tracksProperty().get()).contains(TrackKind.PITCH, TrackKind.ERROR);
    model.toggle(TrackKind.PITCH);
    assertThat(model.tracksProperty().get()).doesNotContain(TrackKind.PITCH);
    assertThat(model.lanes().get(0).origin()).matches("SHA-256 [0-9a-f]{64}");
    assertThat(model.lanes().get(2).origin()).isEqualTo("Q1 minus R1, sample by sample");
    Lane received = model.lanes().get(0);
    assertThat(model.waveScale(received)).isEqualTo(model.waveScale(model.lanes().get(1)));
    assertThat(model.waveScale(model.lanes().get(2))).isLessThan(model.waveScale(received));
  }

  @Test
  void whatCannotBeReadIsAnErrorAndChangesNothing() {
    model.open("Q1");
    model.open("Q9");
    assertThat(model.lanes()).hasSize(1);
    assertThat(bench.errors().notes()).hasSize(1);
  }
}
