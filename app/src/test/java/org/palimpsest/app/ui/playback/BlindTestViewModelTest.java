package org.palimpsest.app.ui.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.analysis.audio.SampleRate;
import org.palimpsest.app.casework.ListeningTest;
import org.palimpsest.app.task.BackgroundTasks;
import org.palimpsest.app.task.ErrorLog;

@DisplayName("a blind test")
final class BlindTestViewModelTest {
  private static final SampleRange RANGE = new SampleRange(100, 900);

  private BackgroundTasks tasks = BackgroundTasks.direct(new ErrorLog(Clock.systemUTC()));
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
  private final List<ListeningTest> entered = new ArrayList<>();
  private final SoundOutput ear =
      hertz ->
          new SoundOutput.Line() {
            @Override
            public void write(byte[] pcm, int length) {
              heard.write(pcm, 0, length);
            }

            @Override
            public void drain() {}

            @Override
            public void close() {}
          };

  private BlindTestViewModel test(int planned, String xs, SoundOutput output) {
    Deque<Boolean> coin = new ArrayDeque<>();
    xs.chars().forEach(x -> coin.add(x == 'B'));
    return new BlindTestViewModel(
        new BlindTestViewModel.Pair("Q1", "R1", level(0.5f), level(-0.25f), RANGE),
        planned,
        coin::remove,
        output,
        tasks,
        entered::add);
  }

  private static AudioClip level(float value) {
    float[] samples = new float[1000];
    Arrays.fill(samples, value);
    return AudioClip.of(samples, SampleRate.WORKING);
  }

  /** The last sample that was heard; both are made equally loud. */
  private int last() {
    byte[] pcm = heard.toByteArray();
    return (short) ((pcm[pcm.length - 2] & 0xff) | pcm[pcm.length - 1] << 8);
  }

  @Test
  @DisplayName("plays the stretch of A, of B, and of X as it fell, equally loud")
  void plays() {
    BlindTestViewModel test = test(3, "BAAA", ear);
    test.hearA();
    assertThat(heard.size()).isEqualTo(2 * 800);
    assertThat(last()).isEqualTo(16_384);
    test.hearB();
    assertThat(last()).isEqualTo(-16_383);
    assertThat(test.gainWords()).isEqualTo("+6.0 dB");
    test.hearX();
    assertThat(last()).isEqualTo(-16_383);
    test.answer(true);
    test.hearX();
    assertThat(last()).isEqualTo(16_384);
  }

  @Test
  @DisplayName("lets nothing be heard before both are equally loud, which would tell them apart")
  void matchedFirst() {
    Queue<Runnable> later = new ArrayDeque<>();
    tasks =
        new BackgroundTasks(
            later::add,
            Runnable::run,
            Runnable::run,
            System::nanoTime,
            new ErrorLog(Clock.systemUTC()));
    BlindTestViewModel test = test(3, "BAAA", ear);
    later.remove().run(); // the sound device is known
    test.hearX();
    test.answer(true);
    assertThat(test.ready().get()).isFalse();
    assertThat(test.gainWords()).isEqualTo("matching levels…");
    assertThat(test.answeredProperty().get()).isZero();
    later.remove().run();
    assertThat(test.ready().get()).isTrue();
    assertThat(later).as("nothing was played").isEmpty();
    test.hearX();
    later.remove().run();
    assertThat(last()).isEqualTo(-16_383);
    test.answer(true);
    test.end();
    assertThat(entered).extracting(ListeningTest::gain).containsExactly(2.0);
  }

  @Test
  @DisplayName("counts no answer before X was heard")
  void heardFirst() {
    BlindTestViewModel test = test(3, "BAAA", ear);
    test.hearA();
    test.answer(false);
    assertThat(test.answeredProperty().get()).isZero();
    test.hearX();
    test.answer(false);
    test.answer(false);
    assertThat(test.answeredProperty().get()).isEqualTo(1);
  }

  @Test
  @DisplayName("is handed on once, with every trial, when the last was answered")
  void ends() {
    BlindTestViewModel test = test(4, "BABBA", ear);
    for (boolean saidB : new boolean[] {true, true, false, true}) {
      assertThat(entered).isEmpty();
      test.hearX();
      test.answer(saidB);
    }
    test.hearX();
    test.answer(true);
    test.end();
    assertThat(entered).hasSize(1);
    ListeningTest result = entered.get(0);
    assertThat(result).isEqualTo(new ListeningTest("Q1", "R1", RANGE, 2, "BABB", "BBAB", 4));
  }

  @Test
  @DisplayName("is handed on also when it is ended early, unless nothing was answered")
  void early() {
    test(4, "AAAAA", ear).end();
    assertThat(entered).isEmpty();
    BlindTestViewModel test = test(4, "AAAAA", ear);
    test.hearX();
    test.answer(true);
    test.end();
    test.end();
    assertThat(entered).extracting(ListeningTest::order).containsExactly("A");
    assertThat(entered).extracting(ListeningTest::planned).containsExactly(4);
  }

  @Test
  @DisplayName("cannot be answered where nothing can be heard, and says why")
  void silent() {
    BlindTestViewModel test =
        test(
            4,
            "AAAAA",
            hertz -> {
              throw new IOException("this computer has no sound device");
            });
    test.hearX();
    test.answer(true);
    test.end();
    assertThat(entered).isEmpty();
    assertThat(test.playback().whyProperty().get()).contains("no sound device");
  }
}
