package org.palimpsest.analysis.measure;

/**
 * Where a clip is loud, by energy alone: a frame counts as active when its intensity lies above the
 * middle between the clip's quiet level (10 % of the frames lie below) and its loud level (95 %),
 * where these are at least {@value #LEAST_RANGE_DB} dB apart; a clip without such a range has no
 * active frame. It knows nothing of voices: music, clicks and a second speaker count, too.
 * Immutable.
 */
public final class SpeechActivity {
  /** What it is called beside its track. */
  public static final String NAME = "energy above the middle of quiet and loud";

  private static final double LEAST_RANGE_DB = 6;
  private static final double QUIET = 0.10;
  private static final double LOUD = 0.95;

  private final double thresholdDb;

  public SpeechActivity(ClipSurvey survey) {
    double quiet = survey.levelDb(QUIET);
    double loud = survey.levelDb(LOUD);
    thresholdDb = loud - quiet < LEAST_RANGE_DB ? Double.POSITIVE_INFINITY : (quiet + loud) / 2;
  }

  /** In dBFS; +∞ where nothing counts as active. */
  public double thresholdDb() {
    return thresholdDb;
  }

  /** Whether a frame of this intensity in dBFS counts. */
  public boolean isActive(double intensityDb) {
    return intensityDb > thresholdDb;
  }
}
