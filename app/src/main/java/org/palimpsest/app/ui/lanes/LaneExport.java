package org.palimpsest.app.ui.lanes;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.app.figure.FigureSignal;
import org.palimpsest.app.figure.FigureWords;
import org.palimpsest.app.figure.LaneFigure;
import org.palimpsest.app.task.BackgroundTask;
import org.palimpsest.app.task.BackgroundTasks;
import org.palimpsest.app.ui.session.CaseSession;

/** Figures of what the lanes show. It reads only: no entry is written. */
final class LaneExport {
  private final LanesViewModel model;
  private final BackgroundTasks tasks;
  private final FigureWords words;

  LaneExport(LanesViewModel model, CaseSession session) {
    this.model = model;
    this.tasks = session.tasks();
    this.words =
        new FigureWords(
            session.file().description().title(), "Palimpsest " + session.programVersion());
  }

  boolean possible() {
    return !model.lanes().isEmpty();
  }

  /** What is seen, as a figure of lanes. */
  LaneFigure lanes() {
    TimeAxis.Span span = model.axis().span();
    int from = (int) Math.max(0, Math.floor(span.start()));
    int to = (int) Math.min(model.axis().length(), Math.ceil(span.end()));
    return new LaneFigure(
        words,
        new SampleRange(from, Math.max(from + 1, to)),
        signals(),
        model.settingsProperty().get(),
        model.tracksProperty().get());
  }

  /** Asks for a file and writes what is seen. */
  void chooseLanes(Window owner) {
    LaneFigure figure = lanes();
    choose(owner, "signals").ifPresent(out -> write(out, () -> figure.write(out)));
  }

  BackgroundTask writeLanes(Path out) {
    LaneFigure figure = lanes();
    return write(out, () -> figure.write(out));
  }

  /** Shows the long-term spectra of the selection, or of everything. */
  void showLtas(Window owner) {
    SampleRange range =
        model.axis().selectionProperty().get().orElse(new SampleRange(0, model.axis().length()));
    new LtasView(
            signals(),
            range,
            words,
            tasks,
            figure ->
                choose(owner, "long-term-spectrum")
                    .ifPresent(out -> write(out, () -> figure.write(out))))
        .show(owner);
  }

  private List<FigureSignal> signals() {
    return model.lanes().stream()
        .map(
            lane ->
                new FigureSignal(
                    lane.id(),
                    lane.kind().words(),
                    lane.title(),
                    lane.origin(),
                    lane.clip(),
                    lane.tracks(),
                    model.waveScale(lane),
                    lane.confidence()))
        .toList();
  }

  /** What writes a file. */
  private interface Writing {
    void write() throws IOException;
  }

  private BackgroundTask write(Path out, Writing writing) {
    return tasks.start(
        "Figure " + out.getFileName(),
        task -> {
          task.at("drawing", -1);
          writing.write();
          return out;
        },
        written -> {});
  }

  private static Optional<Path> choose(Window owner, String name) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Where to write the figure");
    chooser.setInitialFileName(name + ".pdf");
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter("PDF, vectors", "*.pdf"),
            new FileChooser.ExtensionFilter("PNG, 300 dots an inch", "*.png"));
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
  }
}
