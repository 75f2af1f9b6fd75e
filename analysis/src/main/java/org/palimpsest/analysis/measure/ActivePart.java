package org.palimpsest.analysis.measure;

import java.util.OptionalDouble;
import org.palimpsest.analysis.audio.AudioClip;

/**
 * How much of a clip is active, and how far it stands out: what decides whether voices can be
 * compared. By energy alone, as {@link SpeechActivity} has it: what is taken for speech may be
 * music, and what is taken for noise is whatever sounds between.
 *
 * @param seconds that are active, in whole frames of 20 ms
 * @param snrDb power of the active frames less that of the others, over that of the others; empty
 *     where nothing is active, or where the others are digital silence
 */
public record ActivePart(double seconds, OptionalDouble snrDb) {
  /** Reads all of the clip, and keeps nothing of it. */
  public static ActivePart of(AudioClip clip) {
    ClipSurvey survey = ClipSurvey.of(clip);
    double threshold = new SpeechActivity(survey).thresholdDb();
    ClipSurvey.Part loud = survey.above(threshold);
    ClipSurvey.Part rest = survey.upTo(threshold);
    double power = loud.meanPower() - rest.meanPower();
    boolean known = loud.frames() > 0 && rest.meanPower() > ClipSurvey.SILENCE && power > 0;
    OptionalDouble snr =
        known
            ? OptionalDouble.of(10 * Math.log10(power / rest.meanPower()))
            : OptionalDouble.empty();
    return new ActivePart(loud.frames() * ClipSurvey.FRAME_SECONDS, snr);
  }
}
