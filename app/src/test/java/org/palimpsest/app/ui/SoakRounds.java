package org.palimpsest.app.ui;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.app.annotation.Mark;
import org.palimpsest.app.casework.ExhibitRole;
import org.palimpsest.app.casework.ImportRecording;
import org.palimpsest.app.casework.Passwords;
import org.palimpsest.app.casework.RestoreSpeech;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.app.ui.state.Look;
import org.palimpsest.evidence.casefile.CaseFile;

/**
 * What an examiner does with a case, again and again in one window, a new case each time. Called on
 * any thread but the window's.
 */
final class SoakRounds {
  private static final long PATIENCE_MILLIS = 120_000;
  private static final int COLLECTIONS = 100;

  private final WorkbenchStage window;
  private final Workbench workbench;
  private final Path folder;
  private final ImportRecording.Request recording;
  private final List<WeakReference<Object>> left = new ArrayList<>();
  private int rounds;

  /**
   * @param folder where cases are made and deleted
   */
  SoakRounds(WorkbenchStage window, Workbench workbench, Path folder, Path recording) {
    this.window = window;
    this.workbench = workbench;
    this.folder = folder;
    this.recording =
        new ImportRecording.Request(
            recording,
            ExhibitRole.QUESTIONED,
            Optional.empty(),
            Optional.empty(),
            java.util.OptionalInt.empty(),
            false);
  }

  /** Makes a case, opens, zooms, plays, restores, annotates, verifies, closes. */
  void round() throws Exception {
    Path caseFolder = open(1);
    show("Q1");
    look();
    now(
        () ->
            screen()
                .session()
                .steps()
                .restore(
                    new RestoreSpeech.Request(
                        "Q1", "learned-remover", Optional.empty(), Map.of(), Optional.empty())));
    until(() -> screen().session().now().entries().size() == 3);
    until(() -> screen().lanes().drawn());
    look();
    annotate();
    now(() -> window.wear(rounds % 2 == 0 ? Look.DARK : Look.LIGHT));
    now(() -> screen().session().verify());
    until(() -> window.tasks().running().isEmpty());
    ask(
        () -> {
          left.add(new WeakReference<>(screen()));
          left.add(new WeakReference<>(screen().session()));
          return left.add(new WeakReference<>(screen().session().file()));
        });
    close(caseFolder);
  }

  /**
   * Shows two signals of one case in turn. How many views of those that gave way are held for good
   * while the case is open.
   */
  long heldInOneCase(int turns) throws Exception {
    Path caseFolder = open(2);
    for (int i = 0; i < turns; i++) {
      show(i % 2 == 0 ? "Q1" : "Q2");
      look();
      ask(() -> left.add(new WeakReference<>(window.scene().lookup(".lane-view"))));
    }
    show(turns % 2 == 0 ? "Q1" : "Q2");
    long held = held();
    left.clear();
    close(caseFolder);
    return held;
  }

  private Path open(int recordings) throws Exception {
    Path caseFolder = folder.resolve("soak-" + rounds++ + ".palimpsest");
    try (CaseFile file =
        workbench.openCase().create(caseFolder, Bench.DESCRIPTION, Passwords.NONE)) {
      for (int i = 0; i < recordings; i++) {
        workbench.importRecording().run(file, workbench.importRecording().accept(recording));
      }
    }
    now(() -> window.openCase(caseFolder));
    until(() -> window.view().screen().isPresent());
    return caseFolder;
  }

  private void close(Path caseFolder) throws Exception {
    now(() -> window.view().closeCase(() -> {}));
    until(() -> window.view().screen().isEmpty());
    delete(caseFolder);
  }

  private void show(String id) throws Exception {
    now(() -> screen().lanes().open(id));
    until(() -> screen().lanes().drawn());
  }

  int rounds() {
    return rounds;
  }

  /** How many screens, sessions and files of closed cases are held for good. Collects garbage. */
  long held() throws InterruptedException {
    for (int i = 0; i < COLLECTIONS && (i < 2 || !left.isEmpty()); i++) {
      System.gc();
      Thread.sleep(50); // the next frame lets go of what was in the last, too
      left.removeIf(reference -> reference.get() == null);
    }
    return left.size();
  }

  private void look() throws Exception {
    for (KeyCode code :
        List.of(KeyCode.PLUS, KeyCode.PLUS, KeyCode.P, KeyCode.F, KeyCode.RIGHT, KeyCode.SPACE)) {
      now(() -> press(code));
    }
    until(() -> screen().lanes().drawn());
    now(() -> screen().lanes().marks().select(new SampleRange(4000, 9000)));
    for (KeyCode code :
        List.of(KeyCode.MINUS, KeyCode.P, KeyCode.F, KeyCode.END, KeyCode.SPACE, KeyCode.ESCAPE)) {
      now(() -> press(code));
    }
    now(() -> screen().lanes().marks().lookBack());
    until(() -> screen().lanes().drawn());
  }

  private void annotate() throws Exception {
    until(() -> screen().annotations().now().writable());
    now(() -> screen().annotations().add(new Mark.Region(1000, 5000)));
    now(() -> screen().annotations().add(new Mark.Point(7000)));
    now(() -> screen().annotations().undo());
    until(() -> screen().annotations().now().all().size() == 1);
  }

  private void press(KeyCode code) {
    Node stack = window.scene().lookup("#lane-stack");
    Event.fireEvent(
        stack, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }

  private CaseScreen screen() {
    return window.view().screen().orElseThrow();
  }

  private static void now(Runnable action) throws Exception {
    ask(
        () -> {
          action.run();
          return true;
        });
  }

  private static <T> T ask(Callable<T> action) throws Exception {
    FutureTask<T> task = new FutureTask<>(action);
    Platform.runLater(task);
    return task.get();
  }

  private void until(BooleanSupplier condition) throws Exception {
    long begun = System.currentTimeMillis();
    while (!ask(condition::getAsBoolean)) {
      if (System.currentTimeMillis() - begun > PATIENCE_MILLIS) {
        throw new IllegalStateException(
            "round "
                + rounds
                + " hangs; errors: "
                + ask(() -> window.tasks().errors().notes().toString()));
      }
      Thread.sleep(5);
    }
  }

  private static void delete(Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
