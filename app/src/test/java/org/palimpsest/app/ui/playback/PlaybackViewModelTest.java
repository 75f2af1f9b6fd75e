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
    model.offer(List.of(constant(0.5f, 960), constant(-0.5f, 960)));
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
  void thisComputerAnswersOneWayOrTheOther() {
    PlaybackViewModel model = model(new JavaSoundOutput());
    model.offer(List.of(constant(0, 10)));
    assertThat(model.possibleProperty().get()).isEqualTo(model.whyProperty().get().isEmpty());
  }
}
