package org.palimpsest.trainer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The training in a folder, from its start or from where it was: the same values either way, on one
 * processor and with one thread.
 */
final class Training {
  private static final double LARGEST_NORM = 10;

  private final Path folder;
  private final Duration betweenCheckpoints;
  private final Consumer<String> terminal;

  /**
   * @param folder that of {@code --out}, with {@code work/plan.json}
   * @param terminal is told how it goes, a line at a time
   */
  Training(Path folder, Duration betweenCheckpoints, Consumer<String> terminal) {
    this.folder = folder;
    this.betweenCheckpoints = betweenCheckpoints;
    this.terminal = terminal;
  }

  /** Trains to the end and leaves {@code work/result}. */
  void run() throws TrainerException {
    Path work = folder.resolve("work");
    TrainingPlan plan = TrainingPlan.read(work);
    Template template = Template.shipped();
    float[] start = start(plan, template.graph());
    Path file = work.resolve("checkpoint");
    Optional<Checkpoint> reached = Checkpoint.read(file, plan.sha256(), start.length);
    Checkpoint from = reached.orElseGet(() -> new Checkpoint(0, 0, 0, AdamState.of(start)));
    try (Engine engine = new Engine(template.graph().tensors())) {
      terminal.accept(engine.describe() + (from.step() == 0 ? "" : ", on from " + from.step()));
      Validation validation = new Validation(plan.validation());
      LossCurve curve = LossCurve.upTo(folder, from.step());
      AdamState trained = learn(plan, engine, validation, curve, file, from);
      new Result(work.resolve("result")).write(plan, template, engine, curve, trained.values());
    }
  }

  private AdamState learn(
      TrainingPlan plan,
      Engine engine,
      Validation validation,
      LossCurve curve,
      Path file,
      Checkpoint from)
      throws TrainerException {
    Crops crops = new Crops(plan);
    Schedule schedule = new Schedule(plan.rate(), plan.steps());
    Adam adam = new Adam(LARGEST_NORM);
    AdamState state = from.state();
    double sum = from.lossSum();
    int count = from.lossCount();
    long began = System.nanoTime();
    long kept = began;
    for (int step = from.step() + 1; step <= plan.steps(); step++) {
      Slope slope = engine.learn(state.values(), crops.of(step));
      requireNumbers(slope, step);
      adam.step(state, slope.gradient(), schedule.rate(step), step);
      sum += slope.loss();
      count++;
      if (step % plan.reportEvery() == 0 || step == plan.steps()) {
        Validation.Snr snr = validation.of(engine, state.values());
        curve.add(new LossCurve.Point(step, schedule.rate(step), sum / count, snr));
        double perStep = (System.nanoTime() - began) / 1e9 / (step - from.step());
        double minutes = Math.ceil((plan.steps() - step) * perStep / 60);
        boolean known = step - from.step() >= plan.reportEvery(); // else the warming up is seen
        terminal.accept(
            line(plan, step, sum / count, snr)
                + (known ? String.format(Locale.ROOT, "; %.0f min to go", minutes) : ""));
        sum = 0;
        count = 0;
      }
      long now = System.nanoTime();
      if (now - kept >= betweenCheckpoints.toNanos() || step == plan.steps()) {
        new Checkpoint(step, sum, count, state).write(file, plan.sha256());
        kept = now;
      }
    }
    return state;
  }

  private static String line(TrainingPlan plan, int step, double loss, Validation.Snr snr) {
    return String.format(
        Locale.ROOT,
        "step %d of %d: training loss %.2f dB; validation SNR %.2f dB protected, %.2f dB restored",
        step,
        plan.steps(),
        loss,
        snr.protectedDb(),
        snr.restoredDb());
  }

  private static float[] start(TrainingPlan plan, OnnxGraph template) throws TrainerException {
    if (plan.start().isEmpty()) {
      return template.values();
    }
    OnnxGraph start;
    try {
      start = OnnxGraph.parse(Files.readAllBytes(plan.start().get()));
    } catch (IOException e) {
      throw new TrainerException(plan.start().get() + ": cannot be read (" + e.getMessage() + ")");
    }
    if (!start.isOfSameShapeAs(template)) {
      throw new TrainerException(
          "the remover to start --from is of another graph; only one that this command made fits");
    }
    return start.values();
  }

  private static void requireNumbers(Slope slope, int step) throws TrainerException {
    if (!slope.isFinite()) {
      throw new TrainerException(
          "the loss is no number at step " + step + "; try another --seed and --out");
    }
  }
}
