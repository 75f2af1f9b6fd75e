package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.evidence.format.VerifyingKey;

@DisplayName("the signers of checkpoints")
final class SignersTest {
  private static final VerifyingKey KEY =
      new VerifyingKey("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");
  private static final Person ONE = new Person("one", KEY, "00000001", Role.EXAMINER);
  private static final Person TWO = new Person("two", KEY, "00000002", Role.REVIEWER);
  private final Signers signers = new Signers();

  @Test
  @DisplayName("are the actors of the entries before")
  void byActor() {
    add(ONE, ONE, TWO, ONE);
    assertThat(signers.ofCheckpoint(0)).isEmpty();
    assertThat(signers.ofCheckpoint(1)).contains(ONE);
    assertThat(signers.ofCheckpoint(3)).contains(TWO);
    assertThat(signers.ofCheckpoint(4)).contains(ONE);
    assertThat(signers.ofCheckpoint(5)).isEmpty();
    assertThat(signers.lastOfEach()).containsExactly(2L, 3L, 4L);
  }

  @Test
  @DisplayName("are unknown where an entry cannot be read")
  void unknown() {
    add(ONE, null, ONE);
    assertThat(signers.ofCheckpoint(2)).isEmpty();
    assertThat(signers.lastOfEach()).containsExactly(1L, 2L, 3L);
    assertThat(new Signers().lastOfEach()).isEmpty();
  }

  @Test
  @DisplayName("are kept for any number of entries")
  void many() {
    for (int i = 0; i < 1000; i++) {
      signers.add(Optional.of(i < 500 ? ONE : TWO));
    }
    assertThat(signers.lastOfEach()).containsExactly(500L, 1000L);
    assertThat(signers.ofCheckpoint(500)).contains(ONE);
    assertThat(signers.ofCheckpoint(501)).contains(TWO);
  }

  private void add(Person... people) {
    for (Person person : people) {
      signers.add(Optional.ofNullable(person));
    }
  }
}
