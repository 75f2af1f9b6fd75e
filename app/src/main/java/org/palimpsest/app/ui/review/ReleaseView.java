package org.palimpsest.app.ui.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.stage.Window;
import org.palimpsest.app.ui.form.FormDialog;
import org.palimpsest.app.ui.form.FormGrid;
import org.palimpsest.app.ui.session.CaseReviews;
import org.palimpsest.evidence.entry.v1.IssuedReport;
import org.palimpsest.evidence.entry.v1.ReportState;

/** The dialog that lets a reviewed report leave the laboratory. */
public final class ReleaseView {
  private final CaseReviews reviews;
  private final ComboBox<String> report = new ComboBox<>();

  public ReleaseView(CaseReviews reviews) {
    this.reviews = reviews;
  }

  public void show(Window owner) {
    Map<String, IssuedReport> reports =
        reviews.reports().stream()
            .collect(Collectors.toMap(each -> each.name().id(), each -> each));
    Label state = new Label();
    state.setId("release-state");
    state.setWrapText(true);
    report.setId("release-report");
    report.setPlaceholder(new Label("no report was issued"));
    report
        .valueProperty()
        .addListener((property, before, now) -> state.setText(words(reports.get(now))));
    report.getItems().addAll(reviews.reports().stream().map(each -> each.name().id()).toList());
    report.getSelectionModel().selectLast();
    new FormDialog(
            owner,
            "Release a report",
            "A report may leave the laboratory once a second person agrees to it and none objects."
                + " The release is an entry in the ledger.",
            new FormGrid().row("Report", report).row("State", state),
            "Release",
            () -> problem(Optional.ofNullable(report.getValue()).map(reports::get)),
            () -> reviews.release(report.getValue()))
        .show();
  }

  private static String words(IssuedReport issued) {
    List<String> said =
        issued.reviews().entrySet().stream()
            .map(each -> each.getKey() + " " + each.getValue().text())
            .toList();
    return issued.state().text() + (said.isEmpty() ? "" : ": " + String.join(", ", said));
  }

  private static Optional<String> problem(Optional<IssuedReport> issued) {
    if (issued.isEmpty()) {
      return Optional.of("No report was issued in this case.");
    }
    return issued.get().state() == ReportState.REVIEWED
        ? Optional.empty()
        : Optional.of(
            issued.get().name().id()
                + " is "
                + issued.get().state().text()
                + "; a second person has to agree to it first.");
  }
}
