package org.palimpsest.app.evaluate;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.evaluation.Purification;
import org.palimpsest.analysis.inference.InferenceEngine;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.inference.ModelSession;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.CancelledException;
import org.palimpsest.analysis.method.Outcome;
import org.palimpsest.analysis.method.Progress;
import org.palimpsest.analysis.restoration.Protection;
import org.palimpsest.analysis.restoration.RestorationPlanner;
import org.palimpsest.analysis.restoration.Restored;

/** Computes units, with sessions that stay open between them. For one thread. */
final class UnitWork implements AutoCloseable {
  private final InferenceEngine engine;
  private final DataFolder data;
  private final Map<String, ModelSession> sessions = new HashMap<>();

  UnitWork(InferenceEngine engine, DataFolder data) {
    this.engine = engine;
    this.data = data;
  }

  /** By condition. */
  SortedMap<String, Treated> compute(Unit unit, Cancellation cancellation)
      throws RefusedException, CancelledException {
    AudioClip original = data.clip(unit.utterance().file());
    ModelSession protector = session(unit.defence().protector());
    Stopwatch evaluation = new Stopwatch();
    AudioClip exhibit = Protection.apply(protector, original);
    double evaluationSeconds = evaluation.seconds();
    exhibit = unit.wire().carry(exhibit);
    Listening listening = listening(unit, original);
    SortedMap<String, Treated> treated = new TreeMap<>();
    treated.put(Condition.RECORDED, listening.toOriginal(cancellation));
    treated.put(Condition.PROTECTED, listening.to(exhibit, new TreeMap<>(), cancellation));
    for (Removal removal : unit.defence().removals()) {
      cancellation.check();
      Stopwatch work = new Stopwatch();
      Outcome<Restored> outcome =
          new RestorationPlanner()
              .plan(removal.request(), unit.utterance().sha256())
              .run(exhibit, engine, Progress.NONE, cancellation);
      SortedMap<String, Double> costs = new TreeMap<>();
      costs.put(Figure.PROCESSOR_SECONDS, work.seconds());
      costs.put(Figure.EVALUATION_SECONDS, evaluationSeconds);
      costs.put(Figure.SECONDS, unit.utterance().seconds());
      treated.put(removal.condition(), listening.to(outcome, costs, cancellation));
    }
    for (Purification purification : Purification.baselines()) {
      AudioClip purified = purification.apply(exhibit, unit.noiseSeed());
      treated.put(purification.id(), listening.to(purified, new TreeMap<>(), cancellation));
    }
    return treated;
  }

  private Listening listening(Unit unit, AudioClip original) throws RefusedException {
    Map<String, ModelSession> encoders = new TreeMap<>();
    if (unit.utterance().isLongEnoughForTrials()) {
      for (ModelPackage encoder : unit.roster().encoders()) {
        encoders.put(encoder.sha256(), session(encoder));
      }
    }
    return new Listening(original, encoders);
  }

  private ModelSession session(ModelPackage model) throws RefusedException {
    ModelSession session = sessions.get(model.sha256());
    if (session == null) {
      session = engine.open(model);
      sessions.put(model.sha256(), session);
    }
    return session;
  }

  @Override
  public void close() {
    sessions.values().forEach(ModelSession::close);
  }
}
