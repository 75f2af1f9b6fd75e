package org.palimpsest.analysis.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Random;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Clips, ranges, rates and the 16-bit grid")
final class AudioValuesTest {
  @TempDir private Path folder;

  @Test
  @DisplayName("round16 clamps, and rounds ties to even")
  void roundsTo16Bit() {
    double step = 1 / 32768.0;
    assertThat(Pcm16.code(0.5 * step)).isZero();
    assertThat(Pcm16.code(1.5 * step)).isEqualTo((short) 2);
    assertThat(Pcm16.code(-0.5 * step)).isZero();
    assertThat(Pcm16.code(-2.5 * step)).isEqualTo((short) -2);
    assertThat(Pcm16.code(1)).isEqualTo((short) 32767);
    assertThat(Pcm16.code(7)).isEqualTo((short) 32767);
    assertThat(Pcm16.code(-1)).isEqualTo((short) -32768);
    assertThat(Pcm16.code(-1.1)).isEqualTo((short) -32768);
    assertThat(Pcm16.round(0.1)).isEqualTo(3277 / 32768f);
  }

  @Test
  @DisplayName("every code of 16 bit is its own rounding")
  void isIdempotent() {
    for (int code = -32768; code <= 32767; code++) {
      assertThat(Pcm16.code(Pcm16.round(code / 32768.0))).isEqualTo((short) code);
    }
  }

  @Test
  @DisplayName("rounding a clip leaves the clip itself alone")
  void roundsACopy() {
    AudioClip clip = AudioClip.of(new float[] {0.1f, 2}, SampleRate.WORKING);
    assertThat(Pcm16.round(clip).toArray()).containsExactly(3277 / 32768f, 32767 / 32768f);
    assertThat(clip.toArray()).containsExactly(0.1f, 2);
  }

  @Test
  @DisplayName("a clip cannot be changed through the arrays that go in and out")
  void clipsAreImmutable() {
    float[] samples = {1, 2, 3, 4};
    AudioClip clip = AudioClip.of(samples, new SampleRate(8000));
    samples[0] = 9;
    clip.toArray()[1] = 9;
    clip.copy(new SampleRange(2, 4))[0] = 9;
    assertThat(clip.toArray()).containsExactly(1, 2, 3, 4);
    assertThat(clip.copy(new SampleRange(1, 3))).containsExactly(2, 3);
    assertThat(clip.at(3)).isEqualTo(4);
    assertThat(clip.seconds()).isEqualTo(4 / 8000.0);
  }

  @Test
  @DisplayName("clips are subtracted sample by sample, if rate and length agree")
  void subtracts() {
    AudioClip clip = AudioClip.of(new float[] {1, 2}, SampleRate.WORKING);
    AudioClip other = AudioClip.of(new float[] {0.25f, -1}, SampleRate.WORKING);
    assertThat(clip.minus(other).toArray()).containsExactly(0.75f, 3);
    AudioClip longer = AudioClip.of(new float[3], SampleRate.WORKING);
    AudioClip slower = AudioClip.of(new float[2], new SampleRate(8000));
    assertThatThrownBy(() -> clip.minus(longer)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> clip.minus(slower)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("a range is widened within its limits, at the end of all integers too")
  void widensRanges() {
    assertThat(new SampleRange(10, 20).widened(5, 100)).isEqualTo(new SampleRange(5, 25));
    assertThat(new SampleRange(3, 98).widened(5, 100)).isEqualTo(new SampleRange(0, 100));
    assertThat(new SampleRange(0, Integer.MAX_VALUE).widened(9, Integer.MAX_VALUE).length())
        .isEqualTo(Integer.MAX_VALUE);
    assertThatThrownBy(() -> new SampleRange(-1, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SampleRange(3, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("rates lie between 1 kHz and 768 kHz")
  void limitsRates() {
    assertThat(SampleRate.isPlausible(1000)).isTrue();
    assertThat(SampleRate.isPlausible(768_000)).isTrue();
    assertThat(SampleRate.isPlausible(999)).isFalse();
    assertThat(SampleRate.isPlausible(768_001)).isFalse();
    assertThat(SampleRate.isPlausible(16_000L + (1L << 32))).isFalse();
    assertThatThrownBy(() -> new SampleRate(0)).isInstanceOf(IllegalArgumentException.class);
    assertThat(new SampleRate(8000).seconds(4000)).isEqualTo(0.5);
  }

  @Test
  @DisplayName("a written WAV file has these very bytes")
  void writesKnownBytes() throws Exception {
    AudioClip clip = AudioClip.of(new float[] {0, 1 / 32768f, -1, 5}, SampleRate.WORKING);
    byte[] expected = WavBytes.file(1, 16, 1, 16000, WavBytes.pcm16(0, 1, -32768, 32767));
    assertThat(wav(clip)).isEqualTo(expected);
    assertThat(wav(AudioClip.of(new float[0], SampleRate.WORKING))).hasSize(44);
  }

  @Test
  @DisplayName("a written WAV file is read back to the sample, by this reader and by the JDK")
  void roundTrips() throws Exception {
    Random random = new Random(3);
    float[] samples = new float[20_001];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (random.nextInt(65536) - 32768) / 32768f;
    }
    AudioClip clip = AudioClip.of(samples, SampleRate.WORKING);
    byte[] bytes = wav(clip);
    assertThat(wav(clip)).isEqualTo(bytes);
    Path file = Files.write(folder.resolve("x.wav"), bytes);
    Recording read = new RecordingReader().read(file, OptionalInt.empty());
    assertThat(read.clip().toArray()).isEqualTo(samples);
    try (AudioInputStream jdk = AudioSystem.getAudioInputStream(new ByteArrayInputStream(bytes))) {
      assertThat(jdk.getFormat().getSampleRate()).isEqualTo(16000);
      assertThat(jdk.getFrameLength()).isEqualTo(samples.length);
      byte[] data = jdk.readAllBytes();
      for (int i = 0; i < samples.length; i++) {
        int code = (data[2 * i + 1] << 8) | (data[2 * i] & 0xFF);
        assertThat(code / 32768f).isEqualTo(samples[i]);
      }
    }
  }

  @Test
  @DisplayName("A clip at another rate keeps its sound and its time")
  void resampledClip() {
    float[] tone = new float[16_001];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = (float) Math.sin(2 * Math.PI * 1000 * i / 16_000.0);
    }
    AudioClip clip = AudioClip.of(tone, SampleRate.WORKING);
    AudioClip slower = clip.resampled(new SampleRate(10_000));
    assertThat(slower.length()).isEqualTo(10_001);
    assertThat(slower.rate()).isEqualTo(new SampleRate(10_000));
    for (int i = 1000; i < 9000; i++) {
      assertThat((double) slower.at(i))
          .isCloseTo(Math.sin(2 * Math.PI * 1000 * i / 10_000.0), within(1e-4));
    }
    assertThat(clip.resampled(SampleRate.WORKING)).isSameAs(clip);
  }

  private static byte[] wav(AudioClip clip) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WavWriter.write(clip, out);
    return out.toByteArray();
  }
}
