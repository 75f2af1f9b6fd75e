package org.palimpsest.app.casework;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.analysis.method.AnalysisPlan;
import org.palimpsest.analysis.method.Outcome;
import org.palimpsest.app.annotation.AnnotatedSignal;
import org.palimpsest.app.annotation.Annotation;
import org.palimpsest.app.annotation.Annotations;
import org.palimpsest.app.annotation.Mark;
import org.palimpsest.app.testing.Bench;
import org.palimpsest.app.testing.StampAuthority;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.entry.v1.Person;
import org.palimpsest.evidence.entry.v1.Role;
import org.palimpsest.evidence.entry.v1.StepOutcome;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.ReviewVerdict;
import org.palimpsest.evidence.key.SigningKey;

/** A chain of hashes proves that nothing was taken out, never that everything was put in. */
@DisplayName("every use case that is given a case")
final class CompletenessTest {
  private static final String REVIEWER = "R. Eviewer";

  @TempDir private Path folder;
  private Bench bench;
  private CaseFile file;

  /** What a use case does to a case; throws whatever it throws. */
  private interface Act {
    void run() throws Exception;
  }

  /**
   * One way through a use case.
   *
   * @param entries how many it must append
   */
  private record Scenario(int entries, Act act) {}

  @BeforeEach
  void makeCase() throws Exception {
    bench = new Bench(folder);
    file = bench.newCase("a.palimpsest");
    bench.take(file, bench.protectedVoice("q.wav", 120, 1.2), ExhibitRole.QUESTIONED);
    bench.take(file, bench.voice("k.wav", 130, 1.2), ExhibitRole.KNOWN);
  }

  @AfterEach
  void close() throws Exception {
    file.close();
  }

  @Test
  @DisplayName("appends one entry where it changes or derives something, and none where it looks")
  void exactlyOne() throws Exception {
    Map<String, Scenario> scenarios = scenarios();
    assertThat(scenarios.keySet())
        .as("each public method that takes a case has its scenario here")
        .isEqualTo(methodsThatTakeACase());
    for (Map.Entry<String, Scenario> scenario : scenarios.entrySet()) {
      long before = file.size();
      scenario.getValue().act().run();
      assertThat(file.size() - before)
          .as(scenario.getKey())
          .isEqualTo(scenario.getValue().entries());
    }
    assertThat(bench.workbench().checkCase().verify(file.folder(), Optional.empty()).findings())
        .isEmpty();
  }

  @Test
  @DisplayName(
      "appends one entry also when the step fails, is cancelled, breaks, or does not apply")
  void howeverItEnds() throws Exception {
    assertThat(logged(new Outcome.Failed<>(Outcome.Cause.INPUT, "too short")))
        .isEqualTo(StepOutcome.FAILED);
    assertThat(logged(new Outcome.Cancelled<>())).isEqualTo(StepOutcome.CANCELLED);
    assertThat(logged(new Outcome.NotApplicable<>("silent"))).isEqualTo(StepOutcome.NOT_APPLICABLE);
    assertThat(logged(new Outcome.Completed<>(new Conclusion(JsonObject.empty(), none()))))
        .isEqualTo(StepOutcome.COMPLETED);
    long before = file.size();
    PlannedStep real = restoration();
    bench.workbench().runAnalysis().run(file, real, (s, f) -> {}, () -> true);
    assertThat(file.size()).isEqualTo(before + 1);
    assertThat(last().step().orElseThrow().outcome()).isEqualTo(StepOutcome.CANCELLED);
  }

  private static Optional<org.palimpsest.analysis.audio.AudioClip> none() {
    return Optional.empty();
  }

  private StepOutcome logged(Outcome<Conclusion> end) throws Exception {
    long before = file.size();
    AnalysisPlan plan = new AnalysisPlan("m", "1", new TreeMap<>(), List.of(), List.of());
    PlannedStep step =
        new PlannedStep(EntryKind.RESTORATION, "R", plan, List.of(), List.of(), (p, c) -> end);
    bench.perform(file, step);
    assertThat(file.size()).isEqualTo(before + 1);
    return last().step().orElseThrow().outcome();
  }

