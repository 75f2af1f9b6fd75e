package org.palimpsest.app.ui.exhibits;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.palimpsest.app.casework.ExhibitRole;
import org.palimpsest.app.casework.ImportRecording;

/** What is asked before recordings are taken into custody. */
final class ImportViewModel {
  private final List<Path> files;
  private final ObjectProperty<ExhibitRole> role =
      new SimpleObjectProperty<>(ExhibitRole.QUESTIONED);
  private final StringProperty label = new SimpleStringProperty("");
  private final StringProperty speaker = new SimpleStringProperty("");
  private final StringProperty channel = new SimpleStringProperty("");
  private final BooleanProperty asIs = new SimpleBooleanProperty();

  ImportViewModel(List<Path> files) {
    this.files = List.copyOf(files);
  }

  List<Path> files() {
    return files;
  }

  ObjectProperty<ExhibitRole> roleProperty() {
    return role;
  }

  StringProperty labelProperty() {
    return label;
  }

  StringProperty speakerProperty() {
    return speaker;
  }

  StringProperty channelProperty() {
    return channel;
  }

  BooleanProperty asIsProperty() {
    return asIs;
  }

  /** What is wrong with the answers, in words. */
  Optional<String> problem() {
    String text = channel.get().strip();
    if (!text.isEmpty() && !text.matches("[1-9]\\d{0,2}")) {
      return Optional.of("The channel is a whole number from 1 on, or empty for a mono file.");
    }
    return Optional.empty();
  }

  /** One request for each file. */
  List<ImportRecording.Request> requests() {
    String number = channel.get().strip();
    OptionalInt chosen =
        number.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(number));
    return files.stream()
        .map(
            file ->
                new ImportRecording.Request(
                    file,
                    role.get(),
                    files.size() == 1 ? text(label) : Optional.empty(),
                    text(speaker),
                    chosen,
                    asIs.get()))
        .toList();
  }

  private static Optional<String> text(StringProperty field) {
    return Optional.of(field.get().strip()).filter(words -> !words.isEmpty());
  }
}
