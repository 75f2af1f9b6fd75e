package org.palimpsest.analysis.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.analysis.audio.SampleRate;

@DisplayName("a measure")
final class MeasuresTest {
  private static final int RATE = 16_000;

  private static AudioClip clip(float[] samples) {
    return AudioClip.of(samples, SampleRate.WORKING);
  }

  private static AudioClip sine(double hertz, double amplitude, int length) {
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / RATE));
    }
    return clip(samples);
  }

  private static AudioClip noise(double amplitude, int length) {
    Random random = new Random(5);
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      samples[i] = (float) (amplitude * random.nextGaussian());
    }
    return clip(samples);
  }

  /** Pulses through two resonators: a vowel of known pitch and formants. */
  private static AudioClip vowel(double pitch, double[] hertz, double[] bandwidth, int length) {
    double[] x = new double[length];
    double phase = 1;
    for (int i = 0; i < length; i++) {
      phase += pitch / RATE;
      x[i] = phase >= 1 ? 0.05 : 0;
      phase -= phase >= 1 ? 1 : 0;
    }
    for (int f = 0; f < hertz.length; f++) {
      double r = Math.exp(-Math.PI * bandwidth[f] / RATE);
      double c = 2 * r * Math.cos(2 * Math.PI * hertz[f] / RATE);
      for (int i = 2; i < length; i++) {
        x[i] += c * x[i - 1] - r * r * x[i - 2];
      }
    }
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      samples[i] = (float) x[i];
    }
    return clip(samples);
  }

  private static double[] pitch(AudioClip clip, FrameGrid grid) {
    return new PitchTracker(PitchSettings.defaults(), RATE, ClipSurvey.of(clip)).track(clip, grid);
  }

  @Test
  @DisplayName("of pitch finds a sine's frequency to a twentieth of a hertz")
  void findsPitch() {
    for (double hertz : new double[] {80, 123.4, 220.05, 440, 590}) {
      double[] found = pitch(sine(hertz, 0.1, RATE), new FrameGrid(4000, 160, 40));
      for (double value : found) {
        assertThat(value).isCloseTo(hertz, within(0.05));
      }
    }
  }

  @Test
  @DisplayName("of pitch calls noise and silence unvoiced, and has no value at the ends")
  void knowsWhatIsUnvoiced() {
    FrameGrid inside = new FrameGrid(4000, 160, 40);
    assertThat(Arrays.stream(pitch(noise(0.1, RATE), inside)).filter(v -> v > 0).count())
        .isLessThan(4);
    assertThat(pitch(clip(new float[RATE]), inside)).containsOnly(Double.NaN);
    double[] ends = pitch(sine(200, 0.1, RATE), new FrameGrid(0, 16_000, 2));
    assertThat(ends).containsOnly(Double.NaN);
    assertThat(pitch(clip(new float[0]), inside)).containsOnly(Double.NaN);
    assertThat(pitch(clip(new float[] {1}), new FrameGrid(0, 1, 1))).containsOnly(Double.NaN);
  }

  @Test
  @DisplayName("of pitch stays below its ceiling and above its floor")
  void staysWithinItsLimits() {
    PitchSettings low = new PitchSettings(75, 300, 0.03, 0.45, 0.01, 0.35, 0.14);
    AudioClip clip = sine(440, 0.1, RATE);
    double[] found =
        new PitchTracker(low, RATE, ClipSurvey.of(clip)).track(clip, new FrameGrid(4000, 160, 20));
    for (double value : found) {
      assertThat(value).isCloseTo(220, within(0.05)); // its subharmonic, as in Praat
    }
  }

  @Test
  @DisplayName("of formants finds the resonances that a vowel was made with to 60 Hz")
  void findsFormants() {
    double[] made = {700, 1220, 2600, 3500, 4500};
    AudioClip vowel = vowel(100, made, new double[] {80, 90, 120, 150, 200}, RATE);
    List<List<Formant>> track =
        new FormantTracker(FormantSettings.defaults(), RATE)
            .track(vowel, new FrameGrid(4000, 100, 40));
    for (List<Formant> frame : track) {
      for (int f = 0; f < 3; f++) {
        assertThat(frame.get(f).hertz()).isCloseTo(made[f], within(60.0));
        assertThat(frame.get(f).bandwidthHertz()).isBetween(10.0, 300.0);
      }
    }
  }

  @Test
  @DisplayName("of formants is empty in silence and where its window leaves the clip")
  void hasNoFormantsInSilence() {
    FormantTracker tracker = new FormantTracker(FormantSettings.defaults(), RATE);
    assertThat(tracker.track(clip(new float[RATE]), new FrameGrid(8000, 100, 3)))
        .containsOnly(List.of());
    AudioClip sound = noise(0.1, RATE);
    assertThat(tracker.track(sound, new FrameGrid(0, RATE - 1, 2))).containsOnly(List.of());
    assertThat(tracker.track(sound, new FrameGrid(8000, 100, 1)).get(0)).isNotEmpty();
    assertThat(tracker.track(clip(new float[] {1}), new FrameGrid(0, 100, 1)).get(0)).isEmpty();
    assertThat(tracker.track(sound, new FrameGrid(0, 100, 0))).isEmpty();
    AudioClip slow = AudioClip.of(sound.toArray(), new SampleRate(8000));
    assertThat(
            new FormantTracker(FormantSettings.defaults(), 8000)
                .track(slow, new FrameGrid(8000, 100, 1))
                .get(0))
        .allSatisfy(f -> assertThat(f.hertz()).isLessThan(4000));
  }

  @Test
  @DisplayName("of intensity reads −23.01 dBFS for a sine of −20 dBFS and the level of a square")
  void readsIntensity() {
    IntensityTracker tracker = new IntensityTracker(IntensitySettings.defaults(), RATE);
    FrameGrid grid = new FrameGrid(4000, 128, 20);
    for (double level : tracker.track(sine(1000, 0.1, RATE), grid)) {
      assertThat(level).isCloseTo(-23.0103, within(0.001));
    }
    float[] square = new float[RATE];
    for (int i = 0; i < RATE; i++) {
      square[i] = i / 8 % 2 == 0 ? 1 : -1;
    }
    assertThat(tracker.track(clip(square), grid)[0]).isCloseTo(0, within(0.001));
    float[] constant = new float[RATE];
    Arrays.fill(constant, 0.5f);
    assertThat(tracker.track(clip(constant), grid)).containsOnly(Double.NEGATIVE_INFINITY);
    assertThat(tracker.track(sine(1000, 0.1, RATE), new FrameGrid(0, 100, 1)))
        .containsOnly(Double.NaN);
    assertThat(IntensityTracker.PASCAL_OFFSET_DB).isCloseTo(93.979, within(0.001));
  }

  @Test
  @DisplayName("of a stretch is the same whichever stretch is asked for")
  void doesNotDependOnTheStretch() {
    AudioClip vowel =
        vowel(130, new double[] {500, 1500, 2500}, new double[] {60, 90, 120}, 2 * RATE);
    FrameGrid all = FrameGrid.within(new SampleRange(0, 2 * RATE), 100);
    FrameGrid part = FrameGrid.within(new SampleRange(12_345, 20_000), 100);
    int at = (int) ((part.centre(0) - all.centre(0)) / 100);
    FormantTracker formants = new FormantTracker(FormantSettings.defaults(), RATE);
    assertThat(formants.track(vowel, part))
        .isEqualTo(formants.track(vowel, all).subList(at, at + part.frames()));
    double[] whole = pitch(vowel, all);
    assertThat(pitch(vowel, part)).isEqualTo(Arrays.copyOfRange(whole, at, at + part.frames()));
    FrameGrid left = FrameGrid.within(new SampleRange(0, 12_345), 100);
    assertThat(left.centre(left.frames() - 1) + 100).isEqualTo(part.centre(0));
  }

  @Test
  @DisplayName("of a long-term spectrum holds the whole power, in the right bands")
  void averagesSpectra() {
    AudioClip white = noise(0.1, 4 * RATE);
    Ltas ltas = Ltas.of(white, new SampleRange(0, 4 * RATE), 100);
    double power = 0;
    for (double density : ltas.densityDb()) {
      power += Math.pow(10, density / 10) * 100;
    }
    double true2 = 0;
    for (int i = 0; i < white.length(); i++) {
      true2 += (double) white.at(i) * white.at(i) / white.length();
    }
    assertThat(power).isCloseTo(true2, within(0.01 * true2));
    Ltas sine = Ltas.of(sine(1050, 0.1, RATE), new SampleRange(1000, 15_000), 100);
    assertThat(sine.densityDb()[10]).isCloseTo(-23.01 - 20, within(0.1));
    assertThat(sine.densityDb()[30]).isLessThan(-90);
    assertThat(sine.centreHertz(10)).isEqualTo(1050);
    assertThat(Ltas.of(clip(new float[100]), new SampleRange(0, 100), 100).densityDb())
        .containsOnly(Ltas.FLOOR_DB);
    assertThatThrownBy(() -> Ltas.of(white, new SampleRange(0, 10), 0.01))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("of activity finds the loud half of a clip and nothing in an even one")
  void findsActivity() {
    float[] samples = noise(0.001, 2 * RATE).toArray();
    float[] loud = noise(0.1, RATE).toArray();
    System.arraycopy(loud, 0, samples, RATE, RATE);
    ClipSurvey survey = ClipSurvey.of(clip(samples));
    SpeechActivity activity = new SpeechActivity(survey);
    assertThat(activity.isActive(-60)).isFalse();
    assertThat(activity.isActive(-20)).isTrue();
    assertThat(activity.thresholdDb()).isCloseTo(-40, within(2.0));
    assertThat(new SpeechActivity(ClipSurvey.of(noise(0.1, RATE))).isActive(0)).isFalse();
    assertThat(new SpeechActivity(ClipSurvey.of(clip(new float[1]))).isActive(0)).isFalse();
    assertThat(survey.peak()).isGreaterThan(0.2);
  }

  @Test
  @DisplayName("of the active part says how long it is and how far it stands out")
  void activePart() {
    float[] samples = noise(0.001, 2 * RATE).toArray();
    System.arraycopy(noise(0.1, RATE).toArray(), 0, samples, RATE, RATE);
    ActivePart part = ActivePart.of(clip(samples));
    assertThat(part.seconds()).isCloseTo(1, within(0.02));
    assertThat(part.snrDb().orElseThrow()).isCloseTo(40, within(0.5));
  }

  @Test
  @DisplayName("of the active part knows no SNR of an even clip, of silence, and beside silence")
  void noActivePart() {
    assertThat(ActivePart.of(noise(0.1, RATE)).seconds()).isZero();
    for (float[] rest : List.of(new float[0], new float[10], new float[2 * RATE])) {
      assertThat(ActivePart.of(clip(rest))).isEqualTo(new ActivePart(0, OptionalDouble.empty()));
    }
    float[] half = new float[2 * RATE];
    for (int i = 0; i < RATE; i++) {
      half[i] = 0.1f * (i % 2 == 0 ? 1 : -1);
    }
    ActivePart part = ActivePart.of(clip(half));
    assertThat(part.seconds()).isCloseTo(1, within(0.02));
    assertThat(part.snrDb()).isEmpty();
  }
}
