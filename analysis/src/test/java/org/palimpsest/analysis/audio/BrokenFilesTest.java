package org.palimpsest.analysis.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.palimpsest.analysis.RefusedException;

@DisplayName("The reader refuses in one line that names the file")
final class BrokenFilesTest {
  private static final byte[] DATA = WavBytes.chunk("data", WavBytes.pcm16(1, 2, 3, 4));
  private static final byte[] FORMAT = WavBytes.format(1, 16, 1, 16000);

  @TempDir private Path folder;

  static Stream<Arguments> corpus() {
    byte[] sound = WavBytes.riff(FORMAT, DATA);
    return Stream.of(
        broken("an empty file", "empty", new byte[0]),
        broken("one byte", "neither WAV nor FLAC", new byte[1]),
        broken("text", "neither WAV nor FLAC", WavBytes.ascii("Dear examiner, listen to this.")),
        broken("RIFF of another kind", "neither WAV nor FLAC", WavBytes.ascii("RIFF    AVI LIST")),
        broken("a cut RIFF header", "neither WAV nor FLAC", Arrays.copyOf(sound, 11)),
        broken("nothing after the header", "no WAV data", Arrays.copyOf(sound, 12)),
        broken("a cut chunk header", "no WAV data", Arrays.copyOf(sound, 17)),
        broken("a cut format chunk", "truncated in the WAV format", Arrays.copyOf(sound, 30)),
        broken("a missing data chunk", "no WAV data", Arrays.copyOf(sound, 36)),
        broken("cut data", "truncated, 5 of 8", Arrays.copyOf(sound, sound.length - 3)),
        broken("no samples", "no samples", WavBytes.file(1, 16, 1, 16000, new byte[0])),
        broken("half a frame", "part of a frame", WavBytes.file(1, 16, 1, 16000, new byte[7])),
        broken("NaN", "sample 1 is not a number", floats(0.5f, Float.NaN)),
        broken("infinity", "sample 2 is not a number", floats(0, 0, Float.NEGATIVE_INFINITY)),
        broken("12 channels", "12 channels", WavBytes.file(1, 16, 12, 16000, new byte[240])),
        broken("65 channels", "65 channels", WavBytes.file(1, 8, 65, 16000, new byte[65])),
        broken("no channels", "0 channels", WavBytes.file(1, 16, 0, 16000, new byte[8])),
        broken("a rate of 0", "rate of 0 Hz", WavBytes.file(1, 16, 1, 0, new byte[8])),
        broken("10 MHz", "rate of 10000000 Hz", WavBytes.file(1, 16, 1, 10_000_000, new byte[8])),
        broken("a rate of -1", "rate of 4294967295", WavBytes.file(1, 16, 1, -1, new byte[8])),
        broken("a wrong block size", "frame size", WavBytes.riff(blocks(3), DATA)),
        broken("a block size of 0", "frame size", WavBytes.riff(blocks(0), DATA)),
        broken("MP3 in WAV", "coding 85", WavBytes.file(85, 16, 1, 16000, new byte[8])),
        broken("13 bits", "13 bits", WavBytes.riff(WavBytes.format(1, 13, 1, 16000, 2), DATA)),
        broken("data before format", "before its format", WavBytes.riff(DATA, FORMAT)),
        broken("a short format", "too short", shortFormat(14, 1)),
        broken("a short extensible format", "too short", shortFormat(18, 0xFFFE)),
        broken("a huge format", "format chunk", sized(WavBytes.header("fmt ", -1), DATA)),
        broken("4 GB of data", "of 4294967294", sized(FORMAT, WavBytes.header("data", -2))),
        broken("2 GB of data", "of 2147483648", sized(FORMAT, WavBytes.header("data", 1 << 31))),
        broken("4 GB of notes", "no WAV data", sized(FORMAT, WavBytes.header("LIST", -1))),
        broken("only fLaC", "truncated", WavBytes.ascii("fLaC")),
        broken("FLAC without audio", "decoded", flacHead(16000, 100)),
        broken("FLAC without a rate", "rate of 0 Hz", flacHead(0, 0)),
        broken("FLAC without samples", "no samples", flacHead(16000, 0)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("corpus")
  @DisplayName("a damaged or odd file:")
  void refusesBrokenFiles(String name, String reason, byte[] bytes) throws Exception {
    Path file = Files.write(folder.resolve("exhibit.wav"), bytes);
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(reason)
        .message()
        .hasLineCount(1);
  }

  @Test
  @DisplayName("a folder, and a path where nothing is")
  void refusesFoldersAndNothing() {
    assertThatThrownBy(() -> read(folder))
        .isInstanceOf(RefusedException.class)
        .hasMessage(folder + ": a folder, not a recording");
    Path missing = folder.resolve("missing.wav");
    assertThatThrownBy(() -> read(missing))
        .isInstanceOf(RefusedException.class)
        .hasMessage(missing + ": no such file");
  }

  @Test
  @DisplayName("a file that may not be read")
  void refusesForbiddenFiles() throws Exception {
    Path file = Files.write(folder.resolve("secret.wav"), WavBytes.riff(FORMAT, DATA));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    Assumptions.assumeFalse(Files.isReadable(file), "an administrator may read everything");
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("no permission");
  }

  @Test
  @DisplayName("a file whose name has two lines")
  void refusesInOneLine() throws Exception {
    Path file = Files.write(folder.resolve("two\nlines.wav"), new byte[0]);
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(RefusedException.class)
        .message()
        .hasLineCount(1)
        .endsWith("two lines.wav: the file is empty");
  }

  @Test
  @DisplayName("a channel that the file does not have, and stereo without a choice")
  void refusesChannels() throws Exception {
    Path file =
        Files.write(folder.resolve("a.wav"), WavBytes.file(1, 16, 2, 16000, WavBytes.pcm16(1, 2)));
    for (int channel : new int[] {-1, 0, 3}) {
      assertThatThrownBy(() -> new RecordingReader().read(file, OptionalInt.of(channel)))
          .isInstanceOf(RefusedException.class)
          .hasMessage(file + ": has no channel " + channel + "; it has 1 to 2");
    }
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("--channel 1 to 2");
  }

  @Test
  @DisplayName("but never for its name: content decides")
  void ignoresNames() throws Exception {
    Path file = Files.write(folder.resolve("song.mp3"), WavBytes.riff(FORMAT, DATA));
    assertThat(read(file).clip().length()).isEqualTo(4);
  }

  @Test
  @DisplayName("or reads random bytes behind a good beginning; nothing else happens in 500 trials")
  void survivesGarbage() {
    byte[] wav = Arrays.copyOf(WavBytes.riff(FORMAT, DATA), 44);
    byte[] flac = flacHead(16000, 0);
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            byte[] head = seed % 2 == 0 ? wav : flac;
            byte[] file = new byte[head.length + random.nextInt(3000)];
            random.nextBytes(file);
            System.arraycopy(head, 0, file, 0, 4 + random.nextInt(head.length - 3));
            System.arraycopy(head, 0, file, 0, seed % 2 == 0 ? 12 : 4);
            assertReadOrRefused(file, seed);
          }
        });
  }

