package org.palimpsest.app.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.compare.Embedding;
import org.palimpsest.analysis.compare.SpeakerEncoder;
import org.palimpsest.analysis.inference.InferenceEngine;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.inference.ModelSession;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.CancelledException;
import org.palimpsest.analysis.signal.Levels;
import org.palimpsest.evidence.format.JsonObject;

/**
 * What a restoration did to the voice, by each installed encoder, and to the signal, where the
 * original is known. A recording that is too short or silent has no such figures.
 */
final class Judgement {
  private final InferenceEngine engine;
  private final List<ModelPackage> encoders;
  private final AudioClip exhibit;
  private final Optional<AudioClip> original;

  Judgement(
      InferenceEngine engine,
      List<ModelPackage> encoders,
      AudioClip exhibit,
      Optional<AudioClip> original) {
    this.engine = engine;
    this.encoders = List.copyOf(encoders);
    this.exhibit = exhibit;
    this.original = original;
  }

  /** Similarities by name, each by encoder. */
  Map<String, JsonObject> of(AudioClip restored, Cancellation cancellation)
      throws RefusedException, CancelledException {
    SortedMap<String, JsonObject> similarities = new TreeMap<>();
    if (exhibit.seconds() < SpeakerEncoder.SHORTEST_SECONDS
        || Levels.peak(exhibit) < SpeakerEncoder.SOFTEST_PEAK) {
      return similarities;
    }
    for (ModelPackage source : encoders) {
      try (ModelSession session = engine.open(source)) {
        SpeakerEncoder encoder = new SpeakerEncoder(session);
        Embedding before = encoder.embed(exhibit, cancellation);
        Embedding after = encoder.embed(restored, cancellation);
        put(similarities, "similarityRestoredToExhibit", source, after.similarity(before));
        if (original.isPresent()) {
          Embedding truth = encoder.embed(original.get(), cancellation);
          put(similarities, "similarityExhibitToOriginal", source, before.similarity(truth));
          put(similarities, "similarityRestoredToOriginal", source, after.similarity(truth));
        }
      }
    }
    return similarities;
  }

  /** Figures that need the original; none where it is not known. */
  Map<String, Double> againstOriginal(AudioClip restored) {
    SortedMap<String, Double> figures = new TreeMap<>();
    original.ifPresent(
        truth -> {
          figures.put("exhibitSnrToOriginalDb", Levels.snrDb(truth, exhibit));
          figures.put("restoredSnrToOriginalDb", Levels.snrDb(truth, restored));
          figures.put("bitExactShare", 1 - Levels.shareChanged(truth, restored));
        });
    return figures;
  }

  private static void put(
      SortedMap<String, JsonObject> similarities, String name, ModelPackage encoder, double value) {
    JsonObject group = similarities.getOrDefault(name, JsonObject.empty());
    similarities.put(name, group.with(encoder.reference(), FigureText.of(value)));
  }
}
