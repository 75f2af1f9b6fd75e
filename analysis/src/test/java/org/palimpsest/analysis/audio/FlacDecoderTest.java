package org.palimpsest.analysis.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.FlacBytes.Subframe;

@DisplayName("The FLAC decoder")
final class FlacDecoderTest {
  /** 600 samples of {@link #referenceSample}, coded by flac 1.4.2 -8: fixed and LPC subframes. */
  private static final String REFERENCE =
      "ZkxhQwAAACIAwADAAAAvAAEOA+gA8AAAAliA/c79Ur/dTnL4SaB1PngSAwAAEgAAAAAAAAAAAAAA"
          + "AAAAAAAAwIQAACggAAAAcmVmZXJlbmNlIGxpYkZMQUMgMS40LjIgMjAyMjEwMjIAAAAA//gVCABA"
          + "EuLmChME0ThPFAUJRlKUxUFUVhXFeWJZloWxcF0Xhei0sAwzEMYyDJMwzTOFFaRqGsa5tG2bglLg"
          + "OI5DlOcRWfW9r3Pg+RAP1fd+X6fb/n/IEQN7qDkIIU89DiIEReCihFyMOzRwjpIHTpGSVzaUEqJW"
          + "41LyYuDTUmzeU6J222s/AAAADldY9EaMqzpTS1T9PVH1JqinurtZUx1xSvYGxKP7KoztCiO2NuUH"
          + "3FQHdU+d4b2nfvqc/Apw8Km3xCafGJm8emLAk2/Eu24mWvE61IoWjFIzeXFSyIrWJFgwOBFsu4uV"
          + "xF4tNnGEr4xVZqoy1PpY0FDGmnc7GymMvG8lMjHGjoAK5f/4FQgBR0Iayxy0YrTYJgChCFwifNJx"
          + "gBT6pNcASANPwgs8IH2LPEIcP0V+JRYfwrMRiOBAipxyRBCCmySSSYIhBR5RLJYEWKHMJlNJkEeJ"
          + "y9xcXV4AUwWeFfYmFkYkBMiT0qmUyoU6pVCrBPCMsrLS0uLjAvMTAzMjMzM1NDY2ODc4ODs6O1w7"
          + "Q9Q8AAEl4B8NEBD9EBEBEJEJEM6GRSIRiKSCOSCQA0wIRLRls1mM1mtBnhSRFNFptFGo02sE/Ee1"
          + "mu2GyE3Ek20bbbbgS0Szeb7gCSiZcTiQJGJ1yOVyhGRPuhzhExQupNqMRaZa1uMNadcDB2pXEwOW"
          + "rXNdC/WuXUvlsF3LzbFegOC1//gVCAJOEhnXEuoqoyVkAB4vKjU1U9KLVJVRJ3KsM1VsrrK1hZGs"
          + "hZWLrSxOVtLcwdcl/rqvleV4r4utgECBd8QrsiIdMRrmiQcUSbewJdtxNNfrRQNKKNnxTMuKpGPF"
          + "axOFFmv4tl3Fyt9tF8iyjCV+tjIVUZam0saKh0GBrJzNRtpaN5J5GONG4yOlcCcB8Bd8EAYABNbf"
          + "VANARftAhAlEYCBR6RSYIhLJhMgkE6nkUIJZSKZTgnlWrVcsAUy0RbLdcgr14v2AwWIC5Y7JOlE0"
          + "nE8AIxTKpXLJaLheQGm4XG5XO6HU7Ha73iDnO6nY8Ho9n4/iAIYiCMJCESRhGkcSJJEoSxLk0TZO"
          + "AN0h//hlCAMXrxIY3woUBRFIUpUMAQWYqkVqK5FgiyQsy2LcXddl4hfGAYJhmKY4kjo=";

  @TempDir private Path folder;

  @Test
  @DisplayName("gives the samples that the reference encoder was given")
  void readsTheReferenceEncoder() throws Exception {
    CollectedFrames frames = decode(Base64.getDecoder().decode(REFERENCE));
    assertThat(frames.channel(0)).hasSize(600);
    for (int i = 0; i < 600; i++) {
      assertThat(frames.channel(0)[i] * 32768).isEqualTo(referenceSample(i));
    }
  }

  private static int referenceSample(int i) {
    return Math.floorDiv((i * i * 7 + i * 13) % 4001 - 2000, 8) + (i % 97 - 48) * 150;
  }

