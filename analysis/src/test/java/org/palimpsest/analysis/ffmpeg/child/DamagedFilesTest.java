package org.palimpsest.analysis.ffmpeg.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palimpsest.analysis.ffmpeg.Coding;
import org.palimpsest.analysis.ffmpeg.Ffmpeg;
import org.palimpsest.analysis.ffmpeg.HereFfmpeg;
import org.palimpsest.analysis.ffmpeg.TestSignal;

@DisplayName("FFmpeg's process outlives a damaged file")
final class DamagedFilesTest {
  private static final int ROUNDS = 60;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "libmp3lame, mp3, 64000, 16000",
    "libopus, ogg, 24000, 16000",
    "libopus, webm, 24000, 48000",
    "aac, ipod, 64000, 16000",
    "alac, ipod, 0, 16000",
    "libopencore_amrnb, amr, 12200, 8000",
    "adpcm_ima_wav, wav, 0, 16000",
    "pcm_s24be, aiff, 0, 16000"
  })
  @DisplayName("cut or with other bytes, sixty times for each kind")
  void outlives(String encoder, String container, int bitRate, int hertz) throws Exception {
    Ffmpeg ffmpeg = HereFfmpeg.require();
    Path file = folder.resolve("sound");
    Coding coding = new Coding(encoder, container, bitRate);
    Files.write(file, ffmpeg.encode(coding, hertz, TestSignal.sweep(20_000)));
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=" + folder.resolve("crash"),
            "-Dorg.bytedeco.javacpp.cachedir=" + Path.of("target", "ffmpeg").toAbsolutePath(),
            Rounds.class.getName(),
            file.toString(),
            Integer.toString(ROUNDS));
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.redirectError(folder.resolve("errors").toFile());
    Process process = builder.start();
    String outcomes =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("errors"))).isZero();
    int all =
        Pattern.compile("(sound|remarked|refused)=(\\d+)")
            .matcher(outcomes)
            .results()
            .mapToInt(found -> Integer.parseInt(found.group(2)))
            .sum();
    assertThat(all).as(outcomes).isEqualTo(ROUNDS);
    assertThat(outcomes).contains("re"); // not all of the damage went unseen
  }
}
