package org.palimpsest.app.ui.lanes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.analysis.measure.Ltas;
import org.palimpsest.app.figure.FigureSignal;
import org.palimpsest.app.figure.FigureWords;
import org.palimpsest.app.figure.Ink;
import org.palimpsest.app.figure.LtasFigure;
import org.palimpsest.app.figure.LtasPlot;
import org.palimpsest.app.task.BackgroundTasks;
import org.palimpsest.app.ui.form.ChoiceWords;
import org.palimpsest.app.ui.form.ScreenFit;

/** A window with the long-term spectra of a stretch of all lanes, over each other. */
final class LtasView {
  private static final double WIDTH = 820;
  private static final double HEIGHT = 460;

  private final List<FigureSignal> signals;
  private final SampleRange range;
  private final FigureWords words;
  private final BackgroundTasks tasks;
  private final Consumer<LtasFigure> export;
  private final Stage stage = new Stage();
  private final Chart chart = new Chart(this::draw);
  private final Canvas canvas = chart.canvas();
  private final ComboBox<Double> band = new ComboBox<>();
  private final Button save = new Button("Export…");
  private List<LtasPlot.Curve> curves = List.of();

  /**
   * @param export asks for a file and writes the figure
   */
  LtasView(
      List<FigureSignal> signals,
      SampleRange range,
      FigureWords words,
      BackgroundTasks tasks,
      Consumer<LtasFigure> export) {
    this.signals = signals;
    this.range = range;
    this.words = words;
    this.tasks = tasks;
    this.export = export;
  }

  void show(Window owner) {
    band.setId("ltas-band");
    band.getItems().addAll(25.0, 50.0, 100.0, 200.0);
    band.setValue(100.0);
    band.setConverter(new ChoiceWords<>(hertz -> String.format(Locale.ROOT, "%.0f Hz", hertz)));
    band.setAccessibleText("Width of a band");
    band.valueProperty().addListener((property, before, now) -> measure());
    save.setId("ltas-export");
    save.setDisable(true);
    save.setMinWidth(Region.USE_PREF_SIZE);
    save.setOnAction(event -> export.accept(new LtasFigure(words, range, signals, curves)));
    double hertz = signals.get(0).clip().rate().hertz();
    Label stretch =
        new Label(
            String.format(
                Locale.ROOT,
                "%.3f to %.3f s; dB re 1/Hz, full-scale square = 1",
                range.start() / hertz,
                range.end() / hertz));
    stretch.getStyleClass().add("muted");
    HBox foot = new HBox(10, new Label("Bands"), band, stretch, save);
    HBox.setHgrow(stretch, Priority.ALWAYS);
    stretch.setMaxWidth(Double.MAX_VALUE);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("lanes-foot");
    canvas.setId("ltas");
    canvas.setFocusTraversable(true);
    BorderPane root = new BorderPane(chart);
    root.setBottom(foot);
    root.getStyleClass().addAll(owner.getScene().getRoot().getStyleClass());
    Scene scene = new Scene(root, WIDTH, HEIGHT);
    scene.getStylesheets().addAll(owner.getScene().getStylesheets());
    scene.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            stage.close();
          }
        });
    stage.initOwner(owner);
    stage.setTitle("Long-term spectrum");
    stage.setScene(scene);
    stage.show();
    ScreenFit.hold(stage);
    measure();
  }

  private void measure() {
    double width = band.getValue();
    save.setDisable(true);
    tasks.quietly(
        "Long-term spectrum",
        task -> {
          List<LtasPlot.Curve> found = new ArrayList<>();
          for (FigureSignal signal : signals) {
            task.check();
            int length = signal.clip().length();
            SampleRange part =
                new SampleRange(Math.min(length, range.start()), Math.min(length, range.end()));
            found.add(
                new LtasPlot.Curve(
                    signal.id() + " " + signal.kind(), Ltas.of(signal.clip(), part, width)));
          }
          return found;
        },
        found -> {
          if (width == band.getValue()) {
            curves = List.copyOf(found);
            save.setDisable(false);
            canvas.setAccessibleText(spoken());
            draw();
          }
        });
  }

  private void draw() {
    if (canvas.getWidth() > 200 && canvas.getHeight() > 120) {
      new LtasPlot(new CanvasPen(canvas.getGraphicsContext2D()), Ink.SCREEN)
          .draw(curves, 0, 0, canvas.getWidth(), canvas.getHeight());
    }
  }

  /** For those who cannot see the curves: a few of their values. */
  private String spoken() {
    return curves.stream()
        .map(
            curve ->
                curve.name()
                    + ": "
                    + List.of(250, 500, 1000, 2000, 4000).stream()
                        .filter(hertz -> hertz < curve.ltas().bandHertz() * bands(curve))
                        .map(
                            hertz ->
                                String.format(
                                    Locale.ROOT,
                                    "%d Hz %.0f dB",
                                    hertz,
                                    curve.ltas()
                                        .densityDb()[(int) (hertz / curve.ltas().bandHertz())]))
                        .collect(Collectors.joining(", ")))
        .collect(Collectors.joining(". "));
  }

  private static int bands(LtasPlot.Curve curve) {
    return curve.ltas().densityDb().length;
  }

  /** Keeps a canvas as large as itself. */
  private static final class Chart extends CanvasView {
    private final Runnable drawing;

    Chart(Runnable drawing) {
      this.drawing = drawing;
    }

    @Override
    void draw() {
      drawing.run();
    }
  }
}