  @ParameterizedTest(name = "{0} bit, {1} channels, {2}, mid and side: {3}")
  @CsvSource({
    "8, 1, VERBATIM, false",
    "12, 1, FIXED_2, false",
    "16, 1, VERBATIM, false",
    "16, 1, FIXED_2, false",
    "16, 2, VERBATIM, false",
    "16, 2, FIXED_2, true",
    "24, 1, VERBATIM, false",
    "24, 2, VERBATIM, true",
    "24, 2, FIXED_2, false"
  })
  @DisplayName("is exact to the sample")
  void isExact(int bits, int channels, Subframe subframe, boolean midSide) throws Exception {
    int[][] samples = noise(channels, 3000, bits);
    CollectedFrames frames =
        decode(new FlacBytes(44100, bits, 1024, subframe, midSide).encode(samples));
    assertThat(frames.rate()).isEqualTo(new SampleRate(44100));
    assertThat(frames.channels()).isEqualTo(channels);
    for (int c = 0; c < channels; c++) {
      double[] expected =
          Arrays.stream(samples[c]).mapToDouble(v -> v / Math.pow(2, bits - 1)).toArray();
      assertThat(frames.channel(c)).isEqualTo(expected);
    }
  }

  @Test
  @DisplayName("reads constant subframes, and more frames than one byte numbers")
  void readsConstants() throws Exception {
    int[][] samples = new int[1][300 * 16];
    for (int i = 0; i < samples[0].length; i++) {
      samples[0][i] = i / 16 - 150;
    }
    CollectedFrames frames =
        decode(new FlacBytes(8000, 16, 16, Subframe.CONSTANT, false).encode(samples));
    for (int i = 0; i < samples[0].length; i++) {
      assertThat(frames.channel(0)[i] * 32768).isEqualTo(samples[0][i]);
    }
  }

  @Test
  @DisplayName("states format, rate, channels and length, and its own name")
  void statesFacts() throws Exception {
    byte[] file =
        new FlacBytes(48000, 24, 512, Subframe.VERBATIM, false).encode(noise(2, 1000, 24));
    assertThat(new FlacDecoder().decode(write(file), new CollectedFrames()))
        .isEqualTo(
            new AudioFacts("FLAC, 24 bit", "jflac-codec 1.5.2", new SampleRate(48000), 2, 1000));
  }

  @Test
  @DisplayName("accepts a file that states neither its length nor its MD5, as streams do")
  void acceptsAStream() throws Exception {
    int[][] samples = noise(1, 2000, 16);
    FlacBytes flac = new FlacBytes(16000, 16, 512, Subframe.FIXED_2, false);
    byte[] file = WavBytes.join(flac.streamInfo(1, 0, new byte[16], true), flac.frames(samples));
    assertThat(decode(file).channel(0)).hasSize(2000);
  }

  @Test
  @DisplayName("passes over metadata, even if they state absurd lengths inside")
  void passesOverMetadata() throws Exception {
    int[][] samples = noise(1, 700, 16);
    FlacBytes flac = new FlacBytes(16000, 16, 512, Subframe.VERBATIM, false);
    byte[] info = flac.streamInfo(1, 700, flac.md5(samples), false);
    for (int type = 1; type <= 7; type++) {
      byte[] hostile = new byte[40];
      Arrays.fill(hostile, (byte) 0x7F);
      byte[] block = WavBytes.join(new byte[] {(byte) (0x80 | type), 0, 0, 40}, hostile);
      byte[] file = WavBytes.join(info, block, flac.frames(samples));
      assertThat(decode(file).channel(0)).as("metadata type %d", type).hasSize(700);
    }
  }

  @Test
  @DisplayName("refuses audio whose MD5 differs from the header's")
  void refusesAnotherMd5() throws Exception {
    byte[] file = sound();
    file[FlacBytes.FIRST_FRAME - 1] ^= 1;
    assertRefused(file).hasMessageContaining("MD5");
  }

  @Test
  @DisplayName("refuses a file that was cut anywhere")
  void refusesTruncation() throws Exception {
    byte[] file = sound();
    for (int length = 4; length < file.length; length += 61) {
      assertRefused(Arrays.copyOf(file, length)).hasMessageMatching(".*(truncated|damaged).*");
    }
    assertRefused(Arrays.copyOf(file, file.length - 1)).hasMessageContaining("truncated");
  }

