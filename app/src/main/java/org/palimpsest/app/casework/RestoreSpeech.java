package org.palimpsest.app.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.inference.InferenceEngine;
import org.palimpsest.analysis.inference.ModelCatalogue;
import org.palimpsest.analysis.inference.ModelKind;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.inference.PackageCheck;
import org.palimpsest.analysis.method.AnalysisPlan;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.CancelledException;
import org.palimpsest.analysis.method.Outcome;
import org.palimpsest.analysis.method.Progress;
import org.palimpsest.analysis.method.Runner;
import org.palimpsest.analysis.restoration.PlannedRestoration;
import org.palimpsest.analysis.restoration.RestorationPlanner;
import org.palimpsest.analysis.restoration.RestorationRequest;
import org.palimpsest.analysis.restoration.Restored;
import org.palimpsest.app.words.JsonText;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.Artifact;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.Step;
import org.palimpsest.evidence.format.JsonObject;

/** Plans the restoration of an exhibit. {@link RunAnalysis} runs it. */
public final class RestoreSpeech {
  private static final String CHANNEL = "channel";

  private final InferenceEngine engine;
  private final ModelCatalogue catalogue;
  private final PackageCheck packageCheck;
  private final SoundArchive sounds;
  private final RestorationPlanner planner = new RestorationPlanner();
  private final PackageChoice choice;

  RestoreSpeech(
      InferenceEngine engine,
      ModelCatalogue catalogue,
      PackageCheck packageCheck,
      SoundArchive sounds) {
    this.engine = engine;
    this.catalogue = catalogue;
    this.packageCheck = packageCheck;
    this.sounds = sounds;
    this.choice = new PackageChoice(planner, catalogue, packageCheck);
  }

  /**
   * @param subject id of an exhibit, or of a restoration to go on from
   * @param model reference of a protector; for {@code learned-remover} also of a remover
   * @param parameters those that differ from the method's defaults
   * @param original id of the unprotected signal, where it is known: validation only
   */
  public record Request(
      String subject,
      String method,
      Optional<String> model,
      Map<String, String> parameters,
      Optional<String> original) {}

  /** The methods, and with {@link #defaults} what each can be told. */
  public List<String> methods() {
    return planner.methods();
  }

  public SortedMap<String, String> defaults(String method) throws RefusedException {
    return planner.defaults(method);
  }

  /** Reads everything that the step needs; refuses before there is a plan. */
  public PlannedStep plan(CaseFile file, Request request) throws RefusedException {
    planner.defaults(request.method());
    SoundArchive.Sound subject = sounds.load(file, request.subject());
    Optional<SoundArchive.Sound> original = Optional.empty();
    if (request.original().isPresent()) {
      original = Optional.of(sounds.load(file, request.original().get()));
    }
    return plan(
        subject, original, choice.resolve(request), catalogue.all(ModelKind.SPEAKER_ENCODER));
  }

  /**
   * Plans again what a step of a case did, with the packages that it used then.
   *
   * @param packages as the case keeps them
   */
  PlannedStep planAgain(CaseFile file, Step step, List<ModelPackage> packages)
      throws RefusedException {
    SoundArchive.Sound subject = sounds.load(file, step.inputs().get(0).id());
    Optional<SoundArchive.Sound> original = Optional.empty();
    if (step.inputs().size() > 1) {
      original = Optional.of(sounds.load(file, step.inputs().get(1).id()));
    }
    Map<String, String> parameters = new TreeMap<>();
    step.plan()
        .object("parameters")
        .members()
        .forEach((name, value) -> parameters.put(name, JsonText.of(value)));
    parameters.remove(CHANNEL);
    RestorationRequest request =
        new RestorationRequest(
            step.plan().string("method") + "@" + step.plan().string("version"),
            parameters,
            packages.stream().filter(m -> m.kind() == ModelKind.PROTECTOR).findFirst(),
            packages.stream().filter(m -> m.kind() == ModelKind.REMOVER).findFirst());
    return plan(
        subject,
        original,
        request,
        packages.stream().filter(m -> m.kind() == ModelKind.SPEAKER_ENCODER).toList());
  }

  private PlannedStep plan(
      SoundArchive.Sound subject,
      Optional<SoundArchive.Sound> original,
      RestorationRequest request,
      List<ModelPackage> encoders)
      throws RefusedException {
    PlannedRestoration restoration = planner.plan(request, subject.artifact().sha256().hex());
    List<Artifact> inputs = new ArrayList<>(List.of(subject.artifact()));
    if (original.isPresent()) {
      requireSameLength(subject, original.get());
      inputs.add(original.get().artifact());
    }
    List<ModelPackage> packages = new ArrayList<>(restoration.models());
    packages.addAll(encoders);
    for (ModelPackage source : packages) {
      packageCheck.require(source);
    }
    Judgement judgement =
        new Judgement(engine, encoders, subject.clip(), original.map(SoundArchive.Sound::clip));
    return new PlannedStep(
        EntryKind.RESTORATION,
        "R",
        plan(restoration.plan(), subject.channel(), inputs, packages),
        inputs,
        packages,
        (progress, cancellation) ->
            judged(restoration, judgement, subject.clip(), progress, cancellation));
  }

  private static void requireSameLength(SoundArchive.Sound subject, SoundArchive.Sound original)
      throws RefusedException {
    if (original.clip().length() != subject.clip().length()) {
      throw new RefusedException(
          String.format(
              "%s cannot be the original of %s: it has another length",
              original.artifact().id(), subject.artifact().id()));
    }
  }

  private Outcome<Conclusion> judged(
      PlannedRestoration restoration,
      Judgement judgement,
      AudioClip subject,
      Progress progress,
      Cancellation cancellation) {
    return restoration
        .run(subject, engine, progress, cancellation)
        .accept(
            new Outcome.Visitor<Restored, Outcome<Conclusion>>() {
              @Override
              public Outcome<Conclusion> completed(Restored restored) {
                return Runner.run(() -> conclude(judgement, restored, cancellation));
              }

              @Override
              public Outcome<Conclusion> failed(Outcome.Cause cause, String line) {
                return new Outcome.Failed<>(cause, line);
              }

              @Override
              public Outcome<Conclusion> cancelled() {
                return new Outcome.Cancelled<>();
              }

              @Override
              public Outcome<Conclusion> notApplicable(String reason) {
                return new Outcome.NotApplicable<>(reason);
              }
            });
  }

  private static Outcome<Conclusion> conclude(
      Judgement judgement, Restored restored, Cancellation cancellation)
      throws RefusedException, CancelledException {
    JsonObject results =
        FigureText.of(restored.figures())
            .withAll(JsonObject.of(judgement.of(restored.signal(), cancellation)))
            .withAll(FigureText.of(judgement.againstOriginal(restored.signal())));
    return new Outcome.Completed<>(
        new Conclusion(
            results, Optional.of(restored.signal()), restored.unsettled(), restored.confidence()));
  }

  /**
   * The plan of the whole step: also the channel, the original and the encoders decide its bytes.
   */
  private static AnalysisPlan plan(
      AnalysisPlan restoration, int channel, List<Artifact> inputs, List<ModelPackage> packages) {
    SortedMap<String, String> parameters = new TreeMap<>(restoration.parameters());
    parameters.put(CHANNEL, Integer.toString(channel));
    return new AnalysisPlan(
        restoration.method(),
        restoration.version(),
        parameters,
        inputs.stream().map(input -> input.sha256().hex()).toList(),
        packages.stream().map(ModelPackage::use).toList());
  }
}