  @Test
  @DisplayName("or reads a WAV file with any one byte changed; nothing else happens")
  void survivesChangedBytes() throws Exception {
    byte[] sound = WavBytes.riff(WavBytes.extensible(1, 16, 1, 16000), DATA);
    for (int at = 0; at < sound.length; at++) {
      for (int value : new int[] {0, 1, 0x7F, 0x80, 0xFF}) {
        byte[] file = sound.clone();
        file[at] = (byte) value;
        assertReadOrRefused(file, at);
      }
    }
  }

  private void assertReadOrRefused(byte[] bytes, int trial) throws Exception {
    Path file = Files.write(folder.resolve("garbage.bin"), bytes);
    Throwable thrown = catchThrowable(() -> read(file));
    if (thrown != null) {
      assertThat(thrown).as("trial %d", trial).isInstanceOf(RefusedException.class);
      assertThat(thrown.getMessage()).hasLineCount(1).startsWith(file + ": ");
    }
  }

  private static Recording read(Path file) throws RefusedException {
    return new RecordingReader().read(file, OptionalInt.empty());
  }

  private static Arguments broken(String name, String reason, byte[] bytes) {
    return Arguments.of(name, reason, bytes);
  }

  private static byte[] floats(float... values) {
    return WavBytes.file(3, 32, 1, 16000, WavBytes.floats(values));
  }

  private static byte[] blocks(int frameBytes) {
    return WavBytes.format(1, 16, 1, 16000, frameBytes);
  }

  private static byte[] shortFormat(int length, int tag) {
    byte[] fields = Arrays.copyOfRange(WavBytes.format(tag, 16, 1, 16000), 8, 24);
    return WavBytes.riff(WavBytes.chunk("fmt ", Arrays.copyOf(fields, length)), DATA);
  }

  private static byte[] sized(byte[] first, byte[] second) {
    return WavBytes.riff(first, second);
  }

  private static byte[] flacHead(int hertz, int length) {
    return new FlacBytes(hertz, 16, 512, FlacBytes.Subframe.VERBATIM, false)
        .streamInfo(1, length, new byte[16], true);
  }
}
