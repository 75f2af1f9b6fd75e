package org.palimpsest.app.ui;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.control.PasswordField;
import javafx.stage.Window;
import org.palimpsest.app.casework.Passwords;
import org.palimpsest.app.ui.form.FormDialog;
import org.palimpsest.app.ui.form.FormGrid;

/** Asks in the window for the password of a key that is there; never called on its thread. */
final class AskingPasswords implements Passwords {
  private final Passwords first;
  private final Window owner;

  AskingPasswords(Passwords first, Window owner) {
    this.first = first;
    this.owner = owner;
  }

  @Override
  public Optional<char[]> of(String examiner, boolean isNew) {
    Optional<char[]> known = first.of(examiner, isNew);
    if (known.isPresent() || isNew) {
      return known;
    }
    CompletableFuture<Optional<char[]>> answer = new CompletableFuture<>();
    Platform.runLater(() -> ask(examiner, answer));
    return answer.join();
  }

  private void ask(String examiner, CompletableFuture<Optional<char[]>> answer) {
    PasswordField field = new PasswordField();
    field.setId("key-password");
    FormDialog dialog =
        new FormDialog(
            owner,
            "Key of " + examiner,
            "The signing key is password-protected. Nothing is signed without the password; a"
                + " case opens read-only.",
            new FormGrid().row("Password", field),
            "Open",
            Optional::empty,
            () -> answer.complete(Optional.of(field.getText().toCharArray())));
    dialog.onClosed(() -> answer.complete(Optional.empty()));
    dialog.show();
    field.requestFocus();
  }
}
