package org.palimpsest.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.app.casework.ExhibitRole;
import org.palimpsest.app.casework.ListeningTest;
import org.palimpsest.app.casework.Passwords;
import org.palimpsest.app.casework.RestoreSpeech;
import org.palimpsest.app.casework.ReviewCase;
import org.palimpsest.app.casework.StateOpinion;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.app.testing.Bench;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.Person;
import org.palimpsest.evidence.entry.v1.Role;
import org.palimpsest.evidence.format.ReviewComment;
import org.palimpsest.evidence.format.ReviewVerdict;
import org.palimpsest.evidence.key.SigningKey;

@DisplayName("a report that is issued late in a case")
final class PeopleInReportTest {
  @TempDir private Path folder;

  @Test
  @DisplayName(
      "prints amendments, people, reviews, releases, replays, opinions and blind tests, each apart")
  void late() throws Exception {
    Bench bench = new Bench(folder);
    Workbench work = bench.workbench();
    try (CaseFile file = bench.newCase("a.palimpsest")) {
      bench.take(file, bench.voice("q.wav", 120, 1), ExhibitRole.QUESTIONED);
      RestoreSpeech.Request request =
          new RestoreSpeech.Request(
              "Q1", "learned-remover", Optional.of("ssed-protector"), Map.of(), Optional.empty());
      long seq = bench.perform(file, work.restoreSpeech().plan(file, request)).seq();
      bench.perform(file, work.replayStep().plan(file, seq));
      work.amendCase().run(file, "authority", "court order 9/26", "the first had a wrong number");
      SigningKey key = work.openCase().key("R. Eviewer", Passwords.NONE);
      work.admitPerson().admit(file, new Person("R. Eviewer", key.verifyingKey(), Role.REVIEWER));
      work.issueReport().run(file, bench.path("first.pdf"));
      ReviewCase.Words words =
          new ReviewCase.Words(
              "R. Eviewer",
              Optional.of("P1"),
              ReviewVerdict.AGREES,
              List.of(
                  new ReviewComment("R1", "Heard it: three words.\nThe last is unclear."),
                  new ReviewComment("", "Complete, as far as I see.")));
      ReviewCase.Words doubts =
          new ReviewCase.Words(
              "R. Eviewer",
              Optional.empty(),
              ReviewVerdict.COMMENTS,
              List.of(new ReviewComment("Q1", "Which telephone?")));
      work.reviewCase().receive(file, work.reviewCase().sign(file, doubts, () -> key).bytes());
      work.reviewCase().receive(file, work.reviewCase().sign(file, words, () -> key).bytes());
      work.reviewCase().release(file, "P1");
      work.admitPerson().dismiss(file, "R. Eviewer", "retired");
      opinion(bench, file, "The speech is clear.", Optional.empty());
      opinion(bench, file, "Most of the speech is clear.", Optional.of("O1"));
      work.enterListeningTest()
          .run(
              file,
              new ListeningTest("Q1", "R1", new SampleRange(8000, 12_000), 0.5, "ABA", "ABB", 4));
      work.issueReport().run(file, bench.path("second.pdf"));
      String text = Printed.read(Files.readAllBytes(bench.path("second.pdf"))).squeezed();
      assertThat(text)
          .contains(
              "Authoritycourtorder9/26",
              "authorityamended",
              "courtorder9/26(because:thefirsthadawrongnumber)",
              "admittedasreviewer",
              "L1:AisQ1,BisR1",
              "2of3right,endedearlyof4planned",
              "0.5000to0.7500s,Braisedby−6.02dB.XwasABA;theanswerswereABB.",
              "reviewV2:agrees",
              "onreportP1,comments:2",
              "reportreleased",
              "V1onthecase:commentsOnQ1:Whichtelephone?R.Eviewer,signed20",
              "V2onreportP1:agreesOnR1:Heardit:threewords.Thelastisunclear.Onthecase:Complete,as",
              "UTCbythereviewer'sclock,entry8;thereviewersaw8entries",
              "keydismissed",
              "Stepsthatwererunagain",
              "same-bytes,comparedbybytes",
              "Whattheexaminerstates",
              "O1onQ1(withdrawn:replacedbelow)",
              "O2onQ1,inplaceofO1",
              "Mostofthespeechisclear.")
          .doesNotContain("Authoritycourtorder1/26");
    }
  }

  @Test
  @DisplayName("says nothing of people and opinions where the ledger does not")
  void early() throws Exception {
    Bench bench = new Bench(folder);
    try (CaseFile file = bench.newCase("a.palimpsest")) {
      byte[] pdf =
          new CaseReport(file.entries(), file.latestCheckpoint(), true, "P")
              .toPdf(List.of(), List.of(), List.of(), Map.of());
      assertThat(Printed.read(pdf).text())
          .doesNotContain(
              "What the examiner states", "People, amendments", "run again", "reviewers said");
    }
  }

  private static void opinion(Bench bench, CaseFile file, String text, Optional<String> replaces)
      throws Exception {
    bench
        .workbench()
        .stateOpinion()
        .run(file, new StateOpinion.Opinion(List.of("Q1"), text, replaces));
  }
}
