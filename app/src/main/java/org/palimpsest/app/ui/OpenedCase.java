package org.palimpsest.app.ui;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.palimpsest.app.casework.StepView;

/** Whether a case has come, with its first restoration opened and drawn. */
final class OpenedCase implements BooleanSupplier {
  private final WorkbenchStage stage;
  private Optional<CaseScreen> seen = Optional.empty();

  OpenedCase(WorkbenchStage stage) {
    this.stage = stage;
  }

  @Override
  public boolean getAsBoolean() {
    Optional<CaseScreen> screen = stage.view().screen();
    if (screen.isPresent() && !seen.equals(screen)) {
      seen = screen;
      openFirst(screen.get());
    }
    return screen.isPresent() && screen.get().lanes().drawn();
  }

  private void openFirst(CaseScreen screen) {
    screen.session().now().view().restorations().stream()
        .filter(StepView::completed)
        .map(StepView::id)
        .findFirst()
        .ifPresentOrElse(
            id -> {
              screen.session().selectedProperty().set(Optional.of(id));
              screen.lanes().open(id);
            },
            () -> stage.tasks().errors().addLine("the case has no completed restoration"));
  }
}
