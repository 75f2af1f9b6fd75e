package org.palimpsest.app.ui.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.app.figure.TrackKind;
import org.palimpsest.app.figure.TrackSource;
import org.palimpsest.app.task.BackgroundTasks;
import org.palimpsest.app.task.ErrorLog;
import org.palimpsest.app.ui.Bench;

@DisplayName("tracks of a lane")
final class LaneTracksTest {
  private static final int SECONDS = 150;
  private static final int HERTZ = 16_000;

  private final Lane lane =
      Lane.of(Lane.Kind.PROTECTED, "Q1", "call.wav", "SHA-256 00", Bench.voice(SECONDS, 120));
  private final TimeAxis axis = new TimeAxis();
  private final ObjectProperty<Set<TrackKind>> chosen =
      new SimpleObjectProperty<>(Set.of(TrackKind.INTENSITY, TrackKind.FORMANTS));
  private final Queue<Runnable> drawing = new ArrayDeque<>();
  private final ErrorLog errors = new ErrorLog(Clock.systemUTC());
  private final LaneTracks tracks =
      new LaneTracks(
          lane,
          axis,
          chosen,
          new BackgroundTasks(Runnable::run, drawing::add, Runnable::run, System::nanoTime, errors),
          () -> {});

  @BeforeEach
  void show() {
    axis.resize(1000);
    axis.show(lane.length(), HERTZ);
  }

  private void look(int fromSecond, int toSecond) {
    axis.zoomTo(new SampleRange(fromSecond * HERTZ, toSecond * HERTZ));
    tracks.want();
  }

  private int draw() {
    int pieces = 0;
    while (!drawing.isEmpty()) {
      assertThat(drawing).as("no spectrogram waits long").hasSizeLessThanOrEqualTo(4);
      drawing.remove().run();
      pieces++;
    }
    assertThat(errors.notes()).isEmpty();
    return pieces;
  }

  @Test
  @DisplayName("are summed up where more than two minutes are seen, and no formants are measured")
  void far() {
    tracks.want();
    assertThat(tracks.complete()).isFalse();
    assertThat(draw()).isEqualTo((SECONDS + 3) / 4);
    assertThat(tracks.complete()).isTrue();
    double at = 100.1 * HERTZ;
    assertThat(tracks.words(at)).matches("intensity −\\d+ to −\\d+ dBFS within 0.25 s");
  }

  @Test
  @DisplayName("have the figures of each frame where less is seen")
  void near() {
    look(60, 70);
    draw();
    double at = 64.3 * HERTZ;
    TrackSource source = new TrackSource(lane.clip());
    assertThat(tracks.words(at).replace('−', '-'))
        .startsWith(source.tile(TrackKind.FORMANTS, 16).words(at))
        .endsWith(source.tile(TrackKind.INTENSITY, 16).words(at));
  }

  @Test
  @DisplayName("are measured beside what is seen, too, and no longer where nobody looks any more")
  void dropped() {
    chosen.set(Set.of(TrackKind.INTENSITY));
    tracks.want();
    drawing.remove().run();
    look(40, 60); // pieces 10 to 14, and one and a half beside
    int begun = 2; // of what was asked first
    assertThat(draw()).isLessThanOrEqualTo(begun + 5 + 4);
    assertThat(tracks.complete()).isTrue();
    look(60, 64);
    assertThat(tracks.complete()).as("it was beside before").isTrue();
    assertThat(tracks.words(100.0 * HERTZ)).isEmpty();
  }
}
