package org.palimpsest.app.ui.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.analysis.audio.SampleRate;
import org.palimpsest.app.task.BackgroundTasks;
import org.palimpsest.app.task.ErrorLog;

final class PlaybackViewModelTest {
  private final ErrorLog errors = new ErrorLog(Clock.systemUTC());
  private final Queue<Runnable> work = new ArrayDeque<>();
  private final BackgroundTasks tasks =
      new BackgroundTasks(work::add, work::add, Runnable::run, System::nanoTime, errors);
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
  private Runnable whileWriting = () -> {};
  private Optional<SampleRange> selection = Optional.empty();
  private double position;

  private final SoundOutput ear =
      hertz ->
          new SoundOutput.Line() {
            @Override
            public void write(byte[] pcm, int length) {
              heard.write(pcm, 0, length);
              whileWriting.run();
            }

            @Override
            public void drain() {}

            @Override
            public void close() {}
          };

  private PlaybackViewModel model(SoundOutput output) {
    PlaybackViewModel model =
        new PlaybackViewModel(output, tasks, () -> 0, () -> selection, at -> position = at);
    work.remove().run();
    return model;
  }

  private static AudioClip constant(float value, int length) {
    float[] samples = new float[length];
    java.util.Arrays.fill(samples, value);
    return AudioClip.of(samples, SampleRate.WORKING);
  }

  private int sample(int index) {
    byte[] pcm = heard.toByteArray();
    return (short) ((pcm[2 * index] & 0xff) | pcm[2 * index + 1] << 8);
  }

  /** Offers them and waits until they are equally loud. */
  private void offer(PlaybackViewModel model, AudioClip... clips) {
    model.offer(List.of(clips));
    work.remove().run();
  }

  @Test
  void withoutADeviceItSaysWhy() {
    PlaybackViewModel model =
        model(
            hertz -> {
              throw new IOException("this computer has no sound device");
            });
    model.offer(List.of(constant(0, 10)));
    assertThat(model.possibleProperty().get()).isFalse();
    assertThat(model.whyProperty().get())
        .isEqualTo("Playback is off: this computer has no sound device");
    model.toggle();
    assertThat(model.playingProperty().get()).isFalse();
    assertThat(errors.notes()).isEmpty();
  }

  @Test
  void playsToTheEnd() {
    PlaybackViewModel model = model(ear);
    model.offer(List.of(constant(0.5f, 1000)));
    model.toggle();
    assertThat(model.playingProperty().get()).isTrue();
    work.remove().run();
    assertThat(heard.size()).isEqualTo(2000);
    assertThat(sample(999)).isEqualTo(16_384);
    assertThat(position).isEqualTo(1000);
    assertThat(model.playingProperty().get()).isFalse();
  }

  @Test
  void switchesAtTheSameSampleWithoutAJump() {
    PlaybackViewModel model = model(ear);
    offer(model, constant(0.5f, 960), constant(-0.5f, 960));
    whileWriting = () -> model.sourceProperty().set(1);
    model.toggle();
    work.remove().run();
    assertThat(heard.size()).isEqualTo(1920);
    for (int i = 1; i < 960; i++) {
      assertThat(Math.abs(sample(i) - sample(i - 1))).isLessThan(500);
    }
    assertThat(sample(959)).isEqualTo(-16_383);
  }

  @Test
  void makesSignalsAsLoudAsTheFirstAndSaysHowMuch() {
    PlaybackViewModel model = model(ear);
    offer(model, constant(0.25f, 960), constant(-0.5f, 960), constant(0.001f, 960));
    assertThat(model.gainWords(0)).isEmpty();
    assertThat(model.gainWords(1)).isEqualTo("−6.0 dB");
    assertThat(model.gainWords(2)).isEqualTo("+48.0 dB");
    model.sourceProperty().set(1);
    whileWriting = () -> model.matchedProperty().set(heard.size() < 700);
    model.toggle();
    work.remove().run();
    assertThat(sample(0)).isEqualTo(-8192);
    assertThat(sample(319)).isEqualTo(-8192);
    assertThat(sample(959)).isEqualTo(-16_383);
    assertThat(steepest(960)).isLessThan(110); // 8192 in 80 samples
    assertThat(model.gainWords(1)).isEmpty();
  }

