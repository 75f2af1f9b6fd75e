package org.palimpsest.app.ui.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.app.casework.ExhibitRole;
import org.palimpsest.app.casework.ListeningTest;
import org.palimpsest.app.casework.RestoreSpeech;
import org.palimpsest.app.ui.Bench;
import org.palimpsest.app.ui.session.CaseSession;
import org.palimpsest.app.ui.session.Status;

final class LedgerRowTest {
  @TempDir Path folder;

  @Test
  void newestFirstInTheTimeOfTheCase() throws Exception {
    Bench bench = new Bench(folder);
    CaseSession session = bench.newCase();
    session.importRecording(bench.request(bench.protectedVoice(2), ExhibitRole.QUESTIONED));
    session
        .steps()
        .restore(
            new RestoreSpeech.Request(
                "Q1", "learned-remover", Optional.empty(), Map.of(), Optional.empty()));
    List<LedgerRow> rows = LedgerRow.of(session.now().entries(), ZoneId.of("Asia/Tokyo"));
    assertThat(rows).extracting(LedgerRow::seq).containsExactly(2L, 1L, 0L);
    assertThat(rows)
        .extracting(LedgerRow::kind)
        .containsExactly("restoration", "recording imported", "case created");
    assertThat(rows)
        .extracting(LedgerRow::what)
        .containsExactly("R1 from Q1, learned-remover", "Q1  protected.wav", "Harbour call");
    assertThat(rows.get(0).outcome()).contains(Status.COMPLETED);
    assertThat(rows.get(1).outcome()).isEmpty();
    int utc = rows.get(0).entry().time().atZone(ZoneId.of("UTC")).getHour();
    assertThat(Integer.parseInt(rows.get(0).time().substring(11, 13))).isEqualTo((utc + 9) % 24);
    assertThat(rows.get(0).json()).contains("\n  \"kind\": \"restoration\"");
    session.enter(
        new ListeningTest("Q1", "R1", new SampleRange(0, 9), 1, "AB", "BB", 12), made -> {});
    assertThat(LedgerRow.of(session.now().entries(), ZoneId.of("UTC")).get(0).what())
        .isEqualTo("L1  Q1 against R1: 1 of 2 right");
    session.close();
  }
}
