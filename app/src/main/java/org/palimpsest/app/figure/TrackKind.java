package org.palimpsest.app.figure;

import org.palimpsest.analysis.measure.FormantSettings;
import org.palimpsest.analysis.measure.IntensitySettings;
import org.palimpsest.analysis.measure.PitchSettings;
import org.palimpsest.analysis.measure.SpeechActivity;

/** A measure drawn with a signal. */
public enum TrackKind {
  /** Under the spectrogram. */
  PITCH("Pitch", PitchSettings.defaults().hopSeconds()),
  /** Dots over the spectrogram. */
  FORMANTS("Formants", FormantSettings.defaults().hopSeconds()),
  /** Under the spectrogram. */
  INTENSITY("Intensity", IntensitySettings.defaults().hopSeconds()),
  /** Bars under the spectrogram. */
  ACTIVITY("Activity", IntensitySettings.defaults().hopSeconds()),
  /** The local error estimate of a restoration: a strip under its waveform. */
  ERROR("Local error", 0);

  private final String title;
  private final double hopSeconds;

  TrackKind(String title, double hopSeconds) {
    this.title = title;
    this.hopSeconds = hopSeconds;
  }

  public String title() {
    return title;
  }

  /** Whether frames of the sound are measured for it. */
  public boolean measured() {
    return hopSeconds > 0;
  }

  double hopSeconds() {
    return hopSeconds;
  }

  /** Method and settings, for captions. */
  public String describe() {
    return switch (this) {
      case PITCH -> "pitch: autocorrelation (Boersma 1993), 75 to 600 Hz, every 10 ms";
      case FORMANTS ->
          "formants: Burg, 5 below 5500 Hz, window 25 ms, every 6.25 ms, where the level is"
              + " within 30 dB of the loud parts";
      case INTENSITY -> "intensity: mean square in dBFS, lowest pitch 100 Hz, every 8 ms";
      case ACTIVITY -> "activity: " + SpeechActivity.NAME + ", not a detector of speech";
      case ERROR -> "local error: of the restoration, by its own estimate";
    };
  }
}
