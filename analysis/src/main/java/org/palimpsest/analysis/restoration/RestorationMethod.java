package org.palimpsest.analysis.restoration;

import java.util.List;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.inference.InferenceEngine;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.CancelledException;
import org.palimpsest.analysis.method.Outcome;
import org.palimpsest.analysis.method.Progress;

/** A way to take protection off, with all its parameters settled. */
interface RestorationMethod {
  /** The packages it will use. */
  List<ModelPackage> models();

  /**
   * Restores {@code exhibit}, a clip at 16 kHz.
   *
   * @throws RefusedException if a model cannot be run on it
   */
  Outcome<Restored> restore(
      AudioClip exhibit, InferenceEngine engine, Progress progress, Cancellation cancellation)
      throws RefusedException, CancelledException;
}
