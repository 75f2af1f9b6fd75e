package org.palimpsest.app.ui.start;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.palimpsest.app.casework.Passwords;
import org.palimpsest.evidence.casefile.CaseDescription;

/** What a new case needs, all of it. */
final class NewCaseViewModel {
  private static final String SUFFIX = ".palimpsest";

  private final StringProperty title = new SimpleStringProperty("");
  private final StringProperty authority = new SimpleStringProperty("");
  private final StringProperty purpose = new SimpleStringProperty("");
  private final StringProperty examiner = new SimpleStringProperty("");
  private final StringProperty timeZone;
  private final StringProperty folder = new SimpleStringProperty("");
  private final StringProperty password = new SimpleStringProperty("");

  NewCaseViewModel(ZoneId here) {
    timeZone = new SimpleStringProperty(here.getId());
  }

  StringProperty titleProperty() {
    return title;
  }

  StringProperty authorityProperty() {
    return authority;
  }

  StringProperty purposeProperty() {
    return purpose;
  }

  StringProperty examinerProperty() {
    return examiner;
  }

  StringProperty timeZoneProperty() {
    return timeZone;
  }

  StringProperty folderProperty() {
    return folder;
  }

  StringProperty passwordProperty() {
    return password;
  }

  Optional<String> problem() {
    for (String missing : new String[] {"title", "authority", "purpose", "examiner", "folder"}) {
      if (field(missing).get().isBlank()) {
        return Optional.of("The " + missing + " is missing.");
      }
    }
    try {
      ZoneId.of(timeZone.get().strip());
      Path target = target();
      return Files.exists(target)
          ? Optional.of(target + " exists already; choose another folder or title.")
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.of(
          "\"" + timeZone.get() + "\" is no time zone; write it as Europe/Rome or UTC.");
    } catch (InvalidPathException e) {
      return Optional.of("\"" + folder.get() + "\" cannot be a folder.");
    }
  }

  CaseDescription description() {
    return new CaseDescription(
        title.get().strip(),
        authority.get().strip(),
        purpose.get().strip(),
        ZoneId.of(timeZone.get().strip()),
        examiner.get().strip());
  }

  /** The folder of the case: under the one that was chosen, named after the title. */
  Path target() {
    String name = title.get().strip().replaceAll("[^\\p{L}\\p{N}._-]+", "-");
    return Path.of(folder.get().strip()).resolve(name + SUFFIX);
  }

  /** First who is asked anyway, then what was typed here for a key that is made now. */
  Passwords passwords(Passwords first) {
    return (name, isNew) ->
        first
            .of(name, isNew)
            .or(
                () ->
                    Optional.of(password.get()).filter(p -> !p.isEmpty()).map(String::toCharArray));
  }

  private StringProperty field(String name) {
    return switch (name) {
      case "title" -> title;
      case "authority" -> authority;
      case "purpose" -> purpose;
      case "examiner" -> examiner;
      default -> folder;
    };
  }
}
