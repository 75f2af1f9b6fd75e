package org.palimpsest.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.RecordingReader;
import org.palimpsest.analysis.audio.SampleRate;
import org.palimpsest.app.testing.Voice;
import org.palimpsest.evidence.format.Sha256;

@DisplayName("a data folder")
final class DataFolderTest {
  @TempDir private Path folder;
  private final DataFolder reading = new DataFolder(new RecordingReader());

  @Test
  @DisplayName("is read in the order of its paths, with speaker, length and hash")
  void readsAll() throws Exception {
    SmallData.make(folder, 2, 2, 2.5);
    DataSet set = reading.read(folder, OptionalInt.empty());
    assertThat(set.utterances())
        .extracting(Utterance::path)
        .containsExactly("s0/u0.wav", "s0/u1.wav", "s1/u0.wav", "s1/u1.wav");
    assertThat(set.speakers()).containsExactly("s0", "s1");
    assertThat(set.seconds()).isEqualTo(10);
    assertThat(set.skipped()).isEmpty();
    assertThat(set.name()).isEqualTo(folder.getFileName().toString());
  }

  @Test
  @DisplayName("has a hash over path and samples, which anyone can compute")
  void hash() throws Exception {
    SmallData.make(folder, 2, 2, 2);
    DataSet set = reading.read(folder, OptionalInt.empty());
    StringBuilder lines = new StringBuilder();
    for (Utterance utterance : set.utterances()) {
      AudioClip clip = reading.clip(utterance.file());
      byte[] bytes = new byte[4 * clip.length()];
      for (int i = 0; i < clip.length(); i++) {
        int bits = Float.floatToIntBits(clip.at(i));
        for (int b = 0; b < 4; b++) {
          bytes[4 * i + b] = (byte) (bits >>> (8 * b));
        }
      }
      lines.append(utterance.path()).append('\t').append(Sha256.hash(bytes).hex()).append('\n');
    }
    assertThat(set.sha256())
        .isEqualTo(Sha256.hash(lines.toString().getBytes(StandardCharsets.UTF_8)).hex());
    Files.move(folder.resolve("s1/u1.wav"), folder.resolve("s1/u2.wav"));
    assertThat(reading.read(folder, OptionalInt.empty()).sha256()).isNotEqualTo(set.sha256());
  }

  @Test
  @DisplayName("gives a part that is spread evenly over it, and all where more is asked for")
  void takesPart() throws Exception {
    SmallData.make(folder, 2, 4, 2);
    assertThat(reading.read(folder, OptionalInt.of(4)).utterances())
        .extracting(Utterance::path)
        .containsExactly("s0/u0.wav", "s0/u2.wav", "s1/u0.wav", "s1/u2.wav");
    assertThat(reading.read(folder, OptionalInt.of(99)).utterances()).hasSize(8);
  }

  @Test
  @DisplayName("names what it skips: what is no audio, damaged, too short or silent")
  void skips() throws Exception {
    SmallData.make(folder, 2, 2, 2);
    Files.writeString(folder.resolve("LICENSE.txt"), "beside the speakers: no recording");
    Files.writeString(folder.resolve("s0/notes.txt"), "hm");
    Files.writeString(folder.resolve("s0/.hidden.wav"), "hm");
    Files.writeString(folder.resolve("s0/false.wav"), "this is not audio at all");
    Voice.write(Voice.speak(100, 0.3), folder.resolve("s1/brief.wav"));
    AudioClip silence = AudioClip.of(new float[32_000], SampleRate.WORKING);
    Voice.write(silence, folder.resolve("s1/silent.wav"));
    DataSet set = reading.read(folder, OptionalInt.empty());
    assertThat(set.utterances()).hasSize(4);
    assertThat(set.skipped())
        .containsExactly(
            "s0/notes.txt: neither .flac nor .wav",
            "s0/false.wav: neither WAV nor FLAC, nor MP3, Ogg, MP4, Matroska, AMR or AIFF audio",
            "s1/brief.wav: shorter than 0.5 s",
            "s1/silent.wav: silent");
  }

  @Test
  @DisplayName("is refused without recordings, with one speaker, or without pairs of 2 s")
  void refuses() throws Exception {
    assertRefused(folder.resolve("nowhere"), "no such folder");
    assertRefused(folder, "no recordings in it");
    SmallData.make(folder.resolve("one"), 1, 2, 2);
    assertRefused(folder.resolve("one"), "1 usable speakers");
    SmallData.make(folder.resolve("brief"), 2, 2, 1.9);
    assertRefused(folder.resolve("brief"), "no speaker has two chosen recordings");
    SmallData.make(folder.resolve("single"), 3, 1, 2);
    assertRefused(folder.resolve("single"), "no speaker has two chosen recordings");
  }

  @Test
  @DisplayName("takes utterances below 2 s, but not into trials")
  void shortOnes() throws IOException, RefusedException {
    SmallData.make(folder, 2, 2, 2);
    Voice.write(Voice.speak(100, 1.5), folder.resolve("s1/v.wav"));
    DataSet set = reading.read(folder, OptionalInt.empty());
    assertThat(set.utterances())
        .extracting(Utterance::isLongEnoughForTrials)
        .containsExactly(true, true, true, true, false);
  }

  private void assertRefused(Path where, String words) {
    assertThatThrownBy(() -> reading.read(where, OptionalInt.empty()))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith(where.toString())
        .hasMessageContaining(words);
  }
}
