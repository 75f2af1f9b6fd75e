package org.palimpsest.app.ui.lanes;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.RangeSlider;
import org.palimpsest.analysis.signal.Window;
import org.palimpsest.app.picture.ColourMap;
import org.palimpsest.app.picture.SpectrogramSettings;
import org.palimpsest.app.ui.form.FormGrid;

/** How spectrograms are drawn: changeable at any time, during playback too. */
final class SpectrogramControls {
  private static final List<Double> LENGTHS = List.of(0.005, 0.010, 0.025, 0.050, 0.100);

  private final ObjectProperty<SpectrogramSettings> settings;
  private final ComboBox<Window> window = new ComboBox<>();
  private final ComboBox<Double> length = new ComboBox<>();
  private final ComboBox<ColourMap> colours = new ComboBox<>();
  private final RangeSlider levels = new RangeSlider(-160, 0, -110, -30);
  private final Label range = new Label();

  SpectrogramControls(ObjectProperty<SpectrogramSettings> settings) {
    this.settings = settings;
    SpectrogramSettings now = settings.get();
    window.getItems().addAll(Window.values());
    window.setConverter(words(Window::title));
    window.setValue(now.window());
    length.getItems().addAll(LENGTHS);
    length.setConverter(words(s -> String.format(Locale.ROOT, "%.0f ms", s * 1000)));
    length.setValue(now.windowSeconds());
    colours.getItems().addAll(ColourMap.values());
    colours.setConverter(words(map -> map.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    colours.setValue(now.colours());
    levels.setLowValue(now.floorDb());
    levels.setHighValue(now.ceilingDb());
    levels.setShowTickMarks(true);
    levels.setMajorTickUnit(40);
    levels.setShowTickLabels(true);
    levels.setBlockIncrement(5);
    window.valueProperty().addListener((property, before, value) -> change());
    length.valueProperty().addListener((property, before, value) -> change());
    colours.valueProperty().addListener((property, before, value) -> change());
    levels.lowValueProperty().addListener((property, before, value) -> change());
    levels.highValueProperty().addListener((property, before, value) -> change());
    showRange();
  }

  Button button() {
    Button button = new Button("Spectrogram…");
    button.setId("spectrogram-settings");
    button.setOnAction(event -> show(button));
    return button;
  }

  private void show(Node from) {
    range.getStyleClass().add("form-why");
    VBox box =
        new VBox(
            10,
            new FormGrid(90)
                .row("Window", window)
                .row("Length", length)
                .row("Colours", colours)
                .row("Levels", levels),
            range);
    box.setPrefWidth(360);
    box.getStyleClass().addAll(from.getScene().getRoot().getStyleClass());
    box.getStylesheets().addAll(from.getScene().getStylesheets());
    box.getStyleClass().add("popover-content");
    PopOver popOver = new PopOver(box);
    popOver.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
    popOver.setAnimated(false);
    popOver.show(from);
  }

  private void change() {
    showRange();
    if (levels.getHighValue() > levels.getLowValue()) {
      settings.set(
          new SpectrogramSettings(
              window.getValue(),
              length.getValue(),
              Math.rint(levels.getLowValue()),
              Math.max(Math.rint(levels.getLowValue()) + 1, Math.rint(levels.getHighValue())),
              colours.getValue()));
    }
  }

  private void showRange() {
    range.setText(
        String.format(
            Locale.ROOT,
            "Floor %.0f dBFS, ceiling %.0f dBFS. A short window shows pulses, a long one"
                + " harmonics.",
            levels.getLowValue(),
            levels.getHighValue()));
    range.setWrapText(true);
  }

  private static <T> StringConverter<T> words(Function<T, String> text) {
    return new StringConverter<>() {
      @Override
      public String toString(T value) {
        return value == null ? "" : text.apply(value);
      }

      @Override
      public T fromString(String words) {
        throw new UnsupportedOperationException("nothing is typed here");
      }
    };
  }
}
