package org.palimpsest.app.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.app.casework.Passwords;

final class NewCaseViewModelTest {
  @TempDir Path folder;
  private final NewCaseViewModel model = new NewCaseViewModel(ZoneId.of("UTC"));

  @BeforeEach
  void fill() {
    model.titleProperty().set(" Harbour call / 2 ");
    model.authorityProperty().set("Court order 12/26");
    model.purposeProperty().set("Whose voice?");
    model.examinerProperty().set("A. Rossi");
    model.folderProperty().set(folder.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"title", "authority", "purpose", "examiner", "folder"})
  void everythingIsNeeded(String field) {
    switch (field) {
      case "title" -> model.titleProperty().set(" ");
      case "authority" -> model.authorityProperty().set("");
      case "purpose" -> model.purposeProperty().set("\t");
      case "examiner" -> model.examinerProperty().set("");
      default -> model.folderProperty().set("");
    }
    assertThat(model.problem()).contains("The " + field + " is missing.");
  }

  @Test
  void namesTheFolderAfterTheTitle() {
    assertThat(model.problem()).isEmpty();
    assertThat(model.target()).isEqualTo(folder.resolve("Harbour-call-2.palimpsest"));
    assertThat(model.description().title()).isEqualTo("Harbour call / 2");
  }

  @Test
  void refusesWhatIsThereAndZonesThatAreNot() throws Exception {
    model.timeZoneProperty().set("Mars/Olympus");
    assertThat(model.problem().orElseThrow()).contains("Mars/Olympus");
    model.timeZoneProperty().set("Europe/Rome");
    model.folderProperty().set("a\0b");
    assertThat(model.problem().orElseThrow()).contains("cannot be a folder");
    model.folderProperty().set(folder.toString());
    Files.createDirectory(model.target());
    assertThat(model.problem().orElseThrow()).contains("exists already");
  }

  @Test
  void passwordsComeFromOutsideFirst() {
    assertThat(model.passwords(Passwords.NONE).of("A", true)).isEmpty();
    model.passwordProperty().set("typed");
    assertThat(model.passwords(Passwords.NONE).of("A", true).orElseThrow())
        .containsExactly('t', 'y', 'p', 'e', 'd');
    assertThat(
            model
                .passwords((name, isNew) -> Optional.of(new char[] {'x'}))
                .of("A", true)
                .orElseThrow())
        .containsExactly('x');
  }
}
