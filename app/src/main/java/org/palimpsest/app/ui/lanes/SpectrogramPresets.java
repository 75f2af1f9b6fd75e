package org.palimpsest.app.ui.lanes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.palimpsest.app.picture.PresetFile;
import org.palimpsest.app.picture.SpectrogramPreset;
import org.palimpsest.app.picture.SpectrogramSettings;
import org.palimpsest.app.task.BackgroundTasks;

/** The presets that are offered: built-in ones, then the user's own. For the window's thread. */
final class SpectrogramPresets {
  private final PresetFile file;
  private final BackgroundTasks tasks;
  private final ObservableList<SpectrogramPreset> all =
      FXCollections.observableArrayList(SpectrogramPreset.builtIn());
  private final ObservableList<SpectrogramPreset> shown =
      FXCollections.unmodifiableObservableList(all);

  SpectrogramPresets(PresetFile file, BackgroundTasks tasks) {
    this.file = file;
    this.tasks = tasks;
    tasks.quietly("Reading the spectrogram presets", task -> file.read(), this::add);
  }

  ObservableList<SpectrogramPreset> all() {
    return shown;
  }

  boolean own(SpectrogramPreset preset) {
    return !SpectrogramPreset.builtIn().contains(preset);
  }

  /** The preset with exactly these settings, if there is one. */
  Optional<SpectrogramPreset> of(SpectrogramSettings settings) {
    return all.stream().filter(preset -> preset.settings().equals(settings)).findFirst();
  }

  /**
   * Keeps settings under a name; an own preset of that name is replaced.
   *
   * @return why not, in words
   */
  Optional<String> keep(String name, SpectrogramSettings settings) {
    String clean = name.strip();
    if (clean.isEmpty() || clean.length() > SpectrogramPreset.LONGEST_NAME) {
      return Optional.of("A preset needs a name of at most 60 characters.");
    }
    if (SpectrogramPreset.builtIn().stream().anyMatch(p -> p.name().equals(clean))) {
      return Optional.of("A built-in preset has this name.");
    }
    all.removeIf(preset -> preset.name().equals(clean));
    all.add(new SpectrogramPreset(clean, settings));
    write();
    return Optional.empty();
  }

  /** Forgets an own preset. */
  void remove(SpectrogramPreset preset) {
    if (own(preset) && all.remove(preset)) {
      write();
    }
  }

  private void add(PresetFile.Read read) {
    all.addAll(read.presets());
    read.problem()
        .ifPresent(
            words -> tasks.errors().add("Reading the spectrogram presets", new IOException(words)));
  }

  private void write() {
    List<SpectrogramPreset> own = new ArrayList<>(all);
    own.removeAll(SpectrogramPreset.builtIn());
    tasks.quietly(
        "Keeping the spectrogram presets",
        task -> {
          file.write(own);
          return own.size();
        },
        written -> {});
  }
}
