package org.palimpsest.app.ui.lanes;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.RangeSlider;
import org.palimpsest.analysis.signal.Window;
import org.palimpsest.app.picture.ColourMap;
import org.palimpsest.app.picture.FrequencyScale;
import org.palimpsest.app.picture.SpectrogramPreset;
import org.palimpsest.app.picture.SpectrogramSettings;
import org.palimpsest.app.ui.form.Callout;
import org.palimpsest.app.ui.form.ChoiceWords;
import org.palimpsest.app.ui.form.FormGrid;

/** How spectrograms are drawn: changeable at any time, during playback too. */
final class SpectrogramControls {
  private static final List<Double> LENGTHS =
      List.of(0.005, 0.010, 0.015, 0.020, 0.025, 0.030, 0.040, 0.050, 0.060, 0.080, 0.100);
  private static final List<Double> OVERLAPS = List.of(0.0, 0.5, 0.75, 0.875, 0.95, 0.98);

  private final ObjectProperty<SpectrogramSettings> settings;
  private final SpectrogramPresets presets;
  private final ComboBox<SpectrogramPreset> preset = new ComboBox<>();
  private final ComboBox<Window> window = choice("window", List.of(Window.values()), Window::title);
  private final ComboBox<Double> length =
      choice("length", LENGTHS, s -> String.format(Locale.ROOT, "%.0f ms", s * 1000));
  private final ComboBox<Double> overlap =
      choice("overlap", OVERLAPS, s -> SpectrogramSettings.percent(s) + " %");
  private final ComboBox<Integer> padding =
      choice("padding", List.of(1, 2, 4, 8), n -> n == 1 ? "none" : n + " times as long");
  private final ComboBox<FrequencyScale> scale =
      choice("scale", List.of(FrequencyScale.values()), FrequencyScale::title);
  private final ComboBox<ColourMap> colours =
      choice("colours", List.of(ColourMap.values()), ColourMap::title);
  private final RangeSlider levels = new RangeSlider(-160, 0, -110, -30);
  private final TextField name = new TextField();
  private final Button keep = new Button("Keep");
  private final Button forget = new Button("Forget");
  private final Label note = new Label();
  private boolean showing;

  SpectrogramControls(ObjectProperty<SpectrogramSettings> settings, SpectrogramPresets presets) {
    this.settings = settings;
    this.presets = presets;
    preset.setId("spectrogram-preset");
    preset.setItems(presets.all());
    preset.setConverter(new ChoiceWords<>(SpectrogramPreset::name));
    preset.setPromptText("own settings");
    levels.setShowTickMarks(true);
    levels.setMajorTickUnit(40);
    levels.setShowTickLabels(true);
    levels.setBlockIncrement(5);
    levels.setId("spectrogram-levels");
    name.setId("preset-name");
    name.setPromptText("name for these settings");
    keep.setId("preset-keep");
    keep.setAccessibleText("Keep these settings as a preset under the name");
    keep.setOnAction(event -> keep());
    name.setOnAction(event -> keep());
    forget.setId("preset-forget");
    forget.setAccessibleText("Forget the chosen preset");
    forget.setTooltip(new Tooltip("Forget the chosen preset; built-in ones stay"));
    forget.setOnAction(event -> Optional.ofNullable(preset.getValue()).ifPresent(presets::remove));
    preset.valueProperty().addListener((property, before, now) -> choose(now));
    for (ObservableValue<?> value :
        List.<ObservableValue<?>>of(
            window.valueProperty(),
            length.valueProperty(),
            overlap.valueProperty(),
            padding.valueProperty(),
            scale.valueProperty(),
            colours.valueProperty(),
            levels.lowValueProperty(),
            levels.highValueProperty())) {
      value.addListener((property, before, now) -> change());
    }
    settings.addListener((property, before, now) -> show(now));
    show(settings.get());
  }

  Button button() {
    Button button = new Button("Spectrogram…");
    button.setId("spectrogram-settings");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setTooltip(new Tooltip("How the spectrogram is drawn (S)"));
    button.setOnAction(event -> open(button));
    return button;
  }

  private void open(Node from) {
    note.getStyleClass().setAll("label", "form-why");
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    FormGrid grid =
        new FormGrid(104)
            .row("Preset", preset)
            .row("Window", window)
            .row("Length", length)
            .row("Overlap", overlap)
            .row("Zero padding", padding)
            .row("Frequency", scale)
            .row("Colours", colours)
            .row("Levels, dBFS", levels);
    name.setAccessibleText("Name of a preset");
    keep.setMinWidth(Region.USE_PREF_SIZE);
    forget.setMinWidth(Region.USE_PREF_SIZE);
    HBox own = new HBox(8, name, keep, forget);
    HBox.setHgrow(name, Priority.ALWAYS);
    VBox box = new VBox(12, grid, own, note);
    box.setPrefWidth(380);
    new Callout("Spectrogram", box, from, PopOver.ArrowLocation.TOP_RIGHT);
    preset.requestFocus();
  }

  private void show(SpectrogramSettings now) {
    showing = true;
    window.setValue(now.window());
    length.setValue(now.windowSeconds());
    overlap.setValue(now.overlap());
    padding.setValue(now.zeroPadding());
    scale.setValue(now.scale());
    colours.setValue(now.colours());
    levels.setLowValue(levels.getMin()); // or one limit would hold the other back
    levels.setHighValue(now.ceilingDb());
    levels.setLowValue(now.floorDb());
    preset.setValue(presets.of(now).orElse(null));
    forget.setDisable(preset.getValue() == null || !presets.own(preset.getValue()));
    note.setText(now.describe() + ". A short window shows pulses, a long one harmonics.");
    showing = false;
  }

  private void choose(SpectrogramPreset chosen) {
    if (!showing && chosen != null) {
      settings.set(chosen.settings());
    }
  }

  private void change() {
    if (!showing && levels.getHighValue() > levels.getLowValue()) {
      double floor = Math.rint(levels.getLowValue());
      settings.set(
          new SpectrogramSettings(
              window.getValue(),
              length.getValue(),
              overlap.getValue(),
              padding.getValue(),
              floor,
              Math.max(floor + 1, Math.rint(levels.getHighValue())),
              scale.getValue(),
              colours.getValue()));
    }
  }

  private void keep() {
    Optional<String> problem = presets.keep(name.getText(), settings.get());
    if (problem.isPresent()) {
      note.setText(problem.get());
    } else {
      name.clear();
      show(settings.get());
    }
  }

  private static <T> ComboBox<T> choice(String id, List<T> values, Function<T, String> text) {
    ComboBox<T> box = new ComboBox<>();
    box.setId("spectrogram-" + id);
    box.getItems().addAll(values);
    box.setConverter(new ChoiceWords<>(text));
    return box;
  }
}