  @Test
  void playsAtOnceWhileLevelsAreMatchedAndGoesOnEquallyLoudWithoutAJump() {
    PlaybackViewModel model = model(ear);
    model.offer(List.of(constant(0.25f, 960), constant(-0.5f, 960)));
    Runnable matching = work.remove();
    assertThat(model.matchingProperty().get()).isTrue();
    assertThat(model.gainWords(1)).isEqualTo("matching levels…");
    model.sourceProperty().set(1);
    whileWriting =
        () -> {
          if (heard.size() == 640) {
            matching.run();
          }
        };
    model.toggle();
    work.remove().run();
    assertThat(sample(319)).isEqualTo(-16_383);
    assertThat(sample(959)).isEqualTo(-8192);
    assertThat(steepest(960)).isLessThan(110); // 8192 in 80 samples
    assertThat(model.matchingProperty().get()).isFalse();
    assertThat(model.gainWords(1)).isEqualTo("−6.0 dB");
  }

  @Test
  void matchesTheSignalsThatAreOfferedLast() {
    PlaybackViewModel model = model(ear);
    model.offer(List.of(constant(0.25f, 960), constant(0.5f, 960)));
    model.offer(List.of(constant(0.25f, 960), constant(0.125f, 960)));
    Runnable first = work.remove();
    work.remove().run();
    first.run();
    assertThat(model.gainWords(1)).isEqualTo("+6.0 dB");
    model.offer(List.of(constant(0.25f, 960)));
    assertThat(model.matchingProperty().get()).isFalse();
    assertThat(work).isEmpty();
    assertThat(errors.notes()).isEmpty();
  }

  @Test
  void raisesNothingUntilItIsClipped() {
    PlaybackViewModel model = model(ear);
    float[] spike = new float[1000];
    spike[500] = 0.5f;
    offer(model, constant(0.25f, 1000), AudioClip.of(spike, SampleRate.WORKING));
    assertThat(model.gainWords(1)).isEqualTo("+6.0 dB");
    offer(model, constant(0.25f, 1000), constant(0, 1000));
    assertThat(model.gainWords(1)).isEqualTo("+0.0 dB");
  }

  @Test
  void slowsDownAndGoesBackWithoutAJump() {
    PlaybackViewModel model = model(ear);
    model.offer(List.of(constant(0.5f, 32_000)));
    model.tempoProperty().set(0.5);
    whileWriting = () -> model.tempoProperty().set(heard.size() < 40_000 ? 0.5 : 1);
    model.toggle();
    work.remove().run();
    int samples = heard.size() / 2;
    assertThat(samples).isBetween(41_000, 43_500); // 10,000 samples at half the tempo
    assertThat(steepest(samples)).isLessThan(500);
    assertThat(position).isEqualTo(32_000);
  }

  private int steepest(int samples) {
    int steepest = 0;
    for (int i = 1; i < samples; i++) {
      steepest = Math.max(steepest, Math.abs(sample(i) - sample(i - 1)));
    }
    return steepest;
  }

  @Test
  void loopsTheSelectionUntilStopped() {
    PlaybackViewModel model = model(ear);
    model.offer(List.of(constant(0.5f, 1000)));
    selection = Optional.of(new SampleRange(100, 200));
    whileWriting =
        () -> {
          if (heard.size() >= 1000) {
            model.toggle();
          }
        };
    model.toggle();
    work.remove().run();
    assertThat(heard.size()).isEqualTo(1000);
    assertThat(model.playingProperty().get()).isFalse();
  }

  @Test
  void returnsInALoopWithoutAClickAndChangesNothingElse() {
    float[] tone = new float[1000];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = (float) (0.5 * Math.sin(2 * Math.PI * 100 * i / 16_000));
    }
    AudioClip clip = AudioClip.of(tone, SampleRate.WORKING);
    int step = (int) Math.ceil(0.5 * 2 * Math.PI * 100 / 16_000 * 32_767) + 1;
    for (int end : new int[] {560, 600, 1000}) { // in the middle of a wave; at the very end
      heard.reset();
      PlaybackViewModel model = model(ear);
      model.offer(List.of(clip));
      selection = Optional.of(new SampleRange(200, end));
      whileWriting =
          () -> {
            if (heard.size() >= 8000) {
              model.stop();
            }
          };
      model.toggle();
      work.remove().run();
      int length = end - 200;
      for (int i = 0; i < 2 * length; i++) {
        boolean seam = i >= length && i < length + 80;
        long plain = Math.round((double) tone[200 + i % length] * 32_767);
        assertThat(seam || sample(i) == plain).as("sample %d of the loop", i).isTrue();
      }
      // within the fade two tones cross: their slopes and that of the fade add up
      assertThat(steepest(4 * length)).isLessThan(step + 2 * 16_384 / 80);
      assertThat(Math.abs(sample(length) - sample(length - 1))).isLessThanOrEqualTo(step);
    }
  }

  @Test
  void thisComputerAnswersOneWayOrTheOther() {
    PlaybackViewModel model = model(new JavaSoundOutput());
    model.offer(List.of(constant(0, 10)));
    assertThat(model.possibleProperty().get()).isEqualTo(model.whyProperty().get().isEmpty());
  }
}
