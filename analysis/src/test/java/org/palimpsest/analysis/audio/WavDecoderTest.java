package org.palimpsest.analysis.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.analysis.RefusedException;

@DisplayName("The WAV decoder")
final class WavDecoderTest {
  @TempDir private Path folder;

  @Test
  @DisplayName("scales 8, 16, 24 and 32 bit PCM by a power of two, extremes included")
  void scalesPcm() throws Exception {
    assertThat(decode(1, 8, 1, new byte[] {0, (byte) 128, (byte) 129, (byte) 255}).channel(0))
        .containsExactly(-1, 0, 1 / 128.0, 127 / 128.0);
    assertThat(decode(1, 16, 1, WavBytes.pcm16(-32768, -1, 0, 1, 32767)).channel(0))
        .containsExactly(-1, -1 / 32768.0, 0, 1 / 32768.0, 32767 / 32768.0);
    byte[] wide = {0, 0, (byte) 0x80, -1, -1, -1, 0, 0, 0, 1, 0, 0, -1, -1, 0x7F, 0x34, 0x12, 0};
    assertThat(decode(1, 24, 1, wide).channel(0))
        .containsExactly(
            -1, -1 / 8388608.0, 0, 1 / 8388608.0, 8388607 / 8388608.0, 0x1234 / 8388608.0);
    byte[] widest = WavBytes.join(WavBytes.int32(Integer.MIN_VALUE), WavBytes.int32(1));
    assertThat(decode(1, 32, 1, widest).channel(0)).containsExactly(-1, 1 / 2147483648.0);
  }

  @Test
  @DisplayName("delivers float samples as they are, beyond full scale too")
  void deliversFloats() throws Exception {
    assertThat(decode(3, 32, 1, WavBytes.floats(-1.5f, 0.1f, 3f)).channel(0))
        .containsExactly(-1.5, 0.1f, 3);
    byte[] doubles = new byte[24];
    WavBytes.wrap(doubles).putDouble(0.1).putDouble(-2).putDouble(1e-300);
    assertThat(decode(3, 64, 1, doubles).channel(0)).containsExactly(0.1, -2, 1e-300);
  }

  @ParameterizedTest(name = "A-law {0} is {1}")
  @CsvSource({"0xD5, 8", "0x55, -8", "0xD4, 24", "0xAA, 32256", "0x2A, -32256", "0xC5, 264"})
  @DisplayName("expands A-law by the tables of G.711")
  void expandsALaw(String code, int expected) throws Exception {
    byte[] data = {(byte) Integer.decode(code).intValue()};
    assertThat(decode(6, 8, 1, data).channel(0)).containsExactly(expected / 32768.0);
  }

  @ParameterizedTest(name = "µ-law {0} is {1}")
  @CsvSource({"0xFF, 0", "0xFE, 8", "0x7E, -8", "0x80, 32124", "0x00, -32124", "0xF0, 120"})
  @DisplayName("expands µ-law by the tables of G.711")
  void expandsMuLaw(String code, int expected) throws Exception {
    byte[] data = {(byte) Integer.decode(code).intValue()};
    assertThat(decode(7, 8, 1, data).channel(0)).containsExactly(expected / 32768.0);
  }

