package org.palimpsest.app.ui.lanes;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.palimpsest.analysis.audio.SampleRate;
import org.palimpsest.app.casework.CaseView;
import org.palimpsest.app.casework.Exhibit;
import org.palimpsest.app.casework.StepView;
import org.palimpsest.app.task.BackgroundTask;
import org.palimpsest.app.ui.session.CaseSession;
import org.palimpsest.app.ui.session.CaseSounds;

/** Reads the signals that are opened, one wish at a time: a new one ends what was under way. */
final class LaneReader {
  /** Hears what becomes of the newest wish, on the window's thread. */
  interface Listener {
    /** There is more of the first signal, but not all of it. */
    void arrived(Lane beginning);

    void read(Lane first, Optional<Lane> second);

    /** Why is among the errors. */
    void failed();
  }

  private final CaseSession session;
  private final Listener listener;
  private Optional<BackgroundTask> task = Optional.empty();
  private int newest;

  LaneReader(CaseSession session, Listener listener) {
    this.session = session;
    this.listener = listener;
  }

  /** Reads an exhibit with its newest restoration, or a restoration with what it came from. */
  void read(String id) {
    stop();
    int wish = newest;
    CaseView view = session.now().view();
    Optional<StepView> restoration =
        view.restoration(id)
            .or(
                () ->
                    view.restorationsOf(id).stream()
                        .filter(StepView::completed)
                        .reduce((first, second) -> second));
    String subject = restoration.map(StepView::subject).orElse(id);
    Optional<Exhibit> exhibit = view.exhibit(subject);
    int length = exhibit.flatMap(Exhibit::facts).map(LaneReader::length).orElse(0);
    Lane.Kind kind = subject.startsWith("R") ? Lane.Kind.RESTORED : Lane.Kind.PROTECTED;
    String title = exhibit.map(Exhibit::label).orElse("restoration");
    BackgroundTask reading =
        session
            .sounds()
            .read(
                subject,
                growing(signal -> Lane.of(kind, subject, title, origin(signal), signal.clip())),
                lane -> arrived(wish, lane, length),
                lane -> firstRead(wish, lane, restoration));
    follow(wish, reading);
  }

  /** Ends what is under way; nothing is heard of it any more. */
  void stop() {
    newest++;
    task.ifPresent(BackgroundTask::cancel);
    task = Optional.empty();
  }

  private void arrived(int wish, Lane lane, int length) {
    if (wish == newest && lane.length() < length) {
      listener.arrived(lane.beginningOf(length));
    }
  }

  private void firstRead(int wish, Lane first, Optional<StepView> restoration) {
    if (wish != newest) {
      return;
    }
    if (restoration.isEmpty()) {
      listener.read(first, Optional.empty());
      return;
    }
    StepView step = restoration.get();
    String title = "by " + step.method() + " from " + step.subject();
    BackgroundTask reading =
        session
            .sounds()
            .restored(
                step.id(),
                (signal, confidence) ->
                    Lane.of(Lane.Kind.RESTORED, step.id(), title, origin(signal), signal.clip())
                        .with(confidence),
                second -> {
                  if (wish == newest) {
                    listener.read(first, Optional.of(second));
                  }
                });
    follow(wish, reading);
  }

  private void follow(int wish, BackgroundTask reading) {
    task = Optional.of(reading);
    reading.stateProperty().addListener((property, before, now) -> tell(wish, now));
    tell(wish, reading.stateProperty().get());
  }

  private void tell(int wish, BackgroundTask.State state) {
    if (wish == newest && state == BackgroundTask.State.FAILED) {
      listener.failed();
    }
  }

  /** What was made of a beginning is used again for a longer one. */
  private static Function<CaseSounds.Signal, Lane> growing(
      Function<CaseSounds.Signal, Lane> first) {
    AtomicReference<Lane> last = new AtomicReference<>();
    return signal ->
        last.updateAndGet(lane -> lane == null ? first.apply(signal) : lane.grownTo(signal.clip()));
  }

  private static int length(Exhibit.Facts facts) {
    long samples = facts.frames() * SampleRate.WORKING.hertz();
    return (int) Math.min(Integer.MAX_VALUE, -Math.floorDiv(-samples, facts.sampleRateHz()));
  }

  private static String origin(CaseSounds.Signal signal) {
    return "SHA-256 " + signal.sha256();
  }
}
