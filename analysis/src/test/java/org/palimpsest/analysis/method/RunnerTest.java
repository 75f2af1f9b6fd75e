package org.palimpsest.analysis.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.RefusedException;

@DisplayName("The runner turns")
final class RunnerTest {
  private static final Outcome.Visitor<String, String> TELLER =
      new Outcome.Visitor<>() {
        @Override
        public String completed(String value) {
          return "completed " + value;
        }

        @Override
        public String failed(Outcome.Cause cause, String line) {
          return "failed " + cause + " " + line;
        }

        @Override
        public String cancelled() {
          return "cancelled";
        }

        @Override
        public String notApplicable(String reason) {
          return "not applicable " + reason;
        }
      };

  @Test
  @DisplayName("a result into itself")
  void completes() {
    assertThat(tell(() -> new Outcome.Completed<>("x"))).isEqualTo("completed x");
    assertThat(tell(() -> new Outcome.NotApplicable<>("too short")))
        .isEqualTo("not applicable too short");
  }

  @Test
  @DisplayName("a refusal into a failure of the input, in one line")
  void refuses() {
    assertThat(
            tell(
                () -> {
                  throw new RefusedException("a.wav:\r\n empty\n", new IllegalStateException());
                }))
        .isEqualTo("failed INPUT a.wav:  empty");
  }

  @Test
  @DisplayName("a cancellation into a cancelled outcome")
  void cancels() {
    assertThat(
            tell(
                () -> {
                  Cancellation always = () -> true;
                  always.check();
                  return new Outcome.Completed<>("x");
                }))
        .isEqualTo("cancelled");
  }

  @Test
  @DisplayName("a fault of the program into a defect that names it")
  void reportsDefects() {
    assertThat(
            tell(
                () -> {
                  throw new IllegalStateException("oops");
                }))
        .isEqualTo("failed DEFECT java.lang.IllegalStateException: oops");
  }

  @Test
  @DisplayName("a lack of memory into a failure of the input")
  void reportsMemory() {
    assertThat(
            tell(
                () -> {
                  throw new OutOfMemoryError("heap");
                }))
        .startsWith("failed INPUT not enough memory");
  }

  @Test
  @DisplayName("nothing into a cancellation that nobody asked for")
  void neverCancels() {
    assertThatCode(Cancellation.NEVER::check).doesNotThrowAnyException();
    assertThatCode(() -> Progress.NONE.at("x", 0.5)).doesNotThrowAnyException();
    Cancellation always = () -> true;
    assertThatThrownBy(always::check)
        .isInstanceOf(CancelledException.class)
        .hasMessage("cancelled by the examiner");
  }

  private static String tell(Runner.Work<String> work) {
    return Runner.run(work).accept(TELLER);
  }
}
