package org.palimpsest.app.evaluate;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.compare.Embedding;
import org.palimpsest.analysis.compare.SpeakerEncoder;
import org.palimpsest.analysis.evaluation.ConfidenceCheck;
import org.palimpsest.analysis.evaluation.ErrorEnergy;
import org.palimpsest.analysis.evaluation.Estoi;
import org.palimpsest.analysis.evaluation.PitchCorrelation;
import org.palimpsest.analysis.evaluation.SiSdr;
import org.palimpsest.analysis.inference.ModelSession;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.CancelledException;
import org.palimpsest.analysis.method.Outcome;
import org.palimpsest.analysis.restoration.Restored;
import org.palimpsest.analysis.signal.Levels;
import org.palimpsest.analysis.signal.PitchTrack;

/** Measures the conditions of one utterance against its original. */
final class Listening {
  private final AudioClip original;
  private final PitchTrack pitch;
  private final Map<String, ModelSession> encoders;

  /**
   * @param encoders by hash; none where the utterance takes no part in trials
   */
  Listening(AudioClip original, Map<String, ModelSession> encoders) {
    this.original = original;
    this.pitch = PitchTrack.of(original);
    this.encoders = encoders;
  }

  Treated toOriginal(Cancellation cancellation) throws CancelledException {
    return voiced(original, new TreeMap<>(), cancellation);
  }

  Treated to(AudioClip signal, SortedMap<String, Double> known, Cancellation cancellation)
      throws CancelledException {
    SortedMap<String, Double> figures = new TreeMap<>(known);
    figures.put(Figure.SNR, Levels.snrDb(original, signal));
    figures.put(Figure.SI_SDR, SiSdr.db(original, signal));
    figures.put(Figure.BIT_EXACT, 1 - Levels.shareChanged(original, signal));
    Estoi.of(original, signal).ifPresent(value -> figures.put(Figure.ESTOI, value));
    PitchCorrelation.of(pitch, PitchTrack.of(signal))
        .ifPresent(value -> figures.put(Figure.PITCH_CORRELATION, value));
    return voiced(signal, figures, cancellation);
  }

  /** Of a restoration also what its method reports; what was not restored is refused. */
  Treated to(Outcome<Restored> outcome, SortedMap<String, Double> costs, Cancellation cancellation)
      throws CancelledException {
    Attempt attempt = outcome.accept(new Attempt.Reader());
    if (attempt.cancelled()) {
      throw new CancelledException();
    }
    if (attempt.restored().isEmpty()) {
      return Treated.refused(attempt.line());
    }
    Restored restored = attempt.restored().get();
    SortedMap<String, Double> figures = new TreeMap<>(costs);
    figures.putAll(restored.figures());
    if (figures.containsKey(Figure.UNSETTLED)) {
      ErrorEnergy.shareWithin(original, restored.signal(), restored.unsettled(), Restored.WINDOW)
          .ifPresent(share -> figures.put(Figure.ERROR_IN_UNSETTLED, share));
    }
    restored
        .confidence()
        .ifPresent(track -> figures.putAll(ConfidenceCheck.of(original, restored.signal(), track)));
    return to(restored.signal(), figures, cancellation);
  }

  private Treated voiced(
      AudioClip signal, SortedMap<String, Double> figures, Cancellation cancellation)
      throws CancelledException {
    SortedMap<String, Embedding> voices = new TreeMap<>();
    figures.values().removeIf(value -> value.isNaN());
    try {
      for (Map.Entry<String, ModelSession> encoder : encoders.entrySet()) {
        voices.put(
            encoder.getKey(), new SpeakerEncoder(encoder.getValue()).embed(signal, cancellation));
      }
    } catch (RefusedException e) {
      return Treated.refused(e.getMessage());
    }
    return new Treated(figures, voices, Optional.empty());
  }
}
