package org.palimpsest.app.ui.lanes;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Says in words what lies under the mouse or the cursor. */
final class LaneReadOut {
  private final LanesViewModel model;
  private final ReadOnlyStringWrapper place = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper measured = new ReadOnlyStringWrapper("");
  private SpectrumProbe probe;

  LaneReadOut(LanesViewModel model) {
    this.model = model;
    settingsChanged();
  }

  /** Time, sample, frequency and level. */
  ReadOnlyStringProperty placeProperty() {
    return place.getReadOnlyProperty();
  }

  /** What the tracks say there. */
  ReadOnlyStringProperty measuredProperty() {
    return measured.getReadOnlyProperty();
  }

  /** Reads with the settings and the rate that hold now. */
  void settingsChanged() {
    probe = new SpectrumProbe(model.settingsProperty().get(), model.axis().hertz());
  }

  /** At the cursor: tracks of the first lane. */
  void tellCursor(List<LaneView> views) {
    tell(model.axis().cursorProperty().get(), Optional.empty(), 0);
    measure(views.stream().findFirst());
  }

  /**
   * At a place.
   *
   * @param under the lane there
   * @param y height within that lane
   */
  void tell(double at, Optional<LaneView> under, double y) {
    int sample = held(at);
    TimeAxis axis = model.axis();
    String text =
        String.format(Locale.ROOT, "%.4f s   sample %,d", (double) sample / axis.hertz(), sample);
    Optional<Double> hertz = under.flatMap(v -> v.hertzAt(y));
    if (hertz.isPresent() && under.isPresent()) {
      Lane lane = under.get().lane();
      SpectrumProbe.Reading read =
          probe.read(lane.clip(), sample, hertz.get(), under.get().hertzOfPixel(y));
      text +=
          String.format(
                  Locale.ROOT,
                  "   %,.0f Hz   %.1f dBFS%s   %s",
                  read.hertz(),
                  read.levelDb(),
                  read.peak() ? " (peak)" : "",
                  lane.id())
              .replace('-', '−');
    }
    Optional<Double> peak = under.flatMap(v -> v.peakAt(sample, y));
    if (peak.isPresent() && under.isPresent()) {
      text += "   " + level(peak.get()) + "   " + under.get().lane().id();
    }
    String doubt = under.map(v -> v.lane().doubt(sample)).orElse("");
    place.set(doubt.isEmpty() ? text : text + "   " + doubt);
    under.ifPresent(view -> measure(view, sample));
  }

  /** Of the waveform, in the words of its grid. */
  private static String level(double peak) {
    return peak == 0
        ? "silence"
        : String.format(Locale.ROOT, "%.1f dBFS at most", 20 * Math.log10(peak)).replace('-', '−');
  }

  private void measure(Optional<LaneView> view) {
    view.ifPresentOrElse(
        v -> measure(v, held(model.axis().cursorProperty().get())), () -> measured.set(""));
  }

  private void measure(LaneView view, int sample) {
    String words = view.measured(sample);
    measured.set(words.isEmpty() ? "" : words + "   " + view.lane().id());
  }

  private int held(double at) {
    return (int) Math.max(0, Math.min(model.axis().length() - 1.0, at));
  }
}
