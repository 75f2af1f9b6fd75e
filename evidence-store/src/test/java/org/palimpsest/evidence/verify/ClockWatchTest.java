package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the verifier flags times")
final class ClockWatchTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private final Flags flags = new Flags();
  private final ClockWatch watch = new ClockWatch(NOW, flags);

  @Test
  @DisplayName("that do not, where they go on, rest for up to 90 days, or stand still")
  void sound() {
    see("2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z");
    see("2026-04-02T00:00:00Z", "2026-06-01T00:00:00Z");
    assertThat(flags.list()).isEmpty();
  }

  @Test
  @DisplayName("that go back, until they have caught up")
  void back() {
    see("2026-01-03T00:00:00Z", "2026-01-02T00:00:00Z", "2026-01-02T12:00:00Z");
    see("2026-01-03T00:00:00Z");
    assertThat(flags.list())
        .extracting(Flag::cause)
        .containsExactly(FlagCause.CLOCK_SET_BACK, FlagCause.CLOCK_SET_BACK);
    assertThat(flags.list().get(0).seq()).contains(1L);
  }

  @Test
  @DisplayName("that jump, and say by how many days")
  void jump() {
    see("2026-01-01T00:00:00Z", "2026-04-01T00:00:00.001Z");
    assertThat(flags.list())
        .singleElement()
        .matches(
            flag -> flag.cause() == FlagCause.CLOCK_JUMPED && flag.words().contains("90 days"));
  }

  @Test
  @DisplayName("that are later than now, the first one too")
  void ahead() {
    see("2026-06-01T00:00:00.001Z");
    assertThat(flags.list())
        .singleElement()
        .matches(flag -> flag.cause() == FlagCause.CLOCK_AHEAD && flag.seq().isPresent());
  }

  private long seq;

  private void see(String... times) {
    for (String time : times) {
      watch.see(seq++, Instant.parse(time));
    }
  }
}
