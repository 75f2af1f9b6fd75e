package org.palimpsest.app.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.casework.CaseView;
import org.palimpsest.app.casework.ExhibitRole;
import org.palimpsest.app.casework.ImportRecording;
import org.palimpsest.app.casework.Passwords;
import org.palimpsest.app.task.BackgroundTask;
import org.palimpsest.app.task.BackgroundTasks;
import org.palimpsest.app.task.ErrorNote;
import org.palimpsest.app.ui.Bench;
import org.palimpsest.evidence.casefile.CaseFile;

@DisplayName("recordings that are imported together")
final class CaseImportsTest {
  @TempDir Path folder;
  private Bench bench;
  private CaseFile file;
  private final Queue<Runnable> later = new ArrayDeque<>();
  private final List<String> made = new ArrayList<>();
  private BackgroundTasks tasks;
  private CaseImports imports;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(folder);
    file =
        bench.workbench().openCase().create(bench.caseFolder(), Bench.DESCRIPTION, Passwords.NONE);
    tasks =
        new BackgroundTasks(
            later::add, Runnable::run, Runnable::run, System::nanoTime, bench.errors());
    imports = new CaseImports(bench.workbench().importRecording(), file, tasks, made::add);
  }

  @AfterEach
  void close() throws Exception {
    file.close();
  }

  private ImportRecording.Request voice(String name) throws Exception {
    return bench.request(bench.wav(name, Bench.voice(0.2, 120)), ExhibitRole.QUESTIONED);
  }

  private List<String> words() {
    return bench.errors().notes().stream().map(ErrorNote::words).toList();
  }

  @Test
  @DisplayName("are one line of progress, and one that is refused keeps none from being taken")
  void refused() throws Exception {
    Path letter = Files.writeString(folder.resolve("letter.wav"), "Dear Sir or Madam");
    BackgroundTask task =
        imports.start(
            List.of(voice("b.wav"), bench.request(letter, ExhibitRole.KNOWN), voice("a.wav")));
    assertThat(task.title()).isEqualTo("Import of 3 recordings");
    List<String> stages = new ArrayList<>();
    task.stageProperty().addListener((property, before, now) -> stages.add(now));
    later.remove().run();
    assertThat(later).isEmpty();
    assertThat(made).containsExactly("Q1", "Q2");
    assertThat(stages).contains("1 of 3, b.wav: storing", "3 of 3, a.wav: decoding");
    assertThat(bench.errors().notes())
        .singleElement()
        .satisfies(
            note -> {
              assertThat(note.doing()).isEqualTo("Import of letter.wav");
              assertThat(note.words()).contains("letter.wav").hasLineCount(1);
            });
    assertThat(CaseView.of(file).exhibits())
        .extracting(e -> e.label())
        .containsExactly("b.wav", "a.wav");
  }

  @Test
  @DisplayName("are left out from where they are cancelled, which is said")
  void cancelled() throws Exception {
    BackgroundTask task = imports.start(List.of(voice("a.wav"), voice("b.wav"), voice("c.wav")));
    task.stageProperty()
        .addListener(
            (property, before, now) -> {
              if (now.equals("1 of 3, a.wav: storing")) {
                task.cancel();
              }
            });
    later.remove().run();
    assertThat(task.stateProperty().get()).isEqualTo(BackgroundTask.State.CANCELLED);
    assertThat(made).containsExactly("Q1");
    assertThat(words()).containsExactly("Cancelled: 2 of 3 were not imported");
    assertThat(file.entries()).hasSize(2);
  }
}
