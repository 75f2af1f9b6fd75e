package org.palimpsest.app.casework;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.compare.Embedding;
import org.palimpsest.analysis.compare.SpeakerEncoder;
import org.palimpsest.analysis.inference.InferenceEngine;
import org.palimpsest.analysis.inference.ModelCatalogue;
import org.palimpsest.analysis.inference.ModelKind;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.inference.ModelSession;
import org.palimpsest.analysis.inference.PackageCheck;
import org.palimpsest.analysis.method.AnalysisPlan;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.CancelledException;
import org.palimpsest.analysis.method.Outcome;
import org.palimpsest.analysis.method.Progress;
import org.palimpsest.analysis.method.Runner;
import org.palimpsest.analysis.signal.Levels;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.Artifact;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.Step;
import org.palimpsest.evidence.format.JsonObject;

/**
 * Plans the comparison of a recording with known ones, by the cosine similarity of speaker
 * embeddings. A similarity ranks; it is not a likelihood ratio and is never called one.
 */
public final class CompareSpeakers {
  private static final String METHOD = "cosine-similarity";

  private final InferenceEngine engine;
  private final ModelCatalogue catalogue;
  private final PackageCheck packageCheck;
  private final SoundArchive sounds;

  CompareSpeakers(
      InferenceEngine engine,
      ModelCatalogue catalogue,
      PackageCheck packageCheck,
      SoundArchive sounds) {
    this.engine = engine;
    this.catalogue = catalogue;
    this.packageCheck = packageCheck;
    this.sounds = sounds;
  }

  /**
   * @param subject id of an exhibit or restoration
   * @param known ids of what it is compared with, one at least
   * @param encoder reference of a speaker encoder; the newest installed one by default
   */
  public record Request(String subject, List<String> known, Optional<String> encoder) {}

  /** Reads everything that the step needs; refuses before there is a plan. */
  public PlannedStep plan(CaseFile file, Request request) throws RefusedException {
    requireKnown(file, request);
    List<String> ids = new ArrayList<>(List.of(request.subject()));
    ids.addAll(new LinkedHashSet<>(request.known()));
    return plan(file, ids, encoder(request));
  }

  /**
   * Plans again what a step of a case did, with the encoder that it used then.
   *
   * @param packages as the case keeps them
   */
  PlannedStep planAgain(CaseFile file, Step step, List<ModelPackage> packages)
      throws RefusedException {
    if (packages.size() != 1) {
      throw new RefusedException("the case does not keep the encoder of this comparison");
    }
    return plan(file, step.inputs().stream().map(Artifact::id).toList(), packages.get(0));
  }

  private PlannedStep plan(CaseFile file, List<String> ids, ModelPackage encoder)
      throws RefusedException {
    packageCheck.require(encoder);
    List<SoundArchive.Sound> all = new ArrayList<>();
    for (String id : ids) {
      all.add(sounds.load(file, id));
    }
    if (all.size() < 2) {
      throw new RefusedException("a comparison needs at least one known recording: --known ID");
    }
    List<Artifact> inputs = all.stream().map(SoundArchive.Sound::artifact).toList();
    TreeMap<String, String> parameters = new TreeMap<>();
    all.forEach(s -> parameters.put("channel " + s.artifact().id(), Integer.toString(s.channel())));
    AnalysisPlan plan =
        new AnalysisPlan(
            METHOD,
            SpeakerEncoder.VERSION,
            parameters,
            inputs.stream().map(input -> input.sha256().hex()).toList(),
            List.of(encoder.use()));
    return new PlannedStep(
        EntryKind.COMPARISON,
        "C",
        plan,
        inputs,
        List.of(encoder),
        (progress, cancellation) ->
            Runner.run(() -> compare(encoder, all, progress, cancellation)));
  }

  private Outcome<Conclusion> compare(
      ModelPackage source,
      List<SoundArchive.Sound> all,
      Progress progress,
      Cancellation cancellation)
      throws RefusedException, CancelledException {
    for (SoundArchive.Sound sound : all) {
      if (sound.clip().seconds() < SpeakerEncoder.SHORTEST_SECONDS) {
        return new Outcome.NotApplicable<>(
            String.format(
                "%s is shorter than %s s", sound.artifact().id(), SpeakerEncoder.SHORTEST_SECONDS));
      }
      if (Levels.peak(sound.clip()) < SpeakerEncoder.SOFTEST_PEAK) {
        return new Outcome.NotApplicable<>(sound.artifact().id() + " holds no voice: it is silent");
      }
    }
    Map<String, Double> similarities = new TreeMap<>();
    try (ModelSession session = engine.open(source)) {
      SpeakerEncoder encoder = new SpeakerEncoder(session);
      Embedding subject = encoder.embed(all.get(0).clip(), cancellation);
      for (SoundArchive.Sound known : all.subList(1, all.size())) {
        progress.at("comparison", (double) similarities.size() / all.size());
        Embedding other = encoder.embed(known.clip(), cancellation);
        similarities.put(known.artifact().id(), subject.similarity(other));
      }
    }
    JsonObject results = JsonObject.empty().with("similarity", FigureText.of(similarities));
    return new Outcome.Completed<>(new Conclusion(results, Optional.empty()));
  }

  private static void requireKnown(CaseFile file, Request request) throws RefusedException {
    CaseView view = CaseView.of(file);
    for (String id : request.known()) {
      if (id.equals(request.subject())) {
        throw new RefusedException(id + " cannot be compared with itself");
      }
      if (view.exhibit(id).filter(e -> e.role() == ExhibitRole.QUESTIONED).isPresent()) {
        throw new RefusedException(id + " is a questioned recording; --known takes known ones");
      }
    }
  }

  private ModelPackage encoder(Request request) throws RefusedException {
    if (request.encoder().isEmpty()) {
      return catalogue
          .newest(ModelKind.SPEAKER_ENCODER, Optional.empty())
          .orElseThrow(
              () -> new RefusedException("no speaker encoder is installed; see 'model list'"));
    }
    ModelPackage encoder = catalogue.open(request.encoder().get());
    if (encoder.kind() != ModelKind.SPEAKER_ENCODER) {
      throw new RefusedException(
          encoder.reference() + " is a " + encoder.kind().id() + ", not a speaker-encoder");
    }
    return encoder;
  }
}
