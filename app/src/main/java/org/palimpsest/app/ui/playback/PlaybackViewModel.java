package org.palimpsest.app.ui.playback;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.app.task.BackgroundTask;
import org.palimpsest.app.task.BackgroundTasks;

/** Play, stop, loop, and which of the signals is heard. */
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
  private List<AudioClip> clips = List.of();
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
    source.addListener(
        (property, before, now) -> player.ifPresent(p -> p.useSource(now.intValue())));
    loop.addListener((property, before, now) -> player.ifPresent(p -> p.useLoop(now)));
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

  /** Offers signals of one length and rate. */
  public void offer(List<AudioClip> signals) {
    stop();
    clips = List.copyOf(signals);
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
    Player next =
        new Player(output, clips, source.get(), range, start, chosen.isPresent() && loop.get());
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
