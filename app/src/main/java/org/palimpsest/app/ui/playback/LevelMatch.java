package org.palimpsest.app.ui.playback;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.signal.Levels;
import org.palimpsest.app.task.BackgroundTask;
import org.palimpsest.app.task.BackgroundTasks;

/**
 * Gains at which signals of one length are as loud as the first, by their energy; none is raised so
 * far that it would be clipped. All samples have to be read for it, in the background; until then
 * the gains are 1. For the window's thread only.
 */
final class LevelMatch {
  private final BackgroundTasks tasks;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private List<Double> gains = List.of();
  private Optional<BackgroundTask> task = Optional.empty();
  private int newest;

  LevelMatch(BackgroundTasks tasks) {
    this.tasks = tasks;
  }

  /** Whether gains are not known yet. */
  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** A factor; 1 for the first, for silence, and while nothing is known. */
  double gain(int index) {
    return index < gains.size() ? gains.get(index) : 1;
  }

  /** A gain in decibels, signed, or that it is not known yet. */
  String words(int index) {
    if (busy.get()) {
      return "matching levels…";
    }
    String words = String.format(Locale.ROOT, "%+.1f dB", 20 * Math.log10(gain(index)));
    return words.equals("-0.0 dB") ? "+0.0 dB" : words.replace('-', '−');
  }

  /** Begins with other signals; what was under way for earlier ones is dropped. */
  void match(List<AudioClip> clips) {
    task.ifPresent(BackgroundTask::cancel);
    int wish = ++newest;
    gains = Collections.nCopies(clips.size(), 1.0);
    busy.set(clips.size() > 1);
    if (clips.size() > 1) {
      task =
          Optional.of(
              tasks.quietly(
                  "Matching levels", work -> gains(clips, work), found -> use(wish, found)));
    }
  }

  private void use(int wish, List<Double> found) {
    if (wish == newest) {
      gains = found;
      busy.set(false);
    }
  }

  private static List<Double> gains(List<AudioClip> clips, BackgroundTask task) throws Exception {
    double wanted = Levels.energy(clips.get(0));
    List<Double> gains = new ArrayList<>(List.of(1.0));
    for (AudioClip clip : clips.subList(1, clips.size())) {
      task.check();
      double energy = Levels.energy(clip);
      double gain = energy > 0 && wanted > 0 ? Math.sqrt(wanted / energy) : 1;
      gains.add(gain <= 1 ? gain : Math.max(1, Math.min(gain, 1 / Levels.peak(clip))));
    }
    return gains;
  }
}
