package org.palimpsest.app.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.audio.Recording;
import org.palimpsest.analysis.audio.RecordingReader;
import org.palimpsest.analysis.inference.ChunkedModel;
import org.palimpsest.analysis.inference.InferenceEngine;
import org.palimpsest.analysis.inference.ModelSession;
import org.palimpsest.analysis.signal.Levels;
import org.palimpsest.app.testing.Bench;
import org.palimpsest.app.testing.Voice;

@DisplayName("a recording that is protected")
final class ProtectRecordingTest {
  private static final String PROTECTOR = "ssed-protector";

  @TempDir private Path folder;
  private Bench bench;

  @BeforeEach
  void makeBench() {
    bench = new Bench(folder);
  }

  private double protect(Path file, OptionalInt channel, String protector, Path out)
      throws RefusedException {
    return bench.workbench().protectRecording().run(file, channel, protector, out);
  }

  private void refused(String words, Path file, String protector, Path out) {
    assertThatThrownBy(() -> protect(file, OptionalInt.empty(), protector, out))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(words);
  }

  private static Recording read(Path file) throws RefusedException {
    return new RecordingReader().read(file, OptionalInt.empty());
  }

  @Test
  @DisplayName("is round16(x + \u03b4(x)), sample by sample")
  void isTheRoundedSum() throws Exception {
    Path voice = bench.voice("v.wav", 120, 2.5);
    protect(voice, OptionalInt.empty(), PROTECTOR, bench.path("p.wav"));
    float[] original = Voice.speak(120, 2.5).toArray();
    float[] delta;
    try (ModelSession session =
        new InferenceEngine().open(bench.workbench().catalogue().open(PROTECTOR))) {
      delta = new ChunkedModel(session, 32_000).run(original);
    }
    AudioClip written = read(bench.path("p.wav")).clip();
    assertThat(written.length()).isEqualTo(original.length);
    for (int i = 0; i < original.length; i++) {
      assertThat(written.at(i)).isEqualTo(Pcm16.round((double) original[i] + delta[i]));
    }
    assertThat(Levels.shareChanged(written, Voice.speak(120, 2.5))).isGreaterThan(0.1);
  }

  @Test
  @DisplayName("is written as 16 kHz mono of 16 bit with the SNR that is returned")
  void formatAndSnr() throws Exception {
    Path voice = bench.voice("v.wav", 120, 1);
    double snr = protect(voice, OptionalInt.empty(), PROTECTOR, bench.path("p.wav"));
    Recording written = read(bench.path("p.wav"));
    assertThat(written.facts().format()).isEqualTo("WAV, PCM 16 bit");
    assertThat(written.facts().rate().hertz()).isEqualTo(16_000);
    assertThat(written.facts().channels()).isEqualTo(1);
    assertThat(Files.size(bench.path("p.wav"))).isEqualTo(44 + 2 * 16_000);
    assertThat(snr).isEqualTo(Levels.snrDb(Voice.speak(120, 1), written.clip()), within(1e-9));
    assertThat(snr).isBetween(5.0, 60.0);
    assertThat(voice).hasSameBinaryContentAs(Voice.write(Voice.speak(120, 1), bench.path("x")));
  }

  @Test
  @DisplayName("comes of the channel that was chosen, at the working rate")
  void channelAndRate() throws Exception {
    AudioClip voice = Voice.speak(120, 1);
    AudioClip other = Voice.speak(180, 1);
    Path mono = bench.voice("mono.wav", 120, 1);
    Path stereo = bench.channels("stereo.wav", 16_000, other, voice);
    refused("2 channels", stereo, PROTECTOR, bench.path("no.wav"));
    protect(mono, OptionalInt.empty(), PROTECTOR, bench.path("a.wav"));
    protect(stereo, OptionalInt.of(2), PROTECTOR, bench.path("b.wav"));
    assertThat(bench.path("b.wav")).hasSameBinaryContentAs(bench.path("a.wav"));
    Path fast = bench.channels("fast.wav", 32_000, voice);
    protect(fast, OptionalInt.empty(), PROTECTOR, bench.path("c.wav"));
    assertThat(read(bench.path("c.wav")).clip().length()).isEqualTo(8_000);
    assertThat(bench.path("no.wav")).doesNotExist();
  }

  @Test
  @DisplayName("overwrites nothing, itself neither")
  void overwritesNothing() throws Exception {
    Path voice = bench.voice("v.wav", 120, 0.5);
    byte[] before = Files.readAllBytes(voice);
    Path old = Files.writeString(bench.path("old.wav"), "old");
    refused("nothing is overwritten", voice, PROTECTOR, old);
    refused("nothing is overwritten", voice, PROTECTOR, voice);
    refused("cannot be written", voice, PROTECTOR, bench.path("absent").resolve("p.wav"));
    assertThat(old).hasContent("old");
    assertThat(voice).hasBinaryContent(before);
  }

  @Test
  @DisplayName("needs a protector, and sound")
  void wrongInput() throws Exception {
    Path voice = bench.voice("v.wav", 120, 0.5);
    Path out = bench.path("p.wav");
    refused("is a remover, not a protector", voice, "ssed-remover", out);
    refused("is a speaker-encoder, not a protector", voice, "palimpsest-encoder", out);
    refused("neither an installed model package", voice, "absent", out);
    refused("neither WAV nor FLAC", Files.writeString(bench.path("t"), "text"), PROTECTOR, out);
    assertThat(out).doesNotExist();
  }
}
