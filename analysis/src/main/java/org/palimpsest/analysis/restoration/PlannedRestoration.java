package org.palimpsest.analysis.restoration;

import java.util.List;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.inference.InferenceEngine;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.method.AnalysisPlan;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.Outcome;
import org.palimpsest.analysis.method.Progress;
import org.palimpsest.analysis.method.Runner;

/** A restoration that is ready to run; may run several times, with the same result. */
public final class PlannedRestoration {
  private final AnalysisPlan plan;
  private final RestorationMethod method;

  PlannedRestoration(AnalysisPlan plan, RestorationMethod method) {
    this.plan = plan;
    this.method = method;
  }

  public AnalysisPlan plan() {
    return plan;
  }

  /** The packages that will be used. */
  public List<ModelPackage> models() {
    return method.models();
  }

  /** Restores a clip at 16 kHz. Never throws for its input: the outcome says what happened. */
  public Outcome<Restored> run(
      AudioClip exhibit, InferenceEngine engine, Progress progress, Cancellation cancellation) {
    return Runner.run(() -> method.restore(exhibit, engine, progress, cancellation));
  }
}