  @ParameterizedTest(name = "coding {0}")
  @ValueSource(ints = {6, 7})
  @DisplayName("agrees with the JDK's decoder on all 256 codes of A-law and µ-law")
  void agreesWithTheJdkOnCompanding(int tag) throws Exception {
    byte[] codes = new byte[256];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (byte) i;
    }
    byte[] file = WavBytes.file(tag, 8, 1, 8000, codes);
    double[] ours = decode(file).channel(0);
    AudioFormat signed = new AudioFormat(8000, 16, 1, true, false);
    try (AudioInputStream in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file));
        AudioInputStream decoded = AudioSystem.getAudioInputStream(signed, in)) {
      ByteBuffer theirs = WavBytes.wrap(decoded.readAllBytes());
      for (double sample : ours) {
        assertThat(sample).isEqualTo(theirs.getShort() / 32768.0);
      }
    }
  }

  @ParameterizedTest(name = "{0} bit")
  @ValueSource(ints = {8, 16, 24, 32})
  @DisplayName("agrees with the JDK's decoder on random PCM in two channels")
  void agreesWithTheJdkOnPcm(int bits) throws Exception {
    byte[] data = new byte[2 * 500 * bits / 8];
    new Random(bits).nextBytes(data);
    byte[] file = WavBytes.file(1, bits, 2, 44100, data);
    CollectedFrames ours = decode(file);
    AudioFormat floats =
        new AudioFormat(AudioFormat.Encoding.PCM_FLOAT, 44100, 32, 2, 8, 44100, false);
    try (AudioInputStream in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file));
        AudioInputStream decoded = AudioSystem.getAudioInputStream(floats, in)) {
      ByteBuffer theirs = WavBytes.wrap(decoded.readAllBytes());
      for (int i = 0; i < 500; i++) {
        assertThat(ours.channel(0)[i]).isCloseTo(unscaled(theirs.getFloat(), bits), within(2e-7));
        assertThat(ours.channel(1)[i]).isCloseTo(unscaled(theirs.getFloat(), bits), within(2e-7));
      }
    }
  }

  /** The JDK divides positive codes by 2ⁿ − 1, so that its full scale is 1 on both sides. */
  private static double unscaled(float jdk, int bits) {
    double full = Math.pow(2, bits - 1);
    return jdk > 0 ? jdk * (full - 1) / full : jdk;
  }

  @Test
  @DisplayName("reads the extensible format like the plain one")
  void readsExtensible() throws Exception {
    byte[] data = WavBytes.pcm16(5, -6, 7, -8);
    byte[] file = WavBytes.riff(WavBytes.extensible(1, 16, 2, 48000), WavBytes.chunk("data", data));
    CollectedFrames frames = decode(file);
    assertThat(frames.channel(0)).containsExactly(5 / 32768.0, 7 / 32768.0);
    assertThat(frames.channel(1)).containsExactly(-6 / 32768.0, -8 / 32768.0);
    assertThat(frames.rate()).isEqualTo(new SampleRate(48000));
    byte[] floats = WavBytes.floats(0.25f);
    byte[] floatFile =
        WavBytes.riff(WavBytes.extensible(3, 32, 1, 8000), WavBytes.chunk("data", floats));
    assertThat(decode(floatFile).channel(0)).containsExactly(0.25);
  }

  @Test
  @DisplayName("refuses an extensible format of another family than Microsoft's")
  void refusesOtherFamily() throws Exception {
    byte[] format = WavBytes.extensible(1, 16, 1, 16000, new byte[14]);
    Path file = write(WavBytes.riff(format, WavBytes.chunk("data", WavBytes.pcm16(1, 2))));
    assertThatThrownBy(() -> new WavDecoder(Optional.empty()).decode(file, new CollectedFrames()))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("not supported");
  }

  @Test
  @DisplayName("passes over chunks that it does not know, odd lengths padded")
  void passesOverUnknownChunks() throws Exception {
    byte[] file =
        WavBytes.riff(
            WavBytes.chunk("LIST", new byte[7]),
            WavBytes.format(1, 16, 1, 16000),
            WavBytes.chunk("bext", new byte[601]),
            WavBytes.chunk("data", WavBytes.pcm16(1, 2, 3)),
            WavBytes.chunk("id3 ", new byte[3]));
    assertThat(decode(file).channel(0)).hasSize(3).startsWith(1 / 32768.0);
  }

  @Test
  @DisplayName("delivers every frame of a file of many blocks, in order")
  void deliversManyBlocks() throws Exception {
    int[] codes = new int[3 * 8192 + 17];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = i % 65536 - 32768;
    }
    double[] samples = decode(1, 16, 1, WavBytes.pcm16(codes)).channel(0);
    assertThat(samples).hasSize(codes.length);
    for (int i = 0; i < codes.length; i++) {
      assertThat(samples[i] * 32768).isEqualTo(codes[i]);
    }
  }

  @Test
  @DisplayName("states format, rate, channels and length, and its own name")
  void statesFacts() throws Exception {
    Path file = write(WavBytes.file(7, 8, 2, 8000, new byte[8000]));
    AudioFacts facts = new WavDecoder(Optional.empty()).decode(file, new CollectedFrames());
    assertThat(facts)
        .isEqualTo(new AudioFacts("WAV, µ-law", "palimpsest-wav 1", new SampleRate(8000), 2, 4000));
    assertThat(facts.seconds()).isEqualTo(0.5);
  }

  @Test
  @DisplayName("gives the chosen channel of a stereo recording and counts its overloads alone")
  void givesTheChosenChannel() throws Exception {
    Path file = write(WavBytes.file(1, 16, 2, 16000, WavBytes.pcm16(1, 32767, 2, -32768, 3, 0)));
    Recording right = new RecordingReader().read(file, OptionalInt.of(2));
    assertThat(right.clip().toArray()).containsExactly(32767 / 32768f, -1, 0);
    assertThat(right.overloads()).isEqualTo(2);
    assertThat(right.channel()).isEqualTo(2);
    Recording left = new RecordingReader().read(file, OptionalInt.of(1));
    assertThat(left.clip().toArray()).containsExactly(1 / 32768f, 2 / 32768f, 3 / 32768f);
    assertThat(left.overloads()).isZero();
  }

  private CollectedFrames decode(int tag, int bits, int channels, byte[] data) throws Exception {
    return decode(WavBytes.file(tag, bits, channels, 16000, data));
  }

  private CollectedFrames decode(byte[] bytes) throws Exception {
    CollectedFrames frames = new CollectedFrames();
    AudioFacts facts = new WavDecoder(Optional.empty()).decode(write(bytes), frames);
    assertThat(facts.channels()).isEqualTo(frames.channels());
    assertThat(facts.frames()).isEqualTo(frames.channel(0).length);
    return frames;
  }

  private Path write(byte[] bytes) throws Exception {
    return Files.write(Files.createTempFile(folder, "take", ".wav"), bytes);
  }
}
