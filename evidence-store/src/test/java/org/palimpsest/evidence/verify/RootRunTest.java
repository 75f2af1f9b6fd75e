package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("checkpoints that do not fit the entries mean")
final class RootRunTest {
  private final Findings findings = new Findings();
  private final RootRun run = new RootRun(findings);

  @Test
  @DisplayName("nothing where all fit")
  void sound() {
    see("++++");
    assertThat(findings.list()).isEmpty();
  }

  @Test
  @DisplayName("a changed entry where none fits from one on")
  void entry() {
    see("++---");
    assertFinding(Cause.ENTRY_EDITED, 3, "nor do 2 later ones: entry 2 was changed");
  }

  @Test
  @DisplayName("a changed entry where only the newest does not, and is signed")
  void newestEntry() {
    see("++-");
    assertFinding(Cause.ENTRY_EDITED, 3, "its root does not fit the entries: entry 2 was changed");
  }

  @Test
  @DisplayName("a changed checkpoint where only the newest does not, and is not signed")
  void newestCheckpoint() {
    see("++x");
    assertFinding(Cause.CHECKPOINT_EDITED, 3, "its root is not that of the entries");
  }

  @Test
  @DisplayName("changed checkpoints where later ones fit")
  void checkpoints() {
    see("+--+");
    assertFinding(Cause.CHECKPOINT_EDITED, 2, "like 1 after it");
  }

  @Test
  @DisplayName("each for itself")
  void several() {
    see("-+xx");
    assertThat(findings.list())
        .extracting(Finding::cause)
        .containsExactly(Cause.CHECKPOINT_EDITED, Cause.ENTRY_EDITED);
    assertThat(findings.list().get(0).words()).doesNotContain("after it");
    assertThat(findings.list().get(1).seq()).contains(3L);
  }

  /** A plus fits, a minus does not and is signed, an x does not and is not signed. */
  private void see(String row) {
    for (int i = 0; i < row.length(); i++) {
      run.add(i + 1L, row.charAt(i) == '+', row.charAt(i) != 'x');
    }
    run.end();
  }

  private void assertFinding(Cause cause, long size, String words) {
    assertThat(findings.list())
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.cause()).isEqualTo(cause);
              assertThat(f.seq()).isEqualTo(Optional.of(size));
              assertThat(f.words()).contains(words);
            });
  }
}
