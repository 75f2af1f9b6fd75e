package org.palimpsest.app.annotation;

import java.util.List;

/** Terms that are offered for labels, so that the same thing gets the same name. */
public record Vocabulary(List<String> terms) {
  public Vocabulary {
    terms = List.copyOf(terms);
  }

  /** Terms of the field, for speech, for the recording and for what was done to it. */
  public static Vocabulary ofTheField() {
    return new Vocabulary(
        List.of(
            "speech, questioned speaker",
            "speech, other speaker",
            "overlapping speech",
            "unintelligible",
            "vowel",
            "hesitation",
            "breath",
            "non-speech",
            "background noise",
            "tone",
            "click",
            "clipping",
            "dropout",
            "possible edit",
            "protection residue",
            "restoration artefact",
            "of interest"));
  }
}
