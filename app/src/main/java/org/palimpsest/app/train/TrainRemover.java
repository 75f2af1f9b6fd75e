package org.palimpsest.app.train;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.RecordingReader;
import org.palimpsest.analysis.inference.InferenceEngine;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.inference.ModelSession;
import org.palimpsest.analysis.inference.PackageCheck;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.CancelledException;
import org.palimpsest.evidence.files.DurableFile;

/**
 * Trains a remover for a protector from examples alone (method sheet {@code
 * learned-remover-training}): the door of this package. What was begun in a folder goes on there.
 */
public final class TrainRemover {
  private static final String HIGHEST_RATE = "5e-4";
  private static final int REPORT_EVERY = 50;
  private static final int MOST_NAMED = 5;

  private final InferenceEngine engine;
  private final TrainingPackages packages;
  private final RecordingReader reader;
  private final TrainerFolder trainer;
  private final Path cache;

  /**
   * @param cache for the engine's library, which the trainer unpacks when first used
   */
  public TrainRemover(
      InferenceEngine engine,
      TrainingPackages packages,
      RecordingReader reader,
      TrainerFolder trainer,
      Path cache) {
    this.engine = engine;
    this.packages = packages;
    this.reader = reader;
    this.trainer = trainer;
    this.cache = cache;
  }

  /**
   * Trains to the end.
   *
   * @param progress is told how it goes, a line at a time
   * @throws CancelledException when asked to; nothing is lost
   */
  public TrainedRemover run(
      TrainingRequest request, Consumer<String> progress, Cancellation cancellation)
      throws RefusedException, CancelledException {
    TrainerProcess process = new TrainerProcess(trainer.classPath(), cache);
    ModelPackage protector = packages.protector(request.protector());
    Optional<ModelPackage> start = packages.start(request.from());
    PackageName name = PackageName.of(request.name(), protector);
    SpeechFolder speech = SpeechFolder.read(request.data());
    try (OutFolder out = OutFolder.open(request.out(), request.data())) {
      Identity identity = identity(request, protector, start, speech, name);
      identity.claim(request.out(), out.work());
      TrainedPackage result =
          new TrainedPackage(new PackageCheck(engine), out.path(), name, protector);
      Optional<ModelPackage> there = result.find();
      if (there.isPresent()) {
        return new TrainedRemover(result.folder(), there.get(), false);
      }
      process.prepare();
      SortedMap<String, Integer> samples = samples(protector, speech, out, progress, cancellation);
      if (samples.size() < 2) {
        identity.release(out.work()); // nothing was begun: other data may come here
        out.dropPairs();
        throw new RefusedException(
            String.format(
                "%s: %d usable recordings; a training needs two of at least 2 s, and serves with"
                    + " hundreds",
                request.data(), samples.size()));
      }
      Pairs pairs = Pairs.split(samples, request.seed());
      writePlan(out.work(), request, pairs, start);
      process.run(out.path(), request.threads(), progress, cancellation);
      ModelPackage model = result.make(identity, pairs);
      out.dropPairs();
      return new TrainedRemover(result.folder(), model, true);
    }
  }

  private static Identity identity(
      TrainingRequest request,
      ModelPackage protector,
      Optional<ModelPackage> start,
      SpeechFolder speech,
      PackageName name) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("protector", protector.reference());
    facts.put("protectorSha256", protector.sha256());
    facts.put("dataSha256", speech.sha256());
    facts.put("seed", Long.toString(request.seed()));
    facts.put("steps", Integer.toString(request.steps()));
    facts.put("batch", Integer.toString(request.batch()));
    facts.put("startSha256", start.map(ModelPackage::sha256).orElse("none"));
    facts.put("package", name.reference());
    return new Identity(facts);
  }

  /** The usable recordings by hash, with their samples. */
  private SortedMap<String, Integer> samples(
      ModelPackage protector,
      SpeechFolder speech,
      OutFolder out,
      Consumer<String> progress,
      Cancellation cancellation)
      throws RefusedException, CancelledException {
    SortedMap<String, Integer> samples = new TreeMap<>();
    List<String> left = new ArrayList<>();
    try (ModelSession session = engine.open(protector)) {
      PairStore store = new PairStore(out.pairs(), reader, session);
      int done = 0;
      for (Map.Entry<String, Path> file : speech.files().entrySet()) {
        cancellation.check();
        try {
          samples.put(file.getKey(), store.take(file.getKey(), file.getValue()));
        } catch (PairStore.UnusableException e) {
          left.add(e.getMessage());
        }
        done++;
        if (done % 100 == 0 || done == speech.files().size()) {
          progress.accept(String.format("%d of %d files protected", done, speech.files().size()));
        }
      }
    }
    left.stream().limit(MOST_NAMED).forEach(line -> progress.accept("left out " + line));
    if (left.size() > MOST_NAMED) {
      progress.accept((left.size() - MOST_NAMED) + " more files left out");
    }
    return samples;
  }

  private static void writePlan(
      Path work, TrainingRequest request, Pairs pairs, Optional<ModelPackage> start)
      throws RefusedException {
    JsonObject plan = new JsonObject();
    plan.addProperty("format", "palimpsest-training/1");
    plan.addProperty("seed", request.seed());
    plan.addProperty("steps", request.steps());
    plan.addProperty("batch", request.batch());
    plan.addProperty("cropSamples", PairStore.CROP);
    plan.addProperty("reportEvery", REPORT_EVERY);
    plan.addProperty("rate", HIGHEST_RATE);
    plan.add("training", Pairs.json(pairs.training()));
    plan.add("validation", Pairs.json(pairs.heldBack()));
    try {
      if (start.isPresent()) {
        plan.addProperty("start", start.get().sha256());
        DurableFile.write(work.resolve("start.onnx"), start.get().modelBytes());
      }
      DurableFile.write(work.resolve("plan.json"), (plan + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new RefusedException(work + ": cannot be written (" + e.getMessage() + ")", e);
    }
  }
}
