package org.palimpsest.app.casework;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.WavWriter;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.Outcome;
import org.palimpsest.analysis.method.Progress;
import org.palimpsest.evidence.blob.BlobRef;
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.Artifact;
import org.palimpsest.evidence.entry.v1.BlobUse;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.entry.v1.Step;
import org.palimpsest.evidence.format.JsonArray;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.Sha256;

/**
 * Runs a planned step and writes its entry: the only place where a step is logged, so that none can
 * happen unlogged. Safe for several threads on one case.
 */
public final class RunAnalysis {
  private final Environment environment;

  RunAnalysis(Environment environment) {
    this.environment = environment;
  }

  /** Runs the step; the entry says how it ended. */
  public StepView run(CaseFile file, PlannedStep step, Progress progress, Cancellation cancellation)
      throws RefusedException, CaseException {
    long start = System.nanoTime();
    Outcome<Conclusion> outcome = step.work().run(progress, cancellation);
    long milliseconds = (System.nanoTime() - start) / 1_000_000;
    try {
      return write(file, step, outcome, step.packages(), milliseconds);
    } catch (IOException e) {
      return writeFailure(file, step, e, milliseconds);
    }
  }

  /** The plan has run, so there is an entry, even where its result found no room. */
  private StepView writeFailure(
      CaseFile file, PlannedStep step, IOException reason, long milliseconds)
      throws RefusedException, CaseException {
    String line = "the result cannot be stored (" + reason.getMessage() + ")";
    try {
      Outcome<Conclusion> failed = new Outcome.Failed<>(Outcome.Cause.INPUT, line);
      return write(file, step, failed, List.of(), milliseconds); // packages would need room again
    } catch (IOException e) {
      throw new RefusedException(
          file.folder() + ": the result cannot be stored (" + e.getMessage() + ")", e);
    }
  }

  private StepView write(
      CaseFile file,
      PlannedStep step,
      Outcome<Conclusion> outcome,
      List<ModelPackage> kept,
      long milliseconds)
      throws IOException, RefusedException, CaseException {
    Ending ending = outcome.accept(new Ending.Reader());
    List<BlobUse> blobs = new ArrayList<>();
    for (Artifact input : step.inputs()) {
      blobs.add(new BlobUse(stored(file, input.sha256()), "input"));
    }
    List<Output> outputs = Output.of(ending.signal(), ending.confidence());
    List<BlobRef> stored = new ArrayList<>();
    for (Output output : outputs) {
      stored.add(file.blobs().put(new ByteArrayInputStream(output.bytes())));
    }
    stored.forEach(output -> blobs.add(new BlobUse(output, "output")));
    JsonArray packages = keepPackages(file, kept, blobs);
    synchronized (file) {
      String id = EntryId.next(file, step.kind(), step.prefix());
      List<Artifact> artifacts = new ArrayList<>();
      for (int i = 0; i < stored.size(); i++) {
        artifacts.add(new Artifact(outputs.get(i).id(id), stored.get(i).sha256()));
      }
      Step logged =
          new Step(
              PlanText.of(step.plan()),
              ending.outcome(),
              step.inputs(),
              step.plan().models().stream().map(PlanText::of).toList(),
              environment.describe(),
              ending.results(),
              artifacts);
      JsonObject fields =
          logged
              .toFields()
              .with("id", id)
              .with("packages", packages)
              .with("durationMs", milliseconds)
              .withAll(step.more());
      if (ending.message().isPresent()) {
        fields = fields.with("message", ending.message().get());
      }
      if (ending.cause().isPresent()) {
        fields = fields.with("cause", ending.cause().get().name().toLowerCase(Locale.ROOT));
      }
      return StepView.from(file.append(EntryDraft.of(step.kind(), fields, blobs)));
    }
  }

  private static BlobRef stored(CaseFile file, Sha256 sha256) throws IOException {
    return new BlobRef(sha256, java.nio.file.Files.size(file.blobs().path(sha256)));
  }

  private static JsonArray keepPackages(
      CaseFile file, List<ModelPackage> packages, List<BlobUse> blobs)
      throws IOException, RefusedException {
    List<JsonObject> all = new ArrayList<>();
    for (ModelPackage source : packages) {
      List<JsonObject> files = new ArrayList<>();
      for (String name : source.files().names()) {
        BlobRef kept = file.blobs().put(new ByteArrayInputStream(source.files().bytes(name)));
        blobs.add(new BlobUse(kept, "model"));
        files.add(JsonObject.empty().with("name", name).with("sha256", kept.sha256().hex()));
      }
      all.add(
          JsonObject.empty()
              .with("id", source.id())
              .with("version", source.version())
              .with("selfTest", source.hasSelfTest())
              .with("files", JsonArray.of(files)));
    }
    return JsonArray.of(all);
  }

  static byte[] wav(AudioClip clip) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(44 + 2 * clip.length());
    WavWriter.write(clip, bytes);
    return bytes.toByteArray();
  }
}
