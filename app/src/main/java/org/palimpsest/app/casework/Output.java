package org.palimpsest.app.casework;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.restoration.Confidence;

/** Something that a step makes and the case keeps. */
final class Output {
  private static final String CONFIDENCE = "-confidence";

  private final String suffix;
  private final byte[] bytes;

  private Output(String suffix, byte[] bytes) {
    this.suffix = suffix;
    this.bytes = bytes;
  }

  /** The signal first, then how far it can be believed. */
  static List<Output> of(Optional<AudioClip> signal, Optional<Confidence> confidence)
      throws IOException {
    List<Output> outputs = new ArrayList<>();
    if (signal.isPresent()) {
      outputs.add(new Output("", RunAnalysis.wav(signal.get())));
      if (confidence.isPresent()) {
        byte[] text = ConfidenceText.write(confidence.get(), signal.get().length());
        outputs.add(new Output(CONFIDENCE, text));
      }
    }
    return outputs;
  }

  /** The id of the confidence track of a restoration. */
  static String confidenceOf(String id) {
    return id + CONFIDENCE;
  }

  /** Its id, where the step has {@code id}. */
  String id(String id) {
    return id + suffix;
  }

  /** Not copied. */
  byte[] bytes() {
    return bytes;
  }
}
