package org.palimpsest.app.ui.exhibits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.casework.CompareSpeakers;
import org.palimpsest.app.casework.ExhibitRole;
import org.palimpsest.app.casework.RestoreSpeech;
import org.palimpsest.app.ui.Bench;
import org.palimpsest.app.ui.session.CaseSession;
import org.palimpsest.app.ui.session.Status;

final class CaseNodeTest {
  @TempDir Path folder;

  @Test
  void resultsHangUnderWhatTheyCameFrom() throws Exception {
    Bench bench = new Bench(folder);
    CaseSession session = bench.newCase();
    session.importRecording(bench.request(bench.protectedVoice(2.5), ExhibitRole.QUESTIONED));
    Path known = bench.wav("interview.wav", Bench.voice(2.5, 140));
    session.importRecording(bench.request(known, ExhibitRole.KNOWN));
    session
        .steps()
        .restore(
            new RestoreSpeech.Request(
                "Q1", "learned-remover", Optional.empty(), Map.of(), Optional.empty()));
    session.steps().compare(new CompareSpeakers.Request("R1", List.of("K1"), Optional.empty()));
    List<CaseNode> nodes = CaseNode.of(session.now().view());
    CaseNode q1 = nodes.get(0).children().get(0);
    assertThat(q1.status()).contains(Status.COMPARED);
    assertThat(q1.children().get(0).title()).isEqualTo("By learned-remover");
    assertThat(q1.children().get(0).children().get(0).title()).isEqualTo("Comparison with K1");
    assertThat(CaseNode.filter(nodes, " ")).isEqualTo(nodes);
    assertThat(CaseNode.filter(nodes, "INTERVIEW").get(0).children()).isEmpty();
    assertThat(CaseNode.filter(nodes, "interview").get(1).children()).hasSize(1);
    assertThat(CaseNode.filter(nodes, "c1").get(0).children().get(0).children()).hasSize(1);
    session.close();
  }
}
