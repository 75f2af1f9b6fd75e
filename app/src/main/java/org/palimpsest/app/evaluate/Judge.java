package org.palimpsest.app.evaluate;

import org.palimpsest.analysis.inference.ModelPackage;

/**
 * An encoder that scores voices.
 *
 * @param stated how the request names it; what a protector's package says goes before that
 */
record Judge(ModelPackage encoder, Box stated) {
  /** Whether a protector was trained against the encoder. */
  enum Box {
    WHITE("white"),
    BLACK("black"),
    UNSTATED("not stated");

    private final String words;

    Box(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  Box box(ModelPackage protector) {
    return protector
        .victim()
        .map(victim -> victim.equals(encoder.reference()) ? Box.WHITE : Box.BLACK)
        .orElse(stated);
  }
}
