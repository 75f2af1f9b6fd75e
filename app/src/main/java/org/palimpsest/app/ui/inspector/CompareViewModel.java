package org.palimpsest.app.ui.inspector;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.palimpsest.analysis.inference.ModelKind;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.app.casework.CompareSpeakers;
import org.palimpsest.app.casework.Exhibit;
import org.palimpsest.app.casework.ExhibitRole;
import org.palimpsest.app.ui.session.CaseSession;

/** What a recording is compared with, and by which encoder. */
final class CompareViewModel {
  /** A recording that can be chosen. */
  record Candidate(String id, String title) {
    @Override
    public String toString() {
      return id + "  " + title;
    }
  }

  private final CaseSession session;
  private final ObservableList<String> encoders = FXCollections.observableArrayList();
  private final ObjectProperty<String> encoder = new SimpleObjectProperty<>();

  CompareViewModel(CaseSession session) {
    this.session = session;
    session.packages(ModelKind.SPEAKER_ENCODER, this::installed);
  }

  ObservableList<String> encoders() {
    return encoders;
  }

  ObjectProperty<String> encoderProperty() {
    return encoder;
  }

  List<Candidate> candidates() {
    return session.now().view().exhibits().stream()
        .filter(e -> e.role() == ExhibitRole.KNOWN)
        .filter(Exhibit::decodable)
        .map(e -> new Candidate(e.id(), e.label() + e.speaker().map(s -> ", " + s).orElse("")))
        .toList();
  }

  void start(String subject, List<Candidate> chosen) {
    session
        .steps()
        .compare(
            new CompareSpeakers.Request(
                subject,
                chosen.stream().map(Candidate::id).toList(),
                Optional.ofNullable(encoder.get())));
  }

  private void installed(List<ModelPackage> found) {
    encoders.setAll(found.stream().map(ModelPackage::reference).toList());
    if (!encoders.isEmpty()) {
      encoder.set(encoders.get(encoders.size() - 1));
    }
  }
}
