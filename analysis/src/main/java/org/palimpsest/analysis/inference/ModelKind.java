package org.palimpsest.analysis.inference;

import java.util.Locale;
import java.util.Optional;

/** What a model package computes from a waveform. */
public enum ModelKind {
  /** waveform → perturbation; protected = round16(waveform + perturbation). */
  PROTECTOR,
  /** protected waveform → estimated perturbation; restored = waveform − it. */
  REMOVER,
  /** waveform → speaker embedding. */
  SPEAKER_ENCODER,
  /** waveform → log-likelihood ratios per family and frame. */
  DETECTOR;

  /** The name in {@code model.json}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<ModelKind> find(String id) {
    for (ModelKind kind : values()) {
      if (kind.id().equals(id)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Whether the output is a waveform of the input's length. */
  boolean givesWaveform() {
    return this == PROTECTOR || this == REMOVER;
  }
}
