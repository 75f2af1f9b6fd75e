package org.palimpsest.app.cli;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.method.CancelledException;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.app.train.TrainedRemover;
import org.palimpsest.app.train.TrainingRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "train-remover",
    description =
        "Train a remover for a protector on your own clean speech; needs the optional trainer."
            + " Stopped at any moment, the same command goes on.")
final class TrainRemoverCommand implements Callable<Integer> {
  private static final int MOST_BATCH = 256;
  private static final int MOST_THREADS = 64;
  private static final double LEAST_GAIN_DB = 1;

  @Mixin private JsonOption output;

  @Option(
      names = "--protector",
      paramLabel = "PKG",
      required = true,
      description = "Installed id, id@version, folder or zip.")
  private String protector;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "Folder with clean speech, of any format that import takes; 2 s or more each.")
  private Path data;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the package, training.jsonl, training.svg and work.")
  private Path out;

  @Option(
      names = "--from",
      paramLabel = "PKG",
      description = "A remover that this command made, to start from.")
  private String from;

  @Option(
      names = "--name",
      paramLabel = "ID[@VERSION]",
      description = "Of the new package; the protector's id with -remover by default.")
  private String name;

  @Option(names = "--steps", paramLabel = "N", defaultValue = "10000", description = "10000.")
  private int steps;

  @Option(names = "--batch", paramLabel = "N", defaultValue = "4", description = "Crops a step; 4.")
  private int batch;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of crops; 1.")
  private long seed;

  @Option(names = "--threads", paramLabel = "N", defaultValue = "1", description = "1.")
  private int threads;

  private final Terminal terminal;
  private final Workbench workbench;

  TrainRemoverCommand(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws Exception {
    between("--steps", steps, 10_000_000);
    between("--batch", batch, MOST_BATCH);
    between("--threads", threads, MOST_THREADS);
    TrainingRequest request =
        new TrainingRequest(
            protector,
            data,
            out,
            Optional.ofNullable(from),
            Optional.ofNullable(name),
            steps,
            batch,
            seed,
            threads);
    TrainedRemover trained;
    try (Interruption interruption = new Interruption()) {
      trained = workbench.trainRemover().run(request, terminal::note, interruption);
    } catch (CancelledException e) {
      terminal.note("stopped; the same command goes on where it was");
      return PalimpsestCommandLine.REFUSED;
    }
    terminal.result(output.json(), json(trained), List.of(line(trained)));
    if (trained.restoredSnrDb() < trained.protectedSnrDb() + LEAST_GAIN_DB) {
      terminal.note(
          "it removes next to nothing from the recordings held back: more steps, more speech");
    }
    return 0;
  }

  private static String line(TrainedRemover trained) {
    return String.format(
        Locale.ROOT,
        "%s  %s%s, recordings held back: %.2f dB protected, %.2f dB restored",
        trained.folder(),
        trained.model().reference(),
        trained.isNew() ? "" : " (trained before)",
        trained.protectedSnrDb(),
        trained.restoredSnrDb());
  }

  private static JsonObject json(TrainedRemover trained) {
    JsonObject json = new JsonObject();
    json.addProperty("folder", trained.folder().toString());
    json.addProperty("id", trained.model().id());
    json.addProperty("version", trained.model().version());
    json.addProperty("sha256", trained.model().sha256());
    json.addProperty("protectedSnrDb", trained.protectedSnrDb());
    json.addProperty("restoredSnrDb", trained.restoredSnrDb());
    return json;
  }

  private static void between(String option, int value, int most) throws RefusedException {
    if (value < 1 || value > most) {
      throw new RefusedException(option + " is from 1 to " + most + ", not " + value);
    }
  }
}
