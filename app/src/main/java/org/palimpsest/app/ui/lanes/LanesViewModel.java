package org.palimpsest.app.ui.lanes;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.app.casework.CaseView;
import org.palimpsest.app.casework.Exhibit;
import org.palimpsest.app.casework.SoundArchive;
import org.palimpsest.app.casework.StepView;
import org.palimpsest.app.figure.TrackKind;
import org.palimpsest.app.picture.SpectrogramSettings;
import org.palimpsest.app.ui.session.CaseSession;

/** Which signals are open, and how they are shown. */
final class LanesViewModel {
  private final CaseSession session;
  private final TimeAxis axis = new TimeAxis();
  private final ObservableList<Lane> lanes = FXCollections.observableArrayList();
  private final ObservableList<Lane> shown = FXCollections.unmodifiableObservableList(lanes);
  private final BooleanProperty difference = new SimpleBooleanProperty();
  private final ObjectProperty<SpectrogramSettings> settings =
      new SimpleObjectProperty<>(SpectrogramSettings.defaults());
  private final ObjectProperty<Set<TrackKind>> tracks =
      new SimpleObjectProperty<>(Set.of(TrackKind.ACTIVITY, TrackKind.ERROR));
  private Optional<Lane> received = Optional.empty();
  private Optional<Lane> restored = Optional.empty();
  private String wanted = "";

  LanesViewModel(CaseSession session) {
    this.session = session;
    difference.addListener((property, before, now) -> arrange());
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
    return wanted.isEmpty();
  }

  /** Opens an exhibit with its newest restoration, or a restoration with what it came from. */
  void open(String id) {
    CaseView view = session.now().view();
    Optional<StepView> restoration =
        view.restoration(id)
            .or(
                () ->
                    view.restorationsOf(id).stream()
                        .filter(StepView::completed)
                        .reduce((first, second) -> second));
    String subject = restoration.map(StepView::subject).orElse(id);
    wanted = id;
    Lane.Kind kind = kindOf(subject);
    String title = title(subject);
    session.sound(
        subject,
        sound -> Lane.of(kind, subject, title, origin(sound), sound.clip()),
        lane -> {
          if (wanted.equals(id)) {
            restoration.ifPresentOrElse(
                step -> openRestored(id, lane, step), () -> show(lane, Optional.empty()));
          }
        });
  }

  private void openRestored(String id, Lane first, StepView step) {
    String title = "by " + step.method() + " from " + step.subject();
    session.restored(
        step.id(),
        (sound, confidence) ->
            Lane.of(Lane.Kind.RESTORED, step.id(), title, origin(sound), sound.clip())
                .with(confidence),
        lane -> {
          if (wanted.equals(id)) {
            show(first, Optional.of(lane));
          }
        });
  }

  private void show(Lane first, Optional<Lane> second) {
    wanted = "";
    received = Optional.of(first);
    restored = second;
    axis.show(first.clip().length(), first.clip().rate().hertz());
    arrange();
  }

  private void arrange() {
    List<Lane> next = new ArrayList<>();
    received.ifPresent(next::add);
    restored.ifPresent(next::add);
    if (difference.get() && comparable()) {
      AudioClip removed = received.get().clip().minus(restored.get().clip());
      String id = received.get().id() + "−" + restored.get().id();
      String origin = received.get().id() + " minus " + restored.get().id() + ", sample by sample";
      next.add(
          Lane.of(Lane.Kind.PERTURBATION, id, "what the restoration removed", origin, removed));
    }
    lanes.setAll(next);
  }

  private static String origin(SoundArchive.Sound sound) {
    return "SHA-256 " + sound.artifact().sha256();
  }

  private Lane.Kind kindOf(String id) {
    return id.startsWith("R") ? Lane.Kind.RESTORED : Lane.Kind.PROTECTED;
  }

  private String title(String id) {
    return session.now().view().exhibit(id).map(Exhibit::label).orElse("restoration");
  }
}
