package org.palimpsest.analysis.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.ffmpeg.Ffmpeg;
import org.palimpsest.analysis.ffmpeg.HereFfmpeg;
import org.palimpsest.analysis.ffmpeg.TestSignal;

@DisplayName("A lossy file")
final class LossyFilesTest {
  @TempDir private Path folder;
  private Ffmpeg ffmpeg;

  @BeforeEach
  void requireFfmpeg() {
    ffmpeg = HereFfmpeg.require();
  }

  @ParameterizedTest
  @EnumSource(LossyFormat.class)
  @DisplayName("gives its samples, their exact number, and who decoded them")
  void decodes(LossyFormat format) throws Exception {
    Path file = write("call." + format.ending, format.file(ffmpeg));
    Recording recording = read(file);
    AudioFacts facts = recording.facts();
    assertThat(facts.format()).isEqualTo(format.words);
    assertThat(facts.decoder())
        .startsWith("FFmpeg " + Ffmpeg.VERSION + " ")
        .containsPattern(
            "\\(libavformat 62\\.\\d+\\.\\d+, libavcodec 62\\.\\d+\\.\\d+, libavutil 60");
    assertThat(facts.rate().hertz()).isEqualTo(format.expectedHertz);
    assertThat(facts.channels()).isEqualTo(1);
    assertThat(facts.frames()).isEqualTo(format.expected);
    assertThat(facts.remarks()).isEmpty();
    assertThat(recording.clip().length())
        .isEqualTo((int) Math.ceil(facts.seconds() * 16_000 - 1e-6));
    assertThat(likeness(format, recording.clip())).isGreaterThan(0.75);
  }

  /** Correlation with what was coded, where both are at 16 kHz, at the best of a few delays. */
  private static double likeness(LossyFormat format, AudioClip decoded) {
    short[] codes = TestSignal.sweep(format.given);
    float[] sent = new float[codes.length];
    for (int i = 0; i < codes.length; i++) {
      sent[i] = codes[i] / 32768f;
    }
    AudioClip original =
        AudioClip.of(sent, new SampleRate(format.codedHertz)).resampled(SampleRate.WORKING);
    double best = 0;
    for (int lag = 0; lag < 1100; lag++) {
      best = Math.max(best, correlation(original, decoded, lag));
    }
    return best;
  }

  private static double correlation(AudioClip one, AudioClip other, int lag) {
    double product = 0;
    double energy = 0;
    double otherEnergy = 0;
    for (int i = 0; i < one.length() / 2 && i + lag < other.length(); i++) {
      product += one.at(i) * other.at(i + lag);
      energy += one.at(i) * one.at(i);
      otherEnergy += other.at(i + lag) * other.at(i + lag);
    }
    return product / Math.sqrt(energy * otherEnergy);
  }

  @Test
  @DisplayName("says what the coder put around the sound, and what the file promises")
  void statesPadding() throws Exception {
    Padding mp3 = padding(LossyFormat.MP3);
    // 1105 = 576 of the encoder and 529 of every decoder; whole frames of 576 in all
    assertThat(mp3.skippedAtStart()).isEqualTo(1105);
    assertThat((20_000 + mp3.skippedAtStart() + mp3.skippedAtEnd()) % 576).isZero();
    assertThat(mp3.declaredFrames()).hasValue(20_000);
    Padding opus = padding(LossyFormat.OPUS);
    assertThat(opus.skippedAtStart()).isEqualTo(312);
    assertThat((60_000 + opus.skippedAtStart() + opus.skippedAtEnd()) % 960).isZero();
    assertThat(opus.declaredFrames()).hasValue(60_000);
    assertThat(padding(LossyFormat.AAC).skippedAtStart()).isEqualTo(1024);
    assertThat(padding(LossyFormat.AAC).declaredFrames()).hasValue(20_000);
    assertThat(padding(LossyFormat.AMR).declaredFrames()).isEmpty();
  }

  private Padding padding(LossyFormat format) throws Exception {
    return read(write("padding", format.file(ffmpeg))).facts().padding().orElseThrow();
  }

  @Test
  @DisplayName("is known by its content, and a name that says otherwise is remarked on")
  void remarksOnNames() throws Exception {
    byte[] mp3 = LossyFormat.MP3.file(ffmpeg);
    assertThat(read(write("call.wav", mp3)).facts().remarks())
        .containsExactly("named .wav, but its content is MPEG audio");
    assertThat(read(write("call.MP3", mp3)).facts().remarks()).isEmpty();
    assertThat(read(write("call", mp3)).facts().remarks()).isEmpty();
    assertThat(read(write("call.2026", mp3)).facts().remarks()).isEmpty();
    byte[] wav = WavBytes.file(1, 16, 1, 16000, WavBytes.pcm16(1, 2, 3));
    assertThat(read(write("call.flac", wav)).facts().remarks())
        .containsExactly("named .flac, but its content is WAV");
  }

  @Test
  @DisplayName("has the channels that were asked for")
  void refusesOtherChannels() throws Exception {
    Path file = write("call.mp3", LossyFormat.MP3.file(ffmpeg));
    assertThatThrownBy(() -> new RecordingReader(ffmpeg).read(file, OptionalInt.of(2)))
        .isInstanceOf(RefusedException.class)
        .hasMessage(file + ": has no channel 2; it has 1 to 1");
  }

  @Test
  @DisplayName("gives the same samples each time, in every thread")
  void isDeterministic() throws Exception {
    Path file = write("call.opus", LossyFormat.OPUS.file(ffmpeg));
    assertThat(LossyFormat.OPUS.file(ffmpeg)).isEqualTo(Files.readAllBytes(file));
    float[] once = read(file).clip().toArray();
    List<Callable<float[]>> readings = Collections.nCopies(3, () -> read(file).clip().toArray());
    ExecutorService pool = Executors.newFixedThreadPool(3);
    try {
      for (Future<float[]> again : pool.invokeAll(readings)) {
        assertThat(again.get()).containsExactly(once);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  @DisplayName("is refused in one line where the reader is without FFmpeg")
  void refusesWithoutFfmpeg() throws Exception {
    Path file = write("call.mp3", LossyFormat.MP3.file(ffmpeg));
    assertThatThrownBy(() -> new RecordingReader().read(file, OptionalInt.empty()))
        .isInstanceOf(RefusedException.class)
        .hasMessage(file + ": MPEG audio needs FFmpeg");
  }

  @Test
  @DisplayName("is refused in one line that names the file when it only begins like one")
  void refusesBeginnings() throws Exception {
    for (String head : new String[] {"OggS", "ID3\u0003", "FORM0000AIFF", "xxxxftypM4A "}) {
      Path file =
          write("call.ogg", WavBytes.ascii(head + "and then nothing of that sort ".repeat(40)));
      assertThatThrownBy(() -> read(file))
          .isInstanceOf(RefusedException.class)
          .hasMessageStartingWith(file.toString() + ": ")
          .hasMessageNotContaining("\n");
    }
  }

  private Recording read(Path file) throws RefusedException {
    return new RecordingReader(ffmpeg).read(file, OptionalInt.empty());
  }

  private Path write(String name, byte[] bytes) throws Exception {
    return Files.write(folder.resolve(name), bytes);
  }
}