  /** In an order in which each finds what it needs. */
  private Map<String, Scenario> scenarios() throws Exception {
    Workbench work = bench.workbench();
    SigningKey reviewer = work.openCase().key(REVIEWER, Passwords.NONE);
    Person person = new Person(REVIEWER, reviewer.verifyingKey(), Role.REVIEWER);
    Map<String, Scenario> all = new java.util.LinkedHashMap<>();
    all.put("ImportRecording.run", new Scenario(1, this::importOne));
    all.put("SoundArchive.load", new Scenario(0, () -> work.sounds().load(file, "Q1")));
    all.put("SoundArchive.confidence", new Scenario(0, () -> work.sounds().confidence(file, "R1")));
    all.put("SoundArchive.hashOf", new Scenario(0, () -> work.sounds().hashOf(file, "Q1")));
    all.put("ExportCheckpoint.note", new Scenario(0, () -> work.exportCheckpoint().note(file)));
    all.put(
        "ExportCheckpoint.consistency",
        new Scenario(
            0,
            () ->
                work.exportCheckpoint()
                    .consistency(file, file.latestCheckpoint().note().getBytes(UTF_8))));
    all.put("RestoreSpeech.plan", new Scenario(0, this::restoration));
    all.put("CompareSpeakers.plan", new Scenario(0, this::comparison));
    all.put("RunAnalysis.run", new Scenario(1, () -> bench.perform(file, restoration())));
    all.put("ReplayStep.replayable", new Scenario(0, () -> work.replayStep().replayable(file)));
    all.put(
        "ReplayStep.plan",
        new Scenario(
            1,
            () ->
                bench.perform(
                    file,
                    work.replayStep().plan(file, work.replayStep().replayable(file).get(0)))));
    all.put(
        "IssueReport.run",
        new Scenario(1, () -> work.issueReport().run(file, bench.path("report.pdf"))));
    all.put(
        "IssueReport.preview",
        new Scenario(0, () -> work.issueReport().preview(file, bench.path("preview.pdf"))));
    all.put(
        "SealBundle.run",
        new Scenario(1, () -> work.sealBundle().run(file, bench.path("bundle.zip"))));
    all.put(
        "AdmitPerson.requireAdmissible",
        new Scenario(0, () -> work.admitPerson().requireAdmissible(file, REVIEWER)));
    all.put("AdmitPerson.admit", new Scenario(1, () -> work.admitPerson().admit(file, person)));
    ReviewCase.Words words =
        new ReviewCase.Words(REVIEWER, Optional.of("P1"), ReviewVerdict.AGREES, List.of());
    all.put(
        "ReviewCase.sign",
        new Scenario(0, () -> work.reviewCase().sign(file, words, () -> reviewer)));
    all.put(
        "ReviewCase.receive",
        new Scenario(
            1,
            () ->
                work.reviewCase()
                    .receive(file, work.reviewCase().sign(file, words, () -> reviewer).bytes())));
    all.put("ReviewCase.release", new Scenario(1, () -> work.reviewCase().release(file, "P1")));
    all.put(
        "StateOpinion.run",
        new Scenario(
            1,
            () ->
                work.stateOpinion()
                    .run(
                        file,
                        new StateOpinion.Opinion(
                            List.of("Q1"), "clear speech", Optional.empty()))));
    AnnotatedSignal signal = work.annotateSignal().signal(file, "Q1");
    all.put(
        "AnnotateSignal.signal", new Scenario(0, () -> work.annotateSignal().signal(file, "Q1")));
    all.put(
        "AnnotateSignal.open",
        new Scenario(0, () -> work.annotateSignal().open(file, signal).close()));
    all.put(
        "AnnotateSignal.enter",
        new Scenario(
            1, () -> work.annotateSignal().enter(file, new Annotations(signal, List.of(click())))));
    all.put(
        "AnnotateSignal.newest", new Scenario(0, () -> work.annotateSignal().newest(file, signal)));
    all.put(
        "EnterListeningTest.run",
        new Scenario(
            1,
            () ->
                work.enterListeningTest()
                    .run(
                        file,
                        new ListeningTest(
                            "Q1", "R1", new SampleRange(0, 900), 0.99, "ABBA", "ABAA", 12))));
    all.put(
        "AmendCase.run",
        new Scenario(1, () -> work.amendCase().run(file, "purpose", "to test more", "a wish")));
    all.put(
        "IssueReport.preview",
        new Scenario(0, () -> work.issueReport().preview(file, bench.path("preview.pdf"))));
    all.put(
        "SealBundle.run",
        new Scenario(1, () -> work.sealBundle().run(file, bench.path("bundle.zip"))));
    Path query = bench.path("checkpoint.tsq");
    all.put(
        "StampCheckpoint.query",
        new Scenario(0, () -> work.stampCheckpoint().query(file, OptionalLong.empty(), query)));
    all.put(
        "StampCheckpoint.receive",
        new Scenario(
            1,
            () -> {
              Path response = new StampAuthority().answer(query, bench.path("checkpoint.tsr"));
              work.stampCheckpoint()
                  .receive(file, new StampCheckpoint.Received(query, response, List.of()));
            }));
    all.put(
        "AdmitPerson.dismiss",
        new Scenario(1, () -> work.admitPerson().dismiss(file, REVIEWER, "left")));
    return all;
  }

  private static Annotation click() {
    return new Annotation(
        UUID.randomUUID(), new Mark.Point(7), "clicks", "click", "Ada", Instant.now());
  }

  private void importOne() throws Exception {
    ImportRecording importer = bench.workbench().importRecording();
    Path voice = bench.voice("more.wav", 140, 1);
    importer.run(
        file,
        importer.accept(
            new ImportRecording.Request(
                voice,
                ExhibitRole.KNOWN,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                false)));
  }

  private PlannedStep restoration() throws Exception {
    return bench
        .workbench()
        .restoreSpeech()
        .plan(
            file,
            new RestoreSpeech.Request(
                "Q1",
                "learned-remover",
                Optional.of("ssed-protector"),
                Map.of(),
                Optional.empty()));
  }

  private PlannedStep comparison() throws Exception {
    return bench
        .workbench()
        .compareSpeakers()
        .plan(file, new CompareSpeakers.Request("Q1", List.of("K1"), Optional.empty()));
  }

  private LedgerEntry last() {
    return file.entry(file.size() - 1);
  }

  /** Everything in this room that somebody outside can hand a case to. */
  private static Set<String> methodsThatTakeACase() {
    Set<String> methods = new TreeSet<>();
    for (Method door : Workbench.class.getMethods()) {
      Class<?> useCase = door.getReturnType();
      if (useCase.getPackage() == Workbench.class.getPackage()) {
        for (Method method : useCase.getDeclaredMethods()) {
          boolean takesCase = Arrays.asList(method.getParameterTypes()).contains(CaseFile.class);
          if (Modifier.isPublic(method.getModifiers()) && takesCase) {
            methods.add(useCase.getSimpleName() + "." + method.getName());
          }
        }
      }
    }
    return methods;
  }
}
