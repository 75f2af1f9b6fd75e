package org.palimpsest.app.ui.annotations;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.stage.Window;
import org.palimpsest.app.annotation.AnnotatedSignal;
import org.palimpsest.app.annotation.Annotation;
import org.palimpsest.app.annotation.AnnotationJson;
import org.palimpsest.app.annotation.Band;
import org.palimpsest.app.annotation.Mark;
import org.palimpsest.app.annotation.Vocabulary;
import org.palimpsest.app.annotation.Words;
import org.palimpsest.app.ui.form.FormDialog;
import org.palimpsest.app.ui.form.FormGrid;

/** Asks for the words and the place of an annotation. */
public final class AnnotationForm {
  private final AnnotationsViewModel model;
  private final AnnotatedSignal signal;
  private final Mark mark;
  private final ComboBox<String> label = choice("annotation-label");
  private final ComboBox<String> tier = choice("annotation-tier");
  private final TextField start = new TextField();
  private final TextField end = new TextField();
  private final TextField low = new TextField();
  private final TextField high = new TextField();

  private AnnotationForm(
      AnnotationsViewModel model, AnnotatedSignal signal, Mark mark, String words, String inTier) {
    this.model = model;
    this.signal = signal;
    this.mark = mark;
    label.getItems().setAll(Vocabulary.ofTheField().terms());
    label.getEditor().setText(words);
    tier.getItems().setAll(model.now().tiers());
    tier.getEditor().setText(inTier);
    start.setId("annotation-start");
    start.setText(signal.decimalSeconds(mark.start()));
    end.setId("annotation-end");
    end.setText(signal.decimalSeconds(mark.end()));
    low.setId("annotation-low");
    high.setId("annotation-high");
    mark.frequencies()
        .ifPresent(
            band -> {
              low.setText(AnnotationJson.decimal(band.lowHz()));
              high.setText(AnnotationJson.decimal(band.highHz()));
            });
  }

  /** Asks about a new one; its words are offered for the next. */
  public static void add(AnnotationsViewModel model, Mark mark, Window owner) {
    if (model.now().signal().isEmpty() || !model.now().writable()) {
      return;
    }
    String words = model.labelProperty().get();
    AnnotationForm form =
        new AnnotationForm(
            model, model.now().signal().get(), mark, words, model.tierProperty().get());
    form.show(
        owner,
        "New " + mark.kind(),
        "Add",
        () -> model.add(form.mark(), form.text(form.tier), form.text(form.label)));
  }

  /** Changes one that is there. */
  public static void edit(AnnotationsViewModel model, Annotation one, Window owner) {
    if (!model.now().writable()) {
      return;
    }
    AnnotationForm form =
        new AnnotationForm(
            model, model.now().signal().orElseThrow(), one.mark(), one.label(), one.tier());
    form.show(
        owner,
        "Change " + one.mark().kind(),
        "Change",
        () -> model.edit(one, form.mark(), form.text(form.tier), form.text(form.label)));
  }

  private void show(Window owner, String title, String accept, Runnable done) {
    FormGrid grid =
        new FormGrid()
            .row("Label", label, "A term of the list, or your own words.")
            .row("Tier", tier)
            .row(mark instanceof Mark.Point ? "Time, s" : "Start, s", start);
    if (!(mark instanceof Mark.Point)) {
      grid.row("End, s", end);
    }
    if (mark instanceof Mark.Box) {
      grid.row("From, Hz", low).row("To, Hz", high);
    }
    new FormDialog(
            owner,
            title,
            "An annotation is yours: no result depends on it, and the report prints it apart.",
            grid,
            accept,
            this::problem,
            () -> {
              model.labelProperty().set(text(label));
              model.tierProperty().set(text(tier));
              done.run();
            })
        .show();
  }

  private Optional<String> problem() {
    if (text(label).isEmpty() || text(tier).isEmpty()) {
      return Optional.of("An annotation has a label and a tier.");
    }
    try {
      Mark wanted = mark();
      return signal.holds(wanted)
          ? Optional.empty()
          : Optional.of(
              String.format(
                  Locale.ROOT,
                  "%s lasts %.3f s: the annotation has to lie within.",
                  signal.id(),
                  signal.seconds(signal.samples())));
    } catch (IllegalArgumentException e) {
      return Optional.of(
          mark instanceof Mark.Box
              ? "Times and frequencies are numbers with a decimal point; the end lies after the"
                  + " start, the higher frequency above the lower."
              : "Times are numbers with a decimal point; the end lies after the start.");
    }
  }

  private Mark mark() {
    long from = sample(start);
    if (mark instanceof Mark.Point) {
      return new Mark.Point(from);
    }
    long to = sample(end);
    return mark instanceof Mark.Box
        ? new Mark.Box(from, to, new Band(number(low), number(high)))
        : new Mark.Region(from, to);
  }

  private long sample(TextField field) {
    return signal.sample(number(field));
  }

  private static double number(TextField field) {
    return Double.parseDouble(field.getText().strip());
  }

  private String text(ComboBox<String> box) {
    return Words.clean(Optional.ofNullable(box.getEditor().getText()).orElse(""));
  }

  private static ComboBox<String> choice(String id) {
    ComboBox<String> box = new ComboBox<>();
    box.setEditable(true);
    box.setId(id);
    box.setVisibleRowCount(12);
    return box;
  }
}
