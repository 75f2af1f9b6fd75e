package org.palimpsest.analysis.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.audio.SampleRate;
import org.palimpsest.analysis.evaluation.Wire;
import org.palimpsest.analysis.ffmpeg.Ffmpeg;
import org.palimpsest.analysis.ffmpeg.HereFfmpeg;
import org.palimpsest.analysis.signal.Levels;

@DisplayName("A wire")
final class WiresTest {
  private static final int SEARCHED = 400; // 25 ms each way

  private List<Wire> wires;

  @BeforeEach
  void requireFfmpeg() {
    wires = new Wires(HereFfmpeg.require()).all();
  }

  @Test
  @DisplayName(
      "has a name of its own and says what it does, with FFmpeg's version where it is used")
  void isNamed() {
    assertThat(wires.stream().map(Wire::id))
        .containsExactly(
            "mp3-64k/ffmpeg-8.0.1",
            "mp3-128k/ffmpeg-8.0.1",
            "opus-24k/ffmpeg-8.0.1",
            "amr-nb-12.2k/ffmpeg-8.0.1",
            "telephone",
            "telephone-mu-law",
            "resampled-44100",
            "gain-3db");
    assertThat(wires.stream().map(Wire::words))
        .contains(
            "libopencore_amrnb in amr at 12200 bit/s, 8000 Hz, FFmpeg " + Ffmpeg.VERSION,
            "8 kHz, 300 to 3400 Hz, G.711 µ-law",
            "resampled to 44100 Hz, 16 bit, and back",
            "gain of -3 dB, rounded to 16 bit");
  }

  @Test
  @DisplayName("gives back as many samples, on the 16-bit grid, aligned to the sample")
  void isAligned() throws Exception {
    // AMR's own high-pass at 80 Hz moves the phase of low sounds; that is no delay, so they are few
    // here
    Wire telephone = new TelephoneWire(false);
    for (AudioClip wide : List.of(noise(32_001), chirp(32_000))) {
      AudioClip sent = telephone.carry(wide);
      for (Wire wire : wires) {
        AudioClip received = wire.carry(sent);
        assertThat(received.rate()).isEqualTo(SampleRate.WORKING);
        assertThat(received.length()).as(wire.id()).isEqualTo(sent.length());
        assertThat(received.toArray()).containsExactly(Pcm16.round(received).toArray());
        assertThat(lag(sent, received)).as(wire.id()).isZero();
      }
    }
  }

  @Test
  @DisplayName("gives a clip of a few samples back, too")
  void carriesLittle() throws Exception {
    for (Wire wire : List.of(wires.get(0), wires.get(3), wires.get(5), wires.get(6))) {
      assertThat(wire.carry(rumble(3, 1)).length()).as(wire.id()).isEqualTo(3);
    }
  }

  @Test
  @DisplayName("gives the same for the same, and loses what it is meant to lose")
  void losesAsMuch() throws Exception {
    AudioClip sent = rumble(32_000, 3);
    Map<String, Double> snr = new HashMap<>();
    for (Wire wire : wires) {
      snr.put(wire.id(), Levels.snrDb(sent, wire.carry(sent)));
    }
    assertThat(Levels.snrDb(sent, wires.get(2).carry(sent))).isEqualTo(snr.get(wires.get(2).id()));
    assertThat(snr.get("mp3-128k/ffmpeg-8.0.1")).isGreaterThan(snr.get("mp3-64k/ffmpeg-8.0.1"));
    assertThat(snr.get("mp3-64k/ffmpeg-8.0.1")).isBetween(15.0, 30.0);
    assertThat(snr.get("opus-24k/ffmpeg-8.0.1")).isBetween(5.0, 20.0);
    assertThat(snr.get("telephone-mu-law")).isLessThan(snr.get("telephone"));
    // 1 − 10^(−3/20), in dB
    assertThat(snr.get("gain-3db")).isBetween(10.6, 10.8);
  }

  @Test
  @DisplayName("of a telephone lets 300 to 3400 Hz pass and nothing far beside it")
  void bandIsThatOfATelephone() throws Exception {
    Wire telephone = new TelephoneWire(false);
    for (double inside : new double[] {400, 1000, 2000, 3200}) {
      assertThat(gainDb(telephone, inside)).as(inside + " Hz").isBetween(-0.5, 0.5);
    }
    for (double outside : new double[] {50, 150, 3700, 5000, 7000}) {
      assertThat(gainDb(telephone, outside)).as(outside + " Hz").isLessThan(-40);
    }
  }

  private static double gainDb(Wire wire, double hertz) throws Exception {
    float[] tone = new float[16_000];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * i / 16_000));
    }
    AudioClip received = wire.carry(AudioClip.of(tone, SampleRate.WORKING));
    double in = 0;
    double out = 0;
    for (int i = 2_000; i < 14_000; i++) {
      in += tone[i] * tone[i];
      out += received.at(i) * received.at(i);
    }
    return 10 * Math.log10((out + 1e-12) / in);
  }

  /** Where the cross-correlation is highest. */
  private static int lag(AudioClip sent, AudioClip received) {
    double best = Double.NEGATIVE_INFINITY;
    int place = 0;
    for (int lag = -SEARCHED; lag <= SEARCHED; lag++) {
      double sum = 0;
      for (int i = SEARCHED; i < sent.length() - SEARCHED; i++) {
        sum += sent.at(i) * received.at(i + lag);
      }
      if (sum > best) {
        best = sum;
        place = lag;
      }
    }
    return place;
  }

  /** Noise with most of its energy where speech has it, rising and falling. */
  private static AudioClip rumble(int samples, long seed) {
    Random random = new Random(seed);
    float[] clip = new float[samples];
    double first = 0;
    double second = 0;
    for (int i = 0; i < samples; i++) {
      first += 0.35 * (0.2 * random.nextGaussian() - first);
      second += 0.35 * (first - second);
      clip[i] = (float) (second * (0.6 + 0.4 * Math.sin(i / 1500.0)));
    }
    return AudioClip.of(clip, SampleRate.WORKING);
  }

  /** As much of each frequency. */
  private static AudioClip noise(int samples) {
    Random random = new Random(samples);
    float[] clip = new float[samples];
    for (int i = 0; i < samples; i++) {
      clip[i] = (float) (0.1 * random.nextGaussian());
    }
    return AudioClip.of(clip, SampleRate.WORKING);
  }

  /** From 350 to 3300 Hz. */
  private static AudioClip chirp(int samples) {
    float[] clip = new float[samples];
    for (int i = 0; i < samples; i++) {
      double hertz = 350 + (3300 - 350) * i / (2.0 * samples);
      clip[i] = (float) (0.3 * Math.sin(2 * Math.PI * hertz * i / 16_000));
    }
    return AudioClip.of(clip, SampleRate.WORKING);
  }
}
