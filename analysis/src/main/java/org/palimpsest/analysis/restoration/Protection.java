package org.palimpsest.analysis.restoration;

import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.inference.ChunkedModel;
import org.palimpsest.analysis.inference.InferenceEngine;
import org.palimpsest.analysis.inference.ModelKind;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.inference.ModelSession;

/** Applies a protector, for validation and demonstration: protected = round16(x + δ(x)). */
public final class Protection {
  private static final int CHUNK_SAMPLES = 32_000;

  private final InferenceEngine engine;

  public Protection(InferenceEngine engine) {
    this.engine = engine;
  }

  /** Protects a clip at 16 kHz. */
  public AudioClip apply(ModelPackage protector, AudioClip original) throws RefusedException {
    if (protector.kind() != ModelKind.PROTECTOR) {
      throw new RefusedException(
          protector.reference() + " is a " + protector.kind().id() + ", not a protector");
    }
    try (ModelSession session = engine.open(protector)) {
      return apply(session, original);
    }
  }

  /** The same through a session that is open already: one evaluation of the protector. */
  public static AudioClip apply(ModelSession protector, AudioClip original)
      throws RefusedException {
    float[] signal = original.toArray();
    float[] perturbation = new ChunkedModel(protector, CHUNK_SAMPLES).run(signal);
    for (int i = 0; i < signal.length; i++) {
      signal[i] = Pcm16.round((double) signal[i] + perturbation[i]);
    }
    return AudioClip.of(signal, original.rate());
  }
}
