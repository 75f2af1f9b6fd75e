package org.palimpsest.app.annotation;

import java.math.BigDecimal;
import java.math.MathContext;
import org.palimpsest.evidence.format.Sha256;

/**
 * The signal that positions count in. Bound to its bytes: under another hash they mean nothing.
 *
 * @param id of the exhibit or restoration
 * @param sha256 of the stored bytes
 * @param channel of them, from 1
 * @param hertz samples of a second, as the program decodes it
 * @param samples how many there are
 */
public record AnnotatedSignal(String id, Sha256 sha256, int channel, int hertz, long samples) {
  /**
   * @throws IllegalArgumentException for a signal without id, channel, rate or samples
   */
  public AnnotatedSignal {
    if (id.isBlank() || channel < 1 || hertz < 1 || samples < 1) {
      throw new IllegalArgumentException("a signal has an id, a channel, a rate and samples");
    }
  }

  public double seconds(long sample) {
    return (double) sample / hertz;
  }

  /** The time of a sample in decimals, exact enough that {@link #sample} finds it again. */
  public String decimalSeconds(long sample) {
    return new BigDecimal(sample)
        .divide(new BigDecimal(hertz), new MathContext(17))
        .stripTrailingZeros()
        .toPlainString();
  }

  /** The sample nearest to a time. */
  public long sample(double seconds) {
    return Math.round(seconds * hertz);
  }

  /** Whether this is the very sound of {@code other}, whatever it is called. */
  public boolean sounds(AnnotatedSignal other) {
    return sha256.equals(other.sha256) && channel == other.channel && hertz == other.hertz;
  }

  /** Whether a mark lies within it. */
  public boolean holds(Mark mark) {
    return mark.start() < samples && mark.end() <= samples;
  }
}
