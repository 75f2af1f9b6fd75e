package org.palimpsest.app.train;

import java.nio.file.Path;
import org.palimpsest.analysis.inference.ModelPackage;

/**
 * A finished package.
 *
 * @param folder that {@code model import} takes
 * @param isNew false if it was there already
 */
public record TrainedRemover(Path folder, ModelPackage model, boolean isNew) {
  static final String PROTECTED = "validation.protectedSnrDb";
  static final String RESTORED = "validation.restoredSnrDb";

  /** Mean SNR(x, x') of the recordings held back, in dB. */
  public double protectedSnrDb() {
    return figure(PROTECTED);
  }

  /** Mean SNR(x, x' − r(x')) of the same, in dB. */
  public double restoredSnrDb() {
    return figure(RESTORED);
  }

  private double figure(String name) {
    return Double.parseDouble(model.metrics().getOrDefault(name, "NaN"));
  }
}