  @Test
  @DisplayName("refuses a stream without stated length that was cut within a frame")
  void refusesATruncatedStream() throws Exception {
    FlacBytes flac = new FlacBytes(16000, 16, 512, Subframe.VERBATIM, false);
    byte[] frames = flac.frames(noise(1, 2000, 16));
    byte[] head = flac.streamInfo(1, 0, new byte[16], true);
    for (int cut : new int[] {1, 2, 100, 900}) {
      assertRefused(WavBytes.join(head, Arrays.copyOf(frames, frames.length - cut)))
          .hasMessageMatching(".*(truncated|damaged).*");
    }
  }

  @Test
  @DisplayName("refuses a file from which a whole frame is missing")
  void refusesALostFrame() throws Exception {
    FlacBytes flac = new FlacBytes(16000, 16, 512, Subframe.VERBATIM, false);
    int[][] samples = noise(1, 1536, 16);
    byte[] head = flac.streamInfo(1, 1536, flac.md5(samples), true);
    int[][] shorter = {Arrays.copyOf(samples[0], 1024)};
    assertRefused(WavBytes.join(head, flac.frames(shorter))).hasMessageContaining("1024 of 1536");
  }

  @ParameterizedTest(name = "MD5 stated: {0}")
  @ValueSource(booleans = {true, false})
  @DisplayName("never passes a flipped bit in the audio frames off as audio")
  void noticesFlippedBits(boolean stated) throws Exception {
    int[][] samples = noise(1, 2000, 16);
    FlacBytes flac = new FlacBytes(16000, 16, 512, Subframe.FIXED_2, false);
    byte[] md5 = stated ? flac.md5(samples) : new byte[16];
    byte[] sound = WavBytes.join(flac.streamInfo(1, 2000, md5, true), flac.frames(samples));
    double[] expected = decode(sound).channel(0);
    Random random = new Random(7);
    int refused = 0;
    for (int i = 0; i < 200; i++) {
      byte[] file = sound.clone();
      int at = FlacBytes.FIRST_FRAME + random.nextInt(file.length - FlacBytes.FIRST_FRAME);
      file[at] ^= (byte) (1 << random.nextInt(8));
      try {
        assertThat(decode(file).channel(0)).as("flip in byte %d", at).isEqualTo(expected);
      } catch (RefusedException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(190);
  }

  @Test
  @DisplayName("refuses a frame that contradicts the header")
  void refusesContradictions() throws Exception {
    FlacBytes stereo = new FlacBytes(16000, 16, 512, Subframe.VERBATIM, false);
    byte[] frames = stereo.frames(noise(2, 512, 16));
    assertRefused(WavBytes.join(stereo.streamInfo(1, 512, new byte[16], true), frames))
        .hasMessageContaining("contradicts");
    FlacBytes smaller = new FlacBytes(16000, 16, 256, Subframe.VERBATIM, false);
    assertRefused(WavBytes.join(smaller.streamInfo(2, 512, new byte[16], true), frames))
        .hasMessageContaining("contradicts");
  }

  @Test
  @DisplayName("takes the chosen channel of a stereo recording")
  void takesTheChosenChannel() throws Exception {
    int[][] samples = {{1, 2, 3, 4}, {-1, -2, -3, 5}};
    Path file = write(new FlacBytes(16000, 16, 16, Subframe.VERBATIM, true).encode(samples));
    assertThat(new RecordingReader().read(file, OptionalInt.of(2)).clip().toArray())
        .containsExactly(-1 / 32768f, -2 / 32768f, -3 / 32768f, 5 / 32768f);
  }

  private static byte[] sound() throws Exception {
    return new FlacBytes(16000, 16, 512, Subframe.VERBATIM, false).encode(noise(1, 2000, 16));
  }

  private static int[][] noise(int channels, int length, int bits) {
    Random random = new Random(bits + channels);
    int[][] samples = new int[channels][length];
    for (int[] channel : samples) {
      for (int i = 0; i < length; i++) {
        channel[i] = random.nextInt(1 << bits) - (1 << (bits - 1));
      }
    }
    return samples;
  }

  private org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
      byte[] bytes) throws Exception {
    Path file = write(bytes);
    return assertThatThrownBy(() -> new FlacDecoder().decode(file, new CollectedFrames()))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(file.toString());
  }

  private CollectedFrames decode(byte[] bytes) throws Exception {
    CollectedFrames frames = new CollectedFrames();
    AudioFacts facts = new FlacDecoder().decode(write(bytes), frames);
    assertThat(facts.frames()).isEqualTo(frames.channel(0).length);
    return frames;
  }

  private Path write(byte[] bytes) throws Exception {
    return Files.write(folder.resolve("take.flac"), bytes);
  }
}
