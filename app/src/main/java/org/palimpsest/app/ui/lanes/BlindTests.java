package org.palimpsest.app.ui.lanes;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javafx.stage.Window;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.app.ui.playback.BlindTestView;
import org.palimpsest.app.ui.playback.BlindTestViewModel;
import org.palimpsest.app.ui.playback.SoundOutput;
import org.palimpsest.app.ui.session.CaseSession;

/** Blind tests of the first two open signals that the ledger knows. */
final class BlindTests {
  private static final int TRIALS = 12;

  private final LanesViewModel model;
  private final CaseSession session;
  private final SoundOutput output;
  private final RandomGenerator chance = new SecureRandom();

  BlindTests(LanesViewModel model, CaseSession session, SoundOutput output) {
    this.model = model;
    this.session = session;
    this.output = output;
  }

  /** Whether there are two signals to tell apart, and a ledger to enter the result in. */
  boolean possible() {
    return session.writable() && pair().isPresent();
  }

  /** Begins a test on the selection, or on everything. */
  void begin(Window owner) {
    pair()
        .ifPresent(
            pair ->
                new BlindTestView(
                        new BlindTestViewModel(
                            pair,
                            TRIALS,
                            chance::nextBoolean,
                            output,
                            session.tasks(),
                            test -> session.enter(test, entered -> {})))
                    .show(owner));
  }

  private Optional<BlindTestViewModel.Pair> pair() {
    List<Lane> lanes =
        model.lanes().stream().filter(lane -> lane.kind() != Lane.Kind.PERTURBATION).toList();
    if (lanes.size() < 2 || lanes.get(0).clip().length() != lanes.get(1).clip().length()) {
      return Optional.empty();
    }
    Lane a = lanes.get(0);
    Lane b = lanes.get(1);
    SampleRange range =
        model.axis().selectionProperty().get().orElse(new SampleRange(0, a.clip().length()));
    return Optional.of(new BlindTestViewModel.Pair(a.id(), b.id(), a.clip(), b.clip(), range));
  }
}
