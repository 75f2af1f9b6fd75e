package org.palimpsest.app.ui.playback;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.app.task.BackgroundTask;
import org.palimpsest.app.task.BackgroundTasks;

/** Play, stop, loop, how fast, and which of the signals is heard how loud. */
public final class PlaybackViewModel {
  private final SoundOutput output;
  private final BackgroundTasks tasks;
  private final IntSupplier cursor;
  private final Supplier<Optional<SampleRange>> selection;
  private final DoubleConsumer moved;
  private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper why = new ReadOnlyStringWrapper("");
  private final BooleanProperty loop = new SimpleBooleanProperty(true);
  private final IntegerProperty source = new SimpleIntegerProperty();
  private final BooleanProperty matched = new SimpleBooleanProperty(true);
  private final DoubleProperty tempo = new SimpleDoubleProperty(1);
  private final LevelMatch levels;
  private List<AudioClip> clips = List.of();
  private boolean looping;
  private boolean device;
  private Optional<Player> player = Optional.empty();
  private Optional<BackgroundTask> task = Optional.empty();

  /**
   * @param cursor where playback starts
   * @param selection what is played, if there is one
   * @param moved gets the sample that is played
   */
  public PlaybackViewModel(
      SoundOutput output,
      BackgroundTasks tasks,
      IntSupplier cursor,
      Supplier<Optional<SampleRange>> selection,
      DoubleConsumer moved) {
    this.output = output;
    this.tasks = tasks;
    this.cursor = cursor;
    this.selection = selection;
    this.moved = moved;
    levels = new LevelMatch(tasks);
    for (Observable way : List.of(source, loop, matched, tempo, levels.busyProperty())) {
      way.addListener(changed -> player.ifPresent(p -> p.use(listening())));
    }
    tasks.quietly("Looking for a sound device", work -> findProblem(), this::deviceKnown);
  }

  public ReadOnlyBooleanProperty playingProperty() {
    return playing.getReadOnlyProperty();
  }

  /** Whether there is something to hear and a device to hear it with. */
  public ReadOnlyBooleanProperty possibleProperty() {
    return possible.getReadOnlyProperty();
  }

  /** Why nothing can be played. */
  public ReadOnlyStringProperty whyProperty() {
    return why.getReadOnlyProperty();
  }

  /** Whether a selection is repeated. */
  public BooleanProperty loopProperty() {
    return loop;
  }

  /** Index of the signal that is heard; may change while it plays. */
  public IntegerProperty sourceProperty() {
    return source;
  }

  /** Whether signals are made as loud as the first. */
  public BooleanProperty matchedProperty() {
    return matched;
  }

  /** Between 0.5 and 1, of the recording's own; may change while it plays. */
  public DoubleProperty tempoProperty() {
    return tempo;
  }

  /**
   * Whether it is still being found out how loud the signals are; until then all are as they are.
   */
  public ReadOnlyBooleanProperty matchingProperty() {
    return levels.busyProperty();
  }

  /** The gain at which a signal is heard, in words; empty where it is heard as it is. */
  public String gainWords(int index) {
    return matched.get() && index > 0 ? levels.words(index) : "";
  }

  /** The factor that makes a signal as loud as the first; 1 while it is not known. */
  double gain(int index) {
    return levels.gain(index);
  }

  /** Offers signals of one length and rate. */
  public void offer(List<AudioClip> signals) {
    stop();
    player = Optional.empty();
    clips = List.copyOf(signals);
    levels.match(clips);
    source.set(Math.max(0, Math.min(source.get(), clips.size() - 1)));
    possible.set(device && !clips.isEmpty());
  }

  public void toggle() {
    if (playing.get()) {
      stop();
    } else {
      play();
    }
  }

  public void stop() {
    task.ifPresent(BackgroundTask::cancel);
  }

  private void play() {
    if (!possible.get()) {
      return;
    }
    Optional<SampleRange> chosen = selection.get();
    int length = clips.get(0).length();
    SampleRange range = chosen.orElse(new SampleRange(0, length));
    int at = cursor.getAsInt();
    int start = at >= range.start() && at < range.end() - 1 ? at : range.start();
    looping = chosen.isPresent();
    Player next = new Player(output, clips, range, start, listening());
    playing.set(true);
    player = Optional.of(next);
    BackgroundTask begun = tasks.quietly("Playback", next, end -> moved.accept(end));
    task = Optional.of(begun);
    begun
        .fractionProperty()
        .addListener((property, before, now) -> moved.accept(now.doubleValue() * length));
    begun.stateProperty().addListener((property, before, now) -> ended(begun));
    if (begun.stateProperty().get() != BackgroundTask.State.RUNNING) {
      ended(begun);
    }
  }

  private Listening listening() {
    int heard = source.get();
    double gain = matched.get() ? levels.gain(heard) : 1;
    return new Listening(heard, gain, tempo.get(), looping && loop.get());
  }

  private void ended(BackgroundTask which) {
    if (task.filter(t -> t == which).isPresent()) {
      playing.set(false);
      player = Optional.empty();
      task = Optional.empty();
    }
  }

  private String findProblem() {
    try (SoundOutput.Line line = output.open(16_000)) {
      return line == null ? "no line" : "";
    } catch (IOException e) {
      return e.getMessage();
    }
  }

  private void deviceKnown(String problem) {
    device = problem.isEmpty();
    why.set(device ? "" : "Playback is off: " + problem);
    possible.set(device && !clips.isEmpty());
  }
}
