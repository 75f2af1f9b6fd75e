package org.palimpsest.analysis.measure;

/**
 * How pitch is found; names and defaults are those of Praat's "To Pitch (ac)".
 *
 * @param floorHertz the lowest pitch: the window holds three of its periods
 * @param ceilingHertz the highest
 * @param silenceThreshold frames whose peak lies below this share of the clip's are likely unvoiced
 * @param voicingThreshold autocorrelation above which a frame is likely voiced
 * @param octaveCost how much high candidates are favoured, for each octave
 * @param octaveJumpCost price of a jump of an octave in 10 ms
 * @param voicedUnvoicedCost price of a change between voiced and unvoiced in 10 ms
 */
public record PitchSettings(
    double floorHertz,
    double ceilingHertz,
    double silenceThreshold,
    double voicingThreshold,
    double octaveCost,
    double octaveJumpCost,
    double voicedUnvoicedCost) {
  public PitchSettings {
    if (!(floorHertz >= 20) || !(ceilingHertz > floorHertz)) {
      throw new IllegalArgumentException("a floor of at least 20 Hz, the ceiling above it");
    }
  }

  /** 75 to 600 Hz, and Praat's thresholds and costs. */
  public static PitchSettings defaults() {
    return new PitchSettings(75, 600, 0.03, 0.45, 0.01, 0.35, 0.14);
  }

  /** A quarter of the window, as Praat steps. */
  public double hopSeconds() {
    return 0.75 / floorHertz;
  }
}
