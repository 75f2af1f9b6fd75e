package org.palimpsest.app.ui.review;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.palimpsest.app.casework.ReviewCase;
import org.palimpsest.app.ui.session.CaseReviews;
import org.palimpsest.evidence.format.ReviewComment;
import org.palimpsest.evidence.format.ReviewVerdict;

/** A review before it is signed. */
final class ReviewViewModel {
  static final String THE_CASE = "the case";

  private final CaseReviews reviews;
  private final StringProperty reviewer = new SimpleStringProperty("");
  private final StringProperty report = new SimpleStringProperty(THE_CASE);
  private final ObjectProperty<ReviewVerdict> verdict =
      new SimpleObjectProperty<>(ReviewVerdict.COMMENTS);
  private final StringProperty about = new SimpleStringProperty(THE_CASE);
  private final StringProperty comment = new SimpleStringProperty("");
  private final StringProperty out = new SimpleStringProperty("");

  ReviewViewModel(CaseReviews reviews) {
    this.reviews = reviews;
    List<String> reports = reports();
    report.set(reports.get(reports.size() - 1));
    out.set(unused(reviews.place().toAbsolutePath()).toString());
  }

  StringProperty reviewerProperty() {
    return reviewer;
  }

  StringProperty reportProperty() {
    return report;
  }

  ObjectProperty<ReviewVerdict> verdictProperty() {
    return verdict;
  }

  StringProperty aboutProperty() {
    return about;
  }

  StringProperty commentProperty() {
    return comment;
  }

  StringProperty outProperty() {
    return out;
  }

  /** What is reviewed: the case as a whole, or one of its reports. */
  List<String> reports() {
    List<String> all = new ArrayList<>(List.of(THE_CASE));
    reviews.reports().forEach(issued -> all.add(issued.name().id()));
    return all;
  }

  List<String> subjects() {
    List<String> all = new ArrayList<>(List.of(THE_CASE));
    all.addAll(reviews.subjects());
    return all;
  }

  /** What stands in the way of signing, in words. */
  Optional<String> problem() {
    if (reviewer.get().isBlank()) {
      return Optional.of("A review is signed by somebody: state the reviewer.");
    }
    if (verdict.get() != ReviewVerdict.COMMENTS && report.get().equals(THE_CASE)) {
      return Optional.of("Agree or object to a report; on the case there are only comments.");
    }
    if (verdict.get() != ReviewVerdict.AGREES && comment.get().isBlank()) {
      return Optional.of("Say what, or why, in the comment.");
    }
    Optional<Path> path = path();
    if (path.isEmpty()) {
      return Optional.of("\"" + out.get() + "\" cannot be a file.");
    }
    return Files.exists(path.get())
        ? Optional.of(path.get() + " exists already; nothing is overwritten.")
        : Optional.empty();
  }

  ReviewCase.Words words() {
    return new ReviewCase.Words(
        reviewer.get().strip(),
        chosen(report),
        verdict.get(),
        comment.get().isBlank()
            ? List.of()
            : List.of(new ReviewComment(chosen(about).orElse(""), comment.get().strip())));
  }

  Optional<Path> path() {
    try {
      String text = out.get().strip();
      return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> chosen(StringProperty property) {
    return Optional.of(property.get()).filter(id -> !id.equals(THE_CASE));
  }

  private static Path unused(Path place) {
    Path folder = Optional.ofNullable(place.getParent()).orElse(place);
    String name = place.getFileName().toString().replaceFirst("\\.(palimpsest|zip)$", "");
    Path file = folder.resolve(name + ".review");
    for (int i = 2; Files.exists(file); i++) {
      file = folder.resolve(name + "-" + i + ".review");
    }
    return file;
  }
}
