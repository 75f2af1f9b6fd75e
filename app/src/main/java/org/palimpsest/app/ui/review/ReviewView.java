package org.palimpsest.app.ui.review;

import java.io.File;
import java.util.List;
import javafx.beans.property.Property;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.controlsfx.control.textfield.CustomTextField;
import org.palimpsest.app.casework.Passwords;
import org.palimpsest.app.ui.form.ChoiceWords;
import org.palimpsest.app.ui.form.FormDialog;
import org.palimpsest.app.ui.form.FormGrid;
import org.palimpsest.app.ui.session.CaseReviews;
import org.palimpsest.evidence.format.ReviewVerdict;

/** The dialog in which a second person signs a review into a file. */
public final class ReviewView {
  private final CaseReviews reviews;
  private final Passwords passwords;
  private final ReviewViewModel model;

  public ReviewView(CaseReviews reviews, Passwords passwords) {
    this.reviews = reviews;
    this.passwords = passwords;
    model = new ReviewViewModel(reviews);
  }

  public void show(Window owner) {
    new FormDialog(
            owner,
            "Sign a review",
            "A second person's view of the case as it is now, signed with that person's key into a"
                + " file. The examiner takes the file into the case. Who agrees has the case"
                + " verified first.",
            form(owner),
            "Sign",
            model::problem,
            () -> reviews.sign(model.words(), passwords, model.path().orElseThrow()))
        .show();
  }

  private FormGrid form(Window owner) {
    TextField reviewer = new TextField();
    reviewer.setId("review-reviewer");
    reviewer.textProperty().bindBidirectional(model.reviewerProperty());
    ComboBox<ReviewVerdict> verdict =
        choice("review-verdict", List.of(ReviewVerdict.values()), model.verdictProperty());
    verdict.setConverter(new ChoiceWords<>(ReviewVerdict::text));
    TextArea comment = new TextArea();
    comment.setId("review-comment");
    comment.setPrefRowCount(4);
    comment.setWrapText(true);
    comment.textProperty().bindBidirectional(model.commentProperty());
    return new FormGrid()
        .row("Reviewer", reviewer, "Whose key signs; it is made at first use.")
        .row("Review of", choice("review-report", model.reports(), model.reportProperty()))
        .row("Verdict", verdict)
        .row("Comment on", choice("review-about", model.subjects(), model.aboutProperty()))
        .row("Comment", comment, "More than one comment: with 'palimpsest review'.")
        .row("Write to", file(owner), "A new file, for the examiner.");
  }

  private CustomTextField file(Window owner) {
    CustomTextField file = new CustomTextField();
    file.setId("review-file");
    file.textProperty().bindBidirectional(model.outProperty());
    Button browse = new Button("Browse…");
    browse.getStyleClass().add("inline-button");
    browse.setOnAction(
        event -> {
          FileChooser chooser = new FileChooser();
          chooser.setTitle("Where to write the review");
          chooser.setInitialFileName("case.review");
          File chosen = chooser.showSaveDialog(owner);
          if (chosen != null) {
            file.setText(chosen.getPath());
          }
        });
    file.setRight(browse);
    return file;
  }

  private static <T> ComboBox<T> choice(String id, List<T> values, Property<T> chosen) {
    ComboBox<T> box = new ComboBox<>();
    box.setId(id);
    box.getItems().addAll(values);
    box.valueProperty().bindBidirectional(chosen);
    return box;
  }
}
