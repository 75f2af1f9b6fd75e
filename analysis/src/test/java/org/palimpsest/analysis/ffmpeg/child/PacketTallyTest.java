package org.palimpsest.analysis.ffmpeg.child;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.ffmpeg.HereFfmpeg;

@DisplayName("What is remarked on")
final class PacketTallyTest {
  private final PacketTally tally = new PacketTally();

  @BeforeEach
  void requireFfmpeg() {
    HereFfmpeg.require();
  }

  @Test
  @DisplayName(
      "is nothing of a whole file, of one that promises nothing, and of a small difference")
  void isNothing() {
    assertThat(tally.remarks(1000, 1000, 50)).isEmpty();
    assertThat(tally.remarks(-1, 1000, 50)).isEmpty();
    assertThat(tally.remarks(1050, 1000, 50)).isEmpty();
    assertThat(tally.remarks(950, 1000, 50)).isEmpty();
    assertThat(tally.skippedAtStart()).isZero();
    assertThat(tally.skippedAtEnd()).isZero();
  }

  @Test
  @DisplayName("is a promise that was not kept, either way")
  void isPromise() {
    assertThat(tally.remarks(1051, 1000, 50))
        .containsExactly("the file promises 1051 samples, 1000 were decoded");
    assertThat(tally.remarks(949, 1000, 50))
        .containsExactly("the file promises 949 samples, 1000 were decoded");
    assertThat(tally.remarks(0, 1000, 50))
        .containsExactly("the file promises 0 samples, 1000 were decoded");
  }

  @Test
  @DisplayName("is each sort of damage, once")
  void isDamage() {
    tally.foreign();
    tally.foreign();
    tally.endedEarly("Input/output error");
    assertThat(tally.remarks(-1, 1000, 50))
        .containsExactly(
            "2 pieces have another sample rate or number of channels and are left out",
            "the file cannot be read to its end (Input/output error)");
  }
}
