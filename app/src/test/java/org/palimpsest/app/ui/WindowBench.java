package org.palimpsest.app.ui;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.app.casework.ExhibitRole;
import org.palimpsest.app.casework.ImportRecording;
import org.palimpsest.app.casework.Passwords;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.app.task.WindowExecutors;
import org.palimpsest.app.ui.state.StateFolder;
import org.palimpsest.evidence.casefile.CaseFile;

/**
 * Times the window on one recording, cold, and prints what it found (docs/performance.md says how
 * to run it). {@code record FILE HERTZ SECONDS} writes a recording, {@code make FOLDER RECORDING}
 * prepares a case with it, {@code show FOLDER} measures.
 */
final class WindowBench {
  private static final int SCROLLED_FRAMES = 300;
  private static final double PIXELS_A_FRAME = 13; // some 800 a second at 60 frames
  private static final int REST = 60;
  private static final double GUTTER = 62; // left of the signals
  private static final int HERTZ = 16_000; // of every lane

  /** One thing to do and to wait for. */
  private record Step(String name, Runnable begin, BooleanSupplier frame) {}

  private final WindowExecutors executors = new WindowExecutors();
  private final Queue<Step> steps = new ArrayDeque<>();
  private final WorkbenchStage stage;
  private final Path folder;
  private final long jvmStart = ManagementFactory.getRuntimeMXBean().getStartTime();
  private Frames frames = new Frames();
  private final AtomicReference<Node> stack = new AtomicReference<>();
  private int scrolled;
  private double width;
  private int length;

