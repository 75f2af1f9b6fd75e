package org.palimpsest.app.ui.annotations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.annotation.Mark;
import org.palimpsest.app.casework.ExhibitRole;
import org.palimpsest.app.casework.Passwords;
import org.palimpsest.app.task.BackgroundTasks;
import org.palimpsest.app.ui.Bench;
import org.palimpsest.app.ui.session.CaseSession;

@DisplayName("the annotations of the open signal")
final class AnnotationsViewModelTest {
  private static final long SAMPLES = 8000;

  @TempDir Path folder;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private Bench bench;
  private CaseSession session;
  private AnnotationsViewModel model;

  @BeforeEach
  void makeCase() throws Exception {
    bench = new Bench(folder);
    CaseSession made = bench.newCase();
    made.importRecording(
        bench.request(bench.wav("q.wav", Bench.voice(0.5, 120)), ExhibitRole.QUESTIONED));
    made.importRecording(
        bench.request(bench.wav("k.wav", Bench.voice(0.5, 150)), ExhibitRole.KNOWN));
    made.close();
    BackgroundTasks tasks =
        new BackgroundTasks(
            waiting::add, Runnable::run, Runnable::run, System::nanoTime, bench.errors());
    session =
        new CaseSession(
            bench.workbench(),
            bench.workbench().openCase().forWriting(bench.caseFolder(), Passwords.NONE),
            tasks,
            Optional.empty());
    model = new AnnotationsViewModel(session.annotations(), bench.errors());
  }

  private void work() {
    while (!waiting.isEmpty()) {
      waiting.poll().run();
    }
  }

  @Test
  @DisplayName("are opened once, however often they are asked for before they are there")
  void once() {
    model.target("Q1", SAMPLES);
    model.close();
    model.target("Q1", SAMPLES);
    model.target("K1", SAMPLES);
    model.target("Q1", SAMPLES);
    assertThat(waiting).hasSize(1);
    work();
    assertThat(model.now().signal().orElseThrow().id()).isEqualTo("Q1");
    assertThat(model.now().writable()).isTrue();
    model.target("K1", SAMPLES);
    work();
    model.target("Q1", SAMPLES);
    work();
    assertThat(model.now().writable()).isTrue(); // it was given back
  }

  @Test
  @DisplayName("that were closed before they were there are given back")
  void closed() {
    model.target("Q1", SAMPLES);
    model.close();
    work();
    assertThat(model.now().signal()).isEmpty();
    AnnotationsViewModel other = new AnnotationsViewModel(session.annotations(), bench.errors());
    other.target("Q1", SAMPLES);
    work();
    assertThat(other.now().writable()).isTrue();
  }

  @Test
  @DisplayName("that cannot be read are told of once, and another signal still opens")
  void unreadable() throws Exception {
    model.target("Q1", SAMPLES);
    work();
    model.add(new Mark.Point(5));
    model.add(new Mark.Point(6));
    model.close();
    try (var files = Files.walk(bench.workbench().userData().resolve("annotations"))) {
      Path journal =
          files.filter(file -> file.toString().endsWith(".journal")).findFirst().orElseThrow();
      Files.writeString(journal, Files.readString(journal).replaceFirst("\"on\":0", "\"on\":9"));
    }
    model.target("Q1", SAMPLES);
    work();
    assertThat(model.now().signal()).isEmpty();
    assertThat(bench.errors().notes()).singleElement().matches(n -> n.words().contains("line 2"));
    model.add(new Mark.Point(7)); // nothing is open: nothing happens
    model.target("K1", SAMPLES);
    work();
    assertThat(model.now().signal().orElseThrow().id()).isEqualTo("K1");
  }

  @Test
  @DisplayName("say in a line how many they are and where they are kept")
  void words() {
    assertThat(model.now().words()).isEqualTo("no signal is open");
    model.target("Q1", SAMPLES);
    work();
    assertThat(model.now().words()).isEqualTo("Q1: 0 annotations");
    model.add(new Mark.Region(5, 900));
    assertThat(model.now().words()).isEqualTo("Q1: 1 annotation; kept here, not in the ledger");
    assertThat(model.now().undo()).contains("Add region \"of interest\"");
    model.enter();
    work();
    assertThat(model.now().words()).isEqualTo("Q1: 1 annotation; in the ledger");
    model.add(new Mark.Point(SAMPLES)); // outside
    assertThat(bench.errors().notes()).hasSize(1);
    model.removeChosen();
    assertThat(model.now().words()).isEqualTo("Q1: 0 annotations; kept here, not in the ledger");
  }
}
