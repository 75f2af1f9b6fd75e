package org.palimpsest.app.ui.lanes;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import org.palimpsest.app.ui.playback.JavaSoundOutput;
import org.palimpsest.app.ui.playback.PlaybackBar;
import org.palimpsest.app.ui.playback.PlaybackViewModel;
import org.palimpsest.app.ui.playback.SoundOutput;
import org.palimpsest.app.ui.session.CaseSession;

/** Listening to the lanes: those as long as the first are offered. */
final class LaneSound {
  private final LanesViewModel model;
  private final PlaybackViewModel playback;
  private final PlaybackBar bar;
  private final BlindTests blindTests;

  LaneSound(LanesViewModel model, CaseSession session) {
    this.model = model;
    SoundOutput output = new JavaSoundOutput();
    TimeAxis axis = model.axis();
    blindTests = new BlindTests(model, session, output);
    playback =
        new PlaybackViewModel(
            output,
            session.tasks(),
            () -> axis.cursorProperty().get(),
            () -> axis.selectionProperty().get(),
            axis::moveCursor);
    bar = new PlaybackBar(playback, this::beginBlindTest);
    model.lanes().addListener((ListChangeListener<Lane>) change -> offer());
  }

  Node node() {
    return bar.node();
  }

  /** Why nothing can be heard. */
  Node why() {
    return bar.why();
  }

  void toggle() {
    playback.toggle();
  }

  void stop() {
    playback.stop();
  }

  void beginBlindTest() {
    if (blindTests.possible()) {
      playback.stop();
      blindTests.begin(bar.node().getScene().getWindow());
    }
  }

  private void offer() {
    List<Lane> heard =
        model.lanes().stream()
            .filter(lane -> lane.clip().length() == model.lanes().get(0).clip().length())
            .toList();
    playback.offer(heard.stream().map(Lane::clip).toList());
    bar.name(heard.stream().map(Lane::id).toList(), blindTests.possible());
  }
}
