package org.palimpsest.analysis.restoration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.analysis.audio.SampleRate;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.Progress;
import org.palimpsest.analysis.preimage.AndersonSettings;
import org.palimpsest.analysis.preimage.FilterPerturbation;
import org.palimpsest.analysis.preimage.Found;
import org.palimpsest.analysis.preimage.Perturbation;
import org.palimpsest.analysis.preimage.PreImage;
import org.palimpsest.analysis.preimage.WavyPerturbation;

@DisplayName("The test for an exact image")
final class ExactImageTest {
  private static final int SAMPLES = 128_000; // 8 s: more than the surroundings of a window
  private static final PreImage SEARCH =
      new PreImage(new AndersonSettings(30, 8, 1600, 1e-8, true, 0.05), 6);

  private final WavyPerturbation delta = new WavyPerturbation(0.002);
  private final float[] original = speechLike();

  @Test
  @DisplayName("passes what the protector gave, throughout")
  void passes() throws Exception {
    assertThat(windows(delta.protect(original)).cardinality()).isEqualTo(320);
  }

  @Test
  @DisplayName("fails a gain after protection, although that has a pre-image with a small residual")
  void gain() throws Exception {
    float[] exhibit = delta.protect(original);
    for (int i = 0; i < exhibit.length; i++) {
      exhibit[i] = Pcm16.round(0.7 * exhibit[i]);
    }
    assertThat(windows(exhibit).cardinality()).isZero();
  }

  @Test
  @DisplayName("fails the image of another protector")
  void other() throws Exception {
    float[] exhibit = new WavyPerturbation(0.004).protect(original);
    assertThat(windows(exhibit).cardinality()).isZero();
  }

  @Test
  @DisplayName("fails where a part was changed, and passes what lies 2 s away")
  void partly() throws Exception {
    float[] exhibit = delta.protect(original);
    for (int i = 0; i < 32_000; i++) {
      exhibit[i] = Pcm16.round(0.7 * exhibit[i]);
    }
    BitSet windows = windows(exhibit);
    assertThat(windows.get(0, 40).cardinality()).isZero();
    assertThat(windows.get(165, 320).cardinality()).isEqualTo(155);
  }

  @Test
  @DisplayName("shows nothing on a recording too short to count in")
  void tooShort() throws Exception {
    float[] brief = Arrays.copyOf(original, 400);
    assertThat(windows(delta.protect(brief)).cardinality()).isZero();
  }

  @Test
  @DisplayName("says that it cannot tell where roundings explain neither, and then doubts nothing")
  void cannotTell() throws Exception {
    FilterPerturbation dense = new FilterPerturbation(0.4);
    Tested tested = test(dense, dense.protect(original));
    assertThat(tested.image.tells()).isFalse();
    assertThat(tested.image.shown(tested.sums).isEmpty()).isTrue();
    assertThat(tested.image.likely(tested.sums).isEmpty()).isTrue();
    assertThat(tested.image.doubted(tested.sums).isEmpty()).isTrue();
  }

  private BitSet windows(float[] exhibit) throws Exception {
    Tested tested = test(delta, exhibit);
    BitSet shown = tested.image.shown(tested.sums);
    assertThat(tested.image.doubted(tested.sums).intersects(shown)).isFalse();
    return shown;
  }

  private static Tested test(Perturbation delta, float[] exhibit) throws Exception {
    SampleRange whole = new SampleRange(0, exhibit.length);
    AudioClip clip = AudioClip.of(exhibit, SampleRate.WORKING);
    Found found = SEARCH.find(delta, exhibit, List.of(exhibit), Cancellation.NEVER);
    List<Segment> segments = List.of(new Segment(whole, whole));
    Rehearsal rehearsal =
        Rehearsal.of(SEARCH, delta, found.signal(), exhibit, 0, Cancellation.NEVER);
    int missed = exhibit.length - rehearsal.reproduced().cardinality();
    ExactImage image =
        ExactImage.measure(
            SEARCH,
            delta,
            new ExactImage.Inverted(clip, clip, segments),
            ExactImage.rate(missed, exhibit.length),
            Progress.NONE,
            Cancellation.NEVER);
    WindowSums sums = new WindowSums(exhibit.length, 0.001);
    for (int i = 0; i < exhibit.length; i++) {
      sums.add(i, 0, 0, 0, found.reproduced().get(i));
    }
    return new Tested(image, sums);
  }

  private record Tested(ExactImage image, WindowSums sums) {}

  private static float[] speechLike() {
    Random random = new Random(4);
    float[] signal = new float[SAMPLES];
    for (int i = 0; i < signal.length; i++) {
      signal[i] = Pcm16.round(0.1 * Math.sin(0.05 * i) + 0.02 * random.nextGaussian());
    }
    return signal;
  }
}
