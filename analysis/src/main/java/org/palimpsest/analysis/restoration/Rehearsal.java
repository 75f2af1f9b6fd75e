package org.palimpsest.analysis.restoration;

import java.util.BitSet;
import java.util.List;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.CancelledException;
import org.palimpsest.analysis.preimage.Found;
import org.palimpsest.analysis.preimage.Perturbation;
import org.palimpsest.analysis.preimage.PreImage;
import org.palimpsest.analysis.signal.RunningSum;

/**
 * An inversion like that of the exhibit, of which the answer is known: the result, changed by up to
 * one step a sample so that its roundings are new, is taken for an original, protected, and
 * inverted from the same start. What is wrong then tells what to expect: a parametric bootstrap
 * (Efron 1979).
 */
final class Rehearsal {
  /** Half width of the surroundings in which doubt is compared with what was wrong: 62.5 ms. */
  private static final int SURROUNDINGS = 1000;

  private final float[] truth;
  private final Found found;

  private Rehearsal(float[] truth, Found found) {
    this.truth = truth;
    this.found = found;
  }

  /**
   * @param start that the inversion of the exhibit had
   * @param offset of the piece in the recording; the change of a sample depends on its place alone
   */
  static Rehearsal of(
      PreImage preImage,
      Perturbation delta,
      float[] result,
      float[] start,
      int offset,
      Cancellation cancellation)
      throws RefusedException, CancelledException {
    float[] truth = changed(result, offset);
    float[] image = image(delta, truth);
    return new Rehearsal(truth, preImage.find(delta, image, List.of(start), cancellation));
  }

  /** How much of a sample of the piece was got wrong. */
  float error(int sample) {
    return found.signal()[sample] - truth[sample];
  }

  /**
   * Probabilities of a wrong step, raised in proportion where more was got wrong around a sample
   * than they let expect.
   *
   * @param doubt by sample of the piece
   */
  float[] raised(float[] doubt) {
    RunningSum wrong = new RunningSum(doubt.length, i -> error(i) == 0 ? 0 : 1);
    RunningSum expected = new RunningSum(doubt.length, i -> doubt[i]);
    float[] raised = new float[doubt.length];
    for (int i = 0; i < raised.length; i++) {
      double there = wrong.meanAround(i, SURROUNDINGS);
      double thought = expected.meanAround(i, SURROUNDINGS);
      raised[i] = (float) (thought == 0 ? there : doubt[i] * Math.max(1, there / thought));
    }
    return raised;
  }

  /** The samples that protecting the answer gives. */
  BitSet reproduced() {
    return found.reproduced();
  }

  /** Of δ, on the piece. */
  int evaluations() {
    return found.evaluations() + 1;
  }

  private static float[] image(Perturbation delta, float[] signal) throws RefusedException {
    float[] image = new float[signal.length];
    delta.compute(signal, new SampleRange(0, signal.length), image);
    for (int i = 0; i < image.length; i++) {
      image[i] = Pcm16.round((double) signal[i] + image[i]);
    }
    return image;
  }

  /** Each sample a step up, a step down or left, by the multiplicative hash of its place. */
  static float[] changed(float[] signal, int offset) {
    float[] changed = new float[signal.length];
    for (int i = 0; i < changed.length; i++) {
      int step = (((offset + i + 1) * 0x9E3779B9) >>> 16) % 3 - 1;
      changed[i] = Pcm16.round(signal[i] + step * Pcm16.LSB);
    }
    return changed;
  }
}
