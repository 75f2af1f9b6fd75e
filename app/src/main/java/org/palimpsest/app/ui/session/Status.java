package org.palimpsest.app.ui.session;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.palimpsest.app.casework.CaseView;
import org.palimpsest.app.casework.Exhibit;
import org.palimpsest.app.casework.StepView;
import org.palimpsest.evidence.entry.v1.StepOutcome;

/** How far the examination of something is; shown as an icon with its word. */
public enum Status {
  NOT_EXAMINED("not examined yet"),
  UNREADABLE("not decodable"),
  RESTORED("restored"),
  COMPARED("compared"),
  COMPLETED("completed"),
  FAILED("failed"),
  CANCELLED("cancelled"),
  NOT_APPLICABLE("not applicable");

  private final String words;

  Status(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  public String styleClass() {
    return "status-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Status of(StepOutcome outcome) {
    return switch (outcome) {
      case COMPLETED -> COMPLETED;
      case FAILED -> FAILED;
      case CANCELLED -> CANCELLED;
      case NOT_APPLICABLE -> NOT_APPLICABLE;
    };
  }

  public static Status of(StepView step) {
    if (!step.completed()) {
      return of(step.step().outcome());
    }
    return step.output().isPresent() ? RESTORED : COMPARED;
  }

  /** The furthest that a completed step came; else how the newest ended. */
  public static Status of(Exhibit exhibit, CaseView view) {
    if (!exhibit.decodable()) {
      return UNREADABLE;
    }
    List<StepView> restorations = view.restorationsOf(exhibit.id());
    List<StepView> comparisons =
        view.comparisons().stream().filter(c -> concerns(c, exhibit.id(), restorations)).toList();
    if (comparisons.stream().anyMatch(StepView::completed)) {
      return COMPARED;
    }
    if (restorations.stream().anyMatch(StepView::completed)) {
      return RESTORED;
    }
    Optional<StepView> newest =
        Stream.concat(restorations.stream(), comparisons.stream())
            .max(Comparator.comparingLong(StepView::seq));
    return newest.map(Status::of).orElse(NOT_EXAMINED);
  }

  private static boolean concerns(StepView comparison, String id, List<StepView> restorations) {
    return comparison.subject().equals(id)
        || comparison.others().contains(id)
        || restorations.stream().anyMatch(r -> r.id().equals(comparison.subject()));
  }
}
