package org.palimpsest.app.ui.playback;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.app.casework.ListeningTest;
import org.palimpsest.app.task.BackgroundTasks;

/**
 * A blind test of whether two signals can be told apart. X is one of them by chance, anew in each
 * trial; nothing tells which until the end. Once a trial was answered, the test is handed on,
 * however it ends: a result that disappoints cannot be left out.
 */
public final class BlindTestViewModel {
  /** What is compared. */
  public record Pair(String a, String b, AudioClip clipA, AudioClip clipB, SampleRange range) {}

  private final Pair pair;
  private final BooleanSupplier coin;
  private final Consumer<ListeningTest> ended;
  private final PlaybackViewModel playback;
  private final StringBuilder order = new StringBuilder();
  private final StringBuilder answers = new StringBuilder();
  private final ReadOnlyIntegerWrapper answered = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper answerable = new ReadOnlyBooleanWrapper();
  private final BooleanBinding ready;
  private final int planned;
  private boolean xIsB;
  private boolean over;

  /**
   * @param planned trials
   * @param coin whether X is B
   * @param ended gets the test once, unless nothing was answered
   */
  public BlindTestViewModel(
      Pair pair,
      int planned,
      BooleanSupplier coin,
      SoundOutput output,
      BackgroundTasks tasks,
      Consumer<ListeningTest> ended) {
    this.pair = pair;
    this.planned = planned;
    this.coin = coin;
    this.ended = ended;
    playback =
        new PlaybackViewModel(
            output,
            tasks,
            () -> pair.range().start(),
            () -> Optional.of(pair.range()),
            sample -> {});
    playback.loopProperty().set(false);
    playback.offer(List.of(pair.clipA(), pair.clipB()));
    ready = playback.possibleProperty().and(playback.matchingProperty().not());
    xIsB = coin.getAsBoolean();
  }

  public Pair pair() {
    return pair;
  }

  public int planned() {
    return planned;
  }

  /** How many trials were answered. */
  public ReadOnlyIntegerProperty answeredProperty() {
    return answered.getReadOnlyProperty();
  }

  /** Whether X was heard in this trial: who has not heard it has nothing to say. */
  public ReadOnlyBooleanProperty answerableProperty() {
    return answerable.getReadOnlyProperty();
  }

  /** Whether something can be heard: not before all is equally loud, which would give X away. */
  public BooleanBinding ready() {
    return ready;
  }

  /** What B is raised by, in words. */
  public String gainWords() {
    return playback.gainWords(1);
  }

  public PlaybackViewModel playback() {
    return playback;
  }

  public void hearA() {
    hear(0);
  }

  public void hearB() {
    hear(1);
  }

  public void hearX() {
    hear(xIsB ? 1 : 0);
    answerable.set(!over && ready.get());
  }

  /** Answers the trial; after the last one the test is over. */
  public void answer(boolean saidB) {
    if (!answerable.get()) {
      return;
    }
    answerable.set(false);
    order.append(xIsB ? 'B' : 'A');
    answers.append(saidB ? 'B' : 'A');
    answered.set(order.length());
    playback.stop();
    xIsB = coin.getAsBoolean();
    if (order.length() == planned) {
      end();
    }
  }

  /** Ends the test, also before all trials were answered. */
  public void end() {
    playback.stop();
    if (!over && order.length() > 0) {
      double gain = playback.gain(1); // known, or nothing was heard
      ended.accept(
          new ListeningTest(
              pair.a(),
              pair.b(),
              pair.range(),
              gain,
              order.toString(),
              answers.toString(),
              planned));
    }
    over = true;
    answerable.set(false);
  }

  /** Goes on at the same sample where something is heard, or begins at the start. */
  private void hear(int source) {
    if (!ready.get()) {
      return;
    }
    playback.sourceProperty().set(source);
    if (!playback.playingProperty().get()) {
      playback.toggle();
    }
  }
}
