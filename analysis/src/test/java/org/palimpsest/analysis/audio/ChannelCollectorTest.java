package org.palimpsest.analysis.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.analysis.RefusedException;

@DisplayName("While a recording is read")
final class ChannelCollectorTest {
  private static final long SECOND = 1_000_000_000;
  private static final int BLOCK = 5000;
  private final List<AudioClip> seen = new ArrayList<>();
  private long now;

  private ChannelCollector collector(Arriving arriving) {
    return new ChannelCollector(Path.of("a.wav"), OptionalInt.empty(), arriving, () -> now);
  }

  private static void push(ChannelCollector collector, long seed) throws RefusedException {
    double[] samples = new Random(seed).doubles(BLOCK, -0.5, 0.5).toArray();
    collector.frames(new double[][] {samples}, BLOCK);
    Arrays.fill(samples, 0.99); // decoders use their arrays again
  }

  @ParameterizedTest(name = "{0} Hz")
  @ValueSource(ints = {16_000, 48_000, 44_100})
  @DisplayName("what has arrived is the beginning of the clip, and stays as it was")
  void arrives(int hertz) throws Exception {
    ChannelCollector collector = collector(seen::add);
    collector.begin(new SampleRate(hertz), 1);
    collector.expect(3 * BLOCK); // there are more
    for (int block = 0; block < 40; block++) {
      now += SECOND;
      push(collector, block);
    }
    float[] whole = collector.clip().toArray();
    assertThat(seen).hasSize(40);
    assertThat(seen.get(39).length()).isGreaterThan(whole.length / 2);
    for (AudioClip clip : seen) {
      assertThat(clip.toArray()).isEqualTo(Arrays.copyOf(whole, clip.length()));
    }
  }

  @Test
  @DisplayName("it is told now and then, not with every block")
  void seldom() throws Exception {
    ChannelCollector collector = collector(seen::add);
    collector.begin(SampleRate.WORKING, 1);
    for (int block = 0; block < 1000; block++) {
      now += SECOND / 1000;
      push(collector, block);
    }
    assertThat(seen).hasSizeBetween(5, 20);
  }

  @Test
  @DisplayName("looking on takes a sixth of the time at most, however long a look takes")
  void patient() throws Exception {
    long look = 10 * SECOND;
    ChannelCollector collector =
        collector(
            clip -> {
              seen.add(clip);
              now += look;
            });
    collector.begin(SampleRate.WORKING, 1);
    long begun = now;
    for (int block = 0; block < 1000; block++) {
      now += SECOND;
      push(collector, block);
    }
    assertThat(seen).hasSizeGreaterThan(10);
    assertThat(seen.size() * look).isLessThanOrEqualTo((now - begun) / 6 + look);
  }

  @Test
  @DisplayName("who looks on can stop it")
  void stops() throws Exception {
    ChannelCollector collector =
        collector(
            clip -> {
              throw new RefusedException("enough");
            });
    collector.begin(SampleRate.WORKING, 1);
    now += SECOND;
    assertThatThrownBy(() -> push(collector, 1)).hasMessage("enough");
  }
}
