package org.palimpsest.app.ui.session;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.palimpsest.app.words.Count;
import org.palimpsest.evidence.verify.VerificationReport;

/** What is known of the integrity of the open case. */
public final class Verification {
  /** How it stands, for a badge. */
  public enum State {
    UNKNOWN,
    RUNNING,
    VERIFIED,
    FINDINGS
  }

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final ZoneId zone;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.UNKNOWN);
  private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("not verified yet");
  private Optional<VerificationReport> report = Optional.empty();

  Verification(ZoneId zone) {
    this.zone = zone;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty lineProperty() {
    return line.getReadOnlyProperty();
  }

  /** All findings with what they prove, and all remarks, a line each. */
  public String details() {
    if (report.isEmpty()) {
      return "The case was not verified since it was opened.";
    }
    VerificationReport r = report.get();
    List<String> lines = r.lines();
    return String.format(
        Locale.ROOT,
        "%s%n%s, %s, %s read to the end.%n%n%s%n%s",
        r.verified() ? "Verified." : "NOT verified: " + Count.of(r.findings().size(), "finding"),
        Count.of(r.entries(), "entry"),
        Count.of(r.checkpoints(), "checkpoint"),
        Count.of(r.blobs(), "blob"),
        String.join("\n", lines.subList(1, lines.size())),
        r.newestCheckpoint().map(c -> "\nNewest checkpoint:\n" + c).orElse(""));
  }

  void begin() {
    state.set(State.RUNNING);
    line.set("verifying");
  }

  void end(VerificationReport result) {
    report = Optional.of(result);
    String at = CLOCK.format(Instant.now().atZone(zone));
    if (result.verified()) {
      state.set(State.VERIFIED);
      line.set(
          String.format(
              Locale.ROOT,
              "verified at %s, %s%s",
              at,
              Count.of(result.entries(), "entry"),
              result.anchored() ? "" : ", not anchored"));
    } else {
      state.set(State.FINDINGS);
      line.set("NOT verified at " + at + ": " + Count.of(result.findings().size(), "finding"));
    }
  }

  void failed() {
    state.set(State.UNKNOWN);
    line.set("could not be verified");
  }

  void outdated() {
    if (state.get() == State.VERIFIED) {
      state.set(State.UNKNOWN);
      line.set("new entries since the last verification");
    }
  }
}
