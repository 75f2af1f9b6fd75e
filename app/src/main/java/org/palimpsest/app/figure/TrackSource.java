package org.palimpsest.app.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.analysis.measure.ClipSurvey;
import org.palimpsest.analysis.measure.Formant;
import org.palimpsest.analysis.measure.FormantSettings;
import org.palimpsest.analysis.measure.FormantTracker;
import org.palimpsest.analysis.measure.FrameGrid;
import org.palimpsest.analysis.measure.IntensitySettings;
import org.palimpsest.analysis.measure.IntensityTracker;
import org.palimpsest.analysis.measure.PitchSettings;
import org.palimpsest.analysis.measure.PitchTracker;
import org.palimpsest.analysis.measure.SpeechActivity;

/** Measures a clip piece by piece. Safe to share between threads. */
public final class TrackSource {
  /** Beyond so much time at once, single frames would be a blur: summaries are for that. */
  private static final double LONGEST_SECONDS = 120;

  private static final double TILE_SECONDS = 4;
  private static final double QUIET_DB = 30; // as Praat's "dynamic range"

  private final AudioClip clip;
  private final int hertz;
  private ClipSurvey survey; // made when it is first needed

  public TrackSource(AudioClip clip) {
    this.clip = clip;
    this.hertz = clip.rate().hertz();
  }

  /** How long a tile is, in samples. */
  public double tileSamples() {
    return TILE_SECONDS * hertz;
  }

  /** The tile that begins at {@code index} tiles. */
  public TrackTile tile(TrackKind kind, long index) {
    double from = Math.min(clip.length(), Math.max(0, index * tileSamples()));
    double to = Math.min(clip.length(), Math.max(0, (index + 1) * tileSamples()));
    return measure(kind, new SampleRange((int) from, (int) to));
  }

  /** The same piece as it is seen from afar. */
  public TrackSummary summary(TrackKind kind, long index) {
    return new TrackSummary(kind, tile(kind, index), index * tileSamples(), tileSamples());
  }

  /** Those that cover a range. */
  List<TrackSummary> summaries(TrackKind kind, SampleRange range) {
    long first = (long) Math.floor(range.start() / tileSamples());
    long end = (long) Math.ceil(range.end() / tileSamples());
    return LongStream.range(first, end).mapToObj(index -> summary(kind, index)).toList();
  }

  /** Whether so many samples are seen at once that single frames would be a blur. */
  public boolean isFar(double samples) {
    return samples > LONGEST_SECONDS * hertz;
  }

  /** All frames whose centres lie within a range. */
  TrackTile measure(TrackKind kind, SampleRange range) {
    FrameGrid grid = FrameGrid.within(range, Math.max(1, kind.hopSeconds() * hertz));
    return switch (kind) {
      case PITCH ->
          TrackTile.ofValues(
              kind,
              grid,
              new PitchTracker(PitchSettings.defaults(), hertz, survey()).track(clip, grid));
      case FORMANTS -> TrackTile.ofFormants(grid, formants(grid));
      case INTENSITY -> TrackTile.ofValues(kind, grid, levels(grid));
      case ACTIVITY -> TrackTile.ofValues(kind, grid, activity(grid));
      case ERROR -> throw new IllegalArgumentException("an error estimate is not measured");
    };
  }

  /** Those of quiet frames are left out: they are resonances of noise. */
  private List<List<Formant>> formants(FrameGrid grid) {
    double least = survey().levelDb(0.95) - QUIET_DB;
    double[] levels = levels(grid);
    List<List<Formant>> all =
        new FormantTracker(FormantSettings.defaults(), hertz).track(clip, grid);
    List<List<Formant>> heard = new ArrayList<>();
    for (int i = 0; i < levels.length; i++) {
      heard.add(levels[i] >= least ? all.get(i) : List.of());
    }
    return heard;
  }

  private double[] levels(FrameGrid grid) {
    return new IntensityTracker(IntensitySettings.defaults(), hertz).track(clip, grid);
  }

  private double[] activity(FrameGrid grid) {
    SpeechActivity activity = new SpeechActivity(survey());
    double[] values = levels(grid);
    for (int i = 0; i < values.length; i++) {
      values[i] = activity.isActive(values[i]) ? 1 : 0;
    }
    return values;
  }

  private synchronized ClipSurvey survey() {
    survey = survey == null ? ClipSurvey.of(clip) : survey;
    return survey;
  }
}
