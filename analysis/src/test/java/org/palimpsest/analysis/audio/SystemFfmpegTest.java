package org.palimpsest.analysis.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palimpsest.analysis.ffmpeg.Ffmpeg;
import org.palimpsest.analysis.ffmpeg.HereFfmpeg;

@DisplayName("A file of the system's ffmpeg")
final class SystemFfmpegTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "vorbis.ogg, libvorbis, 2, 44100",
    "sound.mp3, libmp3lame, 2, 44100",
    "sound.opus, libopus, 1, 48000",
    "sound.m4a, aac, 2, 44100",
    "sound.mka, flac, 1, 44100",
    "gsm.wav, libgsm_ms, 1, 8000"
  })
  @DisplayName("gives as many samples of each channel as the system's ffmpeg finds in it")
  void countsAlike(String name, String encoder, int channels, int hertz) throws Exception {
    Ffmpeg ffmpeg = HereFfmpeg.require();
    Path file = folder.resolve(name);
    Assumptions.assumeTrue(
        run(
            "-f",
            "lavfi",
            "-i",
            "sine=440:r=44100:d=3.337",
            "-ac",
            "" + channels,
            "-ar",
            "" + hertz,
            "-c:a",
            encoder,
            file.toString()),
        "no ffmpeg here, or it is without " + encoder);
    Path plain = folder.resolve("plain.s16");
    assertThat(run("-i", file.toString(), "-f", "s16le", plain.toString())).isTrue();
    AudioFacts facts = new RecordingReader(ffmpeg).read(file, OptionalInt.of(channels)).facts();
    assertThat(facts.channels()).isEqualTo(channels);
    assertThat(facts.rate().hertz()).isEqualTo(hertz);
    assertThat(facts.frames()).isEqualTo(Files.size(plain) / (2L * channels));
    assertThat(facts.remarks()).isEmpty();
  }

  private static boolean run(String... arguments) throws InterruptedException {
    List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "quiet", "-nostdin", "-y"));
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
