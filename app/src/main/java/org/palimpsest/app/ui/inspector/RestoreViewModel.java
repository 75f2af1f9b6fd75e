package org.palimpsest.app.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.inference.ModelKind;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.app.casework.Exhibit;
import org.palimpsest.app.casework.RestoreSpeech;
import org.palimpsest.app.ui.session.CaseSession;

/** The parameters of a restoration, before it is started. */
final class RestoreViewModel {
  static final String NOT_KNOWN = "not known";
  private static final String INVERSION = "inversion";

  /** A parameter with its default, and what the examiner made of it. */
  record Parameter(String name, String standard, StringProperty value) {}

  private final CaseSession session;
  private final List<ModelPackage> packages = new ArrayList<>();
  private final StringProperty method = new SimpleStringProperty();
  private final ObjectProperty<String> model = new SimpleObjectProperty<>();
  private final StringProperty original = new SimpleStringProperty(NOT_KNOWN);
  private final ObservableList<String> models = FXCollections.observableArrayList();
  private final ObservableList<Parameter> parameters = FXCollections.observableArrayList();

  RestoreViewModel(CaseSession session) {
    this.session = session;
    method.addListener((property, before, now) -> methodChosen());
    method.set(session.steps().restorationMethods().get(0));
    session.packages(ModelKind.PROTECTOR, this::installed);
    session.packages(ModelKind.REMOVER, this::installed);
  }

  List<String> methods() {
    return session.steps().restorationMethods();
  }

  StringProperty methodProperty() {
    return method;
  }

  /** References of the packages that fit the method. */
  ObservableList<String> models() {
    return models;
  }

  ObjectProperty<String> modelProperty() {
    return model;
  }

  ObservableList<Parameter> parameters() {
    return parameters;
  }

  StringProperty originalProperty() {
    return original;
  }

  /** Ids of what may be the original of {@code subject}: validation only. */
  List<String> originals(String subject) {
    List<String> ids = new ArrayList<>(List.of(NOT_KNOWN));
    session.now().view().exhibits().stream()
        .filter(Exhibit::decodable)
        .map(Exhibit::id)
        .filter(id -> !id.equals(subject))
        .forEach(ids::add);
    return ids;
  }

  RestoreSpeech.Request request(String subject) {
    Map<String, String> changed = new TreeMap<>();
    for (Parameter parameter : parameters) {
      String value = parameter.value().get().strip();
      if (!value.equals(parameter.standard())) {
        changed.put(parameter.name(), value);
      }
    }
    return new RestoreSpeech.Request(
        subject,
        method.get(),
        Optional.ofNullable(model.get()),
        changed,
        Optional.ofNullable(original.get()).filter(id -> !id.equals(NOT_KNOWN)));
  }

  void start(String subject) {
    session.steps().restore(request(subject));
  }

  private void installed(List<ModelPackage> found) {
    packages.addAll(found);
    offerModels();
  }

  private void methodChosen() {
    parameters.clear();
    try {
      session
          .steps()
          .restoreSpeech()
          .defaults(method.get())
          .forEach(
              (name, value) ->
                  parameters.add(new Parameter(name, value, new SimpleStringProperty(value))));
    } catch (RefusedException e) {
      session.tasks().errors().add("Choosing a method", e);
    }
    offerModels();
  }

  private void offerModels() {
    String before = model.get();
    models.setAll(
        packages.stream()
            .filter(p -> p.kind() == ModelKind.PROTECTOR || !method.get().equals(INVERSION))
            .map(ModelPackage::reference)
            .toList());
    model.set(models.contains(before) ? before : models.isEmpty() ? null : models.get(0));
  }
}
