package org.palimpsest.analysis.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.ffmpeg.Ffmpeg;
import org.palimpsest.analysis.ffmpeg.HereFfmpeg;

@DisplayName("A lossy file that is cut")
final class CutLossyFilesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(
      value = LossyFormat.class,
      names = {"MP3", "OPUS", "WEBM", "AAC", "AMR", "IMA"})
  @DisplayName("gives the beginning of the same samples, or one line")
  void givesItsBeginning(LossyFormat format) throws Exception {
    Ffmpeg ffmpeg = HereFfmpeg.require();
    byte[] whole = format.file(ffmpeg);
    double[] samples = decode(ffmpeg, whole);
    for (int share : new int[] {10, 70}) {
      byte[] cut = Arrays.copyOf(whole, whole.length * share / 100);
      Path file = Files.write(folder.resolve("cut" + share), cut);
      CollectedFrames frames = new CollectedFrames();
      try {
        new FfmpegDecoder(ffmpeg, Container.of(cut).orElseThrow()).decode(file, frames);
        double[] beginning = frames.channel(0);
        int sure = Math.max(0, beginning.length - 5_000); // its end may be made up from less
        assertThat(beginning.length).isLessThanOrEqualTo(samples.length + 2_000);
        assertThat(Arrays.copyOf(beginning, sure)).isEqualTo(Arrays.copyOf(samples, sure));
      } catch (RefusedException e) {
        assertThat(e).hasMessageStartingWith(file + ": ").hasMessageNotContaining("\n");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = LossyFormat.class,
      names = {"MP3", "WEBM", "IMA"})
  @DisplayName("says how many samples are missing, where the file promises more")
  void saysWhatIsMissing(LossyFormat format) throws Exception {
    Ffmpeg ffmpeg = HereFfmpeg.require();
    byte[] whole = format.file(ffmpeg);
    Path file = Files.write(folder.resolve("half"), Arrays.copyOf(whole, whole.length / 2));
    AudioFacts facts = new RecordingReader(ffmpeg).read(file, OptionalInt.empty()).facts();
    assertThat(String.join("; ", facts.remarks()))
        .containsPattern("the file promises \\d+ samples, " + facts.frames() + " were decoded");
  }

  @Test
  @DisplayName("is known to be cut, where Ogg has no end")
  void saysThatOggIsCut() throws Exception {
    Ffmpeg ffmpeg = HereFfmpeg.require();
    byte[] whole = LossyFormat.OPUS.file(ffmpeg);
    Path file = Files.write(folder.resolve("cut.opus"), Arrays.copyOf(whole, whole.length - 9));
    AudioFacts facts = new RecordingReader(ffmpeg).read(file, OptionalInt.empty()).facts();
    assertThat(facts.remarks()).contains("cut: the file ends within a page of Ogg");
  }

  private double[] decode(Ffmpeg ffmpeg, byte[] bytes) throws Exception {
    Path file = Files.write(folder.resolve("whole"), bytes);
    CollectedFrames frames = new CollectedFrames();
    new FfmpegDecoder(ffmpeg, Container.of(bytes).orElseThrow()).decode(file, frames);
    return frames.channel(0);
  }
}