  private WindowBench(Path folder) {
    this.folder = folder;
    stage =
        new WorkbenchStage(
            new Stage(),
            workbench(folder),
            Passwords.NONE,
            Optional.empty(),
            folder.resolve("config"),
            executors.tasks(Clock.systemUTC()),
            StateFolder.none(),
            status -> {});
  }

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[1]);
    if (args[0].equals("record")) {
      LongRecording.write(folder, Integer.parseInt(args[2]), Integer.parseInt(args[3]));
      return;
    }
    if (args[0].equals("make")) {
      make(folder, Path.of(args[2]));
      return;
    }
    Optional<String> problem = new Toolkit(100).start();
    if (problem.isPresent()) {
      throw new IOException(problem.get());
    }
    Platform.runLater(() -> new WindowBench(folder).run());
  }

  private static Workbench workbench(Path folder) {
    return new Workbench(
        Path.of(System.getProperty("palimpsest.models")),
        folder.resolve("user"),
        "bench",
        Clock.systemUTC());
  }

  private static void make(Path folder, Path recording) throws Exception {
    Workbench workbench = workbench(folder);
    CaseFile file =
        workbench
            .openCase()
            .create(folder.resolve("case.palimpsest"), Bench.DESCRIPTION, Passwords.NONE);
    long begun = System.nanoTime();
    workbench
        .importRecording()
        .run(
            file,
            workbench
                .importRecording()
                .accept(
                    new ImportRecording.Request(
                        recording,
                        ExhibitRole.QUESTIONED,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.of(1),
                        false)));
    say("import", "%.2f s", (System.nanoTime() - begun) / 1e9);
    file.close();
  }

  private static void say(String what, String format, Object... values) {
    System.out.println(what + "\t" + String.format(Locale.ROOT, format, values));
  }

  private void run() {
    add("window", stage::show, () -> frames.count() > 0);
    add(
        "case",
        () -> stage.openCase(folder.resolve("case.palimpsest")),
        () -> stage.view().screen().isPresent());
    add("first waveform", () -> screen().lanes().open("Q1"), this::pictured);
    add("first spectrogram", () -> {}, this::spectrogramSeen);
    add("all drawn", () -> {}, () -> screen().lanes().drawn());
    add("at rest", this::measureLength, this::waited);
    add("zoom in to 10 ms", () -> {}, this::zoomedIn);
    add("drawn at 10 ms", () -> {}, () -> screen().lanes().drawn());
    add("ten seconds", () -> look(10), () -> screen().lanes().drawn());
    add("scroll, 10 s across", () -> {}, this::scroll);
    add("five minutes", () -> look(300), () -> screen().lanes().drawn());
    add("scroll, 5 min across", () -> {}, this::scroll);
    add("zoom out", () -> {}, this::zoomedOut);
    add("drawn at all", () -> {}, () -> screen().lanes().drawn());
    new Ticking().start();
  }

  private void add(String name, Runnable begin, BooleanSupplier frame) {
    steps.add(new Step(name, begin, frame));
  }

  private CaseScreen screen() {
    return stage.view().screen().orElseThrow();
  }

  private Node stack() {
    return stack.updateAndGet(node -> node == null ? stage.scene().lookup("#lane-stack") : node);
  }

  private boolean pictured() {
    return stage.scene().lookup(".lane-view") != null;
  }

  /** Whether anything but the ground is to be seen at the left, low in the first lane. */
  private boolean spectrogramSeen() {
    Region lane = (Region) stage.scene().lookup(".lane-view");
    SnapshotParameters corner = new SnapshotParameters();
    corner.setViewport(
        new Rectangle2D(
            lane.getBoundsInParent().getMinX() + GUTTER + 4,
            lane.getBoundsInParent().getMinY() + lane.getHeight() - 40,
            1,
            12));
    PixelReader pixels = lane.snapshot(corner, null).getPixelReader();
    int seen = 0;
    for (int y = 0; y < 12; y++) {
      seen += pixels.getArgb(0, y) == pixels.getArgb(0, 0) ? 0 : 1;
    }
    return seen > 0;
  }

  private void measureLength() {
    width = ((Region) stage.scene().lookup(".lane-view")).getWidth() - GUTTER;
    length = (int) Math.round(secondsSeen() * HERTZ);
  }

  private boolean waited() {
    return ++scrolled % REST == 0;
  }

  private double secondsSeen() {
    return screen().lanes().state().orElseThrow().scale() * width / HERTZ;
  }

  private boolean zoomedIn() {
    press(KeyCode.PLUS);
    return secondsSeen() <= 0.01;
  }

  private boolean zoomedOut() {
    double before = secondsSeen();
    press(KeyCode.MINUS);
    return secondsSeen() <= before;
  }

  private void look(double seconds) {
    int samples = (int) Math.min(length / 4.0, seconds * HERTZ);
    screen().lanes().marks().select(new SampleRange(length / 4, length / 4 + samples));
    scrolled = 0;
  }

  private boolean scroll() {
    Node stack = stack();
    Event.fireEvent(stack, scrollEvent(stack));
    return ++scrolled >= SCROLLED_FRAMES;
  }

  private static ScrollEvent scrollEvent(Node on) {
    return new ScrollEvent(
        on,
        on,
        ScrollEvent.SCROLL,
        300,
        200,
        300,
        200,
        false,
        false,
        false,
        false,
        false,
        false,
        -PIXELS_A_FRAME,
        0,
        -PIXELS_A_FRAME,
        0,
        ScrollEvent.HorizontalTextScrollUnits.NONE,
        0,
        ScrollEvent.VerticalTextScrollUnits.NONE,
        0,
        0,
        null);
  }

  private void press(KeyCode code) {
    Node stack = stack();
    Event.fireEvent(
        stack, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }

  /** A step at a time; it ends with the frame after the one in which it was done. */
  private final class Ticking extends AnimationTimer {
    private Step step;
    private long begun;
    private boolean done;

    @Override
    public void handle(long ignored) {
      long now = System.nanoTime();
      if (step == null || done) {
        if (step != null) {
          end(now);
        }
        step = steps.poll();
        done = false;
        frames = new Frames();
        if (step == null) {
          stop();
          Memory.print();
          stage.close(status -> System.exit(stage.tasks().errors().notes().size()));
          return;
        }
        begun = now;
        step.begin().run();
      }
      frames.frame(System.nanoTime());
      done = step.frame().getAsBoolean();
    }

    private void end(long now) {
      if (step.name().equals("window")) {
        say("start to the first frame", "%.2f s", (System.currentTimeMillis() - jvmStart) / 1000.0);
      }
      frames.frame(now);
      say(step.name(), "%.2f s\t%s", (now - begun) / 1e9, frames);
    }
  }

  /** What this process holds. */
  private record Memory() {
    static void print() {
      System.gc();
      long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      say("heap after collection", "%d MB", heap >> 20);
      try {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
          if (line.startsWith("VmRSS") || line.startsWith("VmHWM")) {
            say(line.substring(0, 5), "%s", line.substring(6).strip());
          }
        }
      } catch (IOException e) {
        say("resident", "unknown here");
      }
    }
  }
}
