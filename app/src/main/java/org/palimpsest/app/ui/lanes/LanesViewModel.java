package org.palimpsest.app.ui.lanes;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.app.figure.TrackKind;
import org.palimpsest.app.picture.SpectrogramSettings;
import org.palimpsest.app.task.BackgroundTask;
import org.palimpsest.app.ui.session.CaseSession;
import org.palimpsest.app.ui.session.CaseSounds;

/** Which signals are open, and how they are shown. */
final class LanesViewModel {
  private final LaneReader reader;
  private final CaseSession session;
  private final TimeAxis axis = new TimeAxis();
  private final ObservableList<Lane> lanes = FXCollections.observableArrayList();
  private final ObservableList<Lane> shown = FXCollections.unmodifiableObservableList(lanes);
  private final BooleanProperty difference = new SimpleBooleanProperty();
  private final BooleanProperty original = new SimpleBooleanProperty();
  private final ObjectProperty<SpectrogramSettings> settings =
      new SimpleObjectProperty<>(SpectrogramSettings.defaults());
  private final ObjectProperty<Set<TrackKind>> tracks =
      new SimpleObjectProperty<>(Set.of(TrackKind.ACTIVITY, TrackKind.ERROR));
  private final ReadOnlyObjectWrapper<Optional<Lane>> arriving =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<Lane> received = Optional.empty();
  private Optional<Lane> restored = Optional.empty();
  private boolean reading;
  private int awaited;
  private int arrangements;

  LanesViewModel(CaseSession session) {
    reader = new LaneReader(session, new Answers());
    this.session = session;
    difference.addListener((property, before, now) -> arrange());
    original.addListener((property, before, now) -> arrange());
  }

  TimeAxis axis() {
    return axis;
  }

  ObservableList<Lane> lanes() {
    return shown;
  }

  /** Whether the difference of the two signals is shown, too. */
  BooleanProperty differenceProperty() {
    return difference;
  }

  /** Whether the original of a restoration is shown, too, where the case knows it. */
  BooleanProperty originalProperty() {
    return original;
  }

  /** Id of the original that the restoration was validated with. */
  Optional<String> original() {
    return restored
        .flatMap(lane -> session.now().view().restoration(lane.id()))
        .flatMap(step -> step.others().stream().findFirst())
        .filter(session.now()::hasSound);
  }

  /** Which tracks are drawn with every lane; an immutable set. */
  ObjectProperty<Set<TrackKind>> tracksProperty() {
    return tracks;
  }

  /** Shows a track, or hides it. */
  void toggle(TrackKind kind) {
    Set<TrackKind> next = EnumSet.noneOf(TrackKind.class);
    next.addAll(tracks.get());
    if (!next.remove(kind)) {
      next.add(kind);
    }
    tracks.set(Set.copyOf(next));
  }

  ObjectProperty<SpectrogramSettings> settingsProperty() {
    return settings;
  }

  boolean comparable() {
    return received.isPresent()
        && restored.isPresent()
        && received.get().clip().length() == restored.get().clip().length();
  }

  /** The magnitude that fills the height of a lane's waveform: one for all but the difference. */
  float waveScale(Lane lane) {
    float greatest = lane.peaks().greatest();
    if (lane.kind() != Lane.Kind.PERTURBATION) {
      for (Lane other : lanes) {
        boolean counts = other.kind() != Lane.Kind.PERTURBATION;
        greatest = counts ? Math.max(greatest, other.peaks().greatest()) : greatest;
      }
    }
    return greatest > 0 ? greatest : 1;
  }

  /** Whether everything that was asked for is there. */
  boolean loaded() {
    return !reading && awaited == 0;
  }

  /** The beginning of a signal that is being read; no lane is open then. */
  ReadOnlyObjectProperty<Optional<Lane>> arrivingProperty() {
    return arriving.getReadOnlyProperty();
  }

  /** Opens an exhibit with its newest restoration, or a restoration with what it came from. */
  void open(String id) {
    reading = true;
    reader.read(id);
  }

  /** Reads on no longer. */
  void stop() {
    reader.stop();
  }

  private final class Answers implements LaneReader.Listener {
    @Override
    public void arrived(Lane beginning) {
      if (arriving.get().isEmpty()) {
        received = Optional.empty();
        restored = Optional.empty();
        arrange();
        axis.show(beginning.length(), beginning.clip().rate().hertz());
      }
      arriving.set(Optional.of(beginning));
    }

    @Override
    public void read(Lane first, Optional<Lane> second) {
      reading = false;
      received = Optional.of(first);
      restored = second;
      if (arriving.get().filter(lane -> lane.length() == first.length()).isEmpty()) {
        axis.show(first.length(), first.clip().rate().hertz());
      }
      arrange();
      arriving.set(Optional.empty());
    }

    @Override
    public void failed() {
      reading = false;
      arriving.set(Optional.empty());
    }
  }

  /** What is there at once, original and difference as soon as they are read and computed. */
  private void arrange() {
    int wish = ++arrangements;
    awaited = 0;
    List<Lane> signals = Stream.concat(received.stream(), restored.stream()).toList();
    boolean subtract = difference.get() && comparable();
    Optional<String> known = original().filter(id -> original.get());
    awaited = (subtract ? 1 : 0) + (known.isPresent() ? 1 : 0);
    if (!lanes.equals(signals)) {
      lanes.setAll(signals);
    }
    known.ifPresent(
        id ->
            end(
                wish,
                session
                    .sounds()
                    .read(
                        id,
                        signal -> original(id, signal),
                        beginning -> {},
                        lane -> add(wish, signals.size(), lane))));
    if (subtract) {
      end(
          wish,
          session
              .tasks()
              .quietly(
                  "Difference",
                  task -> minus(signals.get(0), signals.get(1)),
                  removed -> add(wish, lanes.size(), removed)));
    }
  }

  private void add(int wish, int place, Lane lane) {
    if (wish == arrangements) {
      awaited--;
      lanes.add(place, lane);
    }
  }

  /** Waits no longer for what could not be read; why is among the errors. */
  private void end(int wish, BackgroundTask task) {
    Runnable check =
        () -> {
          if (wish == arrangements && task.stateProperty().get() == BackgroundTask.State.FAILED) {
            awaited--;
          }
        };
    task.stateProperty().addListener((property, before, now) -> check.run());
    check.run();
  }

  private static Lane original(String id, CaseSounds.Signal signal) {
    String origin = "SHA-256 " + signal.sha256();
    return Lane.of(Lane.Kind.ORIGINAL, id, "what was protected", origin, signal.clip());
  }

  private static Lane minus(Lane received, Lane restored) {
    AudioClip removed = received.clip().minus(restored.clip());
    String id = received.id() + "−" + restored.id();
    String origin = received.id() + " minus " + restored.id() + ", sample by sample";
    return Lane.of(Lane.Kind.PERTURBATION, id, "what the restoration removed", origin, removed);
  }
}
