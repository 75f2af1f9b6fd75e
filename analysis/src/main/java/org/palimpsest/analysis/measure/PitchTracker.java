package org.palimpsest.analysis.measure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.palimpsest.analysis.audio.AudioClip;

/**
 * Pitch by the autocorrelation method of P. Boersma, "Accurate short-term analysis of the
 * fundamental frequency and the harmonics-to-noise ratio of a sampled sound", IFA Proceedings 17,
 * 1993, with the settings of Praat's "To Pitch (ac)". The path through the candidates is sought
 * over the frames that are asked for and {@value #MARGIN_SECONDS} s around them, not over the whole
 * clip: memory stays bounded, and a frame can differ from that of a path over all in rare cases.
 * One object per thread.
 */
public final class PitchTracker {
  private static final double MARGIN_SECONDS = 0.5;

  private final PitchSettings settings;
  private final double rate;
  private final PitchCandidates candidates;

  /**
   * @param hertz rate of the clip
   * @param survey of the same clip: silence is judged by its peak
   */
  public PitchTracker(PitchSettings settings, int hertz, ClipSurvey survey) {
    this.settings = settings;
    this.rate = hertz;
    this.candidates = new PitchCandidates(settings, hertz, survey.peak());
  }

  /**
   * In hertz.
   *
   * @return 0 where unvoiced, NaN where the window leaves the clip
   */
  public double[] track(AudioClip clip, FrameGrid grid) {
    int margin = (int) Math.ceil(MARGIN_SECONDS * rate / grid.hop());
    FrameGrid wide = grid.widened(margin);
    List<PitchFrame> frames =
        IntStream.range(0, wide.frames())
            .mapToObj(i -> candidates.of(clip, wide.centre(i)))
            .toList();
    double[] path = PitchPath.through(frames, settings, grid.hop() / rate);
    return Arrays.copyOfRange(path, margin, margin + grid.frames());
  }
}
