package org.palimpsest.app.ui.lanes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.app.casework.CaseView;
import org.palimpsest.app.casework.Exhibit;
import org.palimpsest.app.casework.StepView;
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

  ObjectProperty<SpectrogramSettings> settingsProperty() {
    return settings;
  }

  boolean comparable() {
    return received.isPresent()
        && restored.isPresent()
        && received.get().clip().length() == restored.get().clip().length();
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
        sound -> Lane.of(kind, subject, title, sound.clip()),
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
        (sound, confidence) -> Lane.restored(step.id(), title, sound.clip(), confidence),
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
      next.add(Lane.of(Lane.Kind.PERTURBATION, id, "what the restoration removed", removed));
    }
    lanes.setAll(next);
  }

  private Lane.Kind kindOf(String id) {
    return id.startsWith("R") ? Lane.Kind.RESTORED : Lane.Kind.PROTECTED;
  }

  private String title(String id) {
    return session.now().view().exhibit(id).map(Exhibit::label).orElse("restoration");
  }
}
