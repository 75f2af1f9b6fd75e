package org.palimpsest.analysis.restoration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.inference.TinyPackages;
import org.palimpsest.analysis.method.AnalysisPlan;

@DisplayName("The planner of restorations")
final class RestorationPlannerTest {
  private static final String INPUT = "ab".repeat(32);

  private final RestorationPlanner planner = new RestorationPlanner();
  private ModelPackage protector;
  private ModelPackage remover;

  @BeforeEach
  void makePackages() throws RefusedException {
    protector = TinyPackages.of("protector", TinyPackages.scale(0.01f), 0);
    remover = TinyPackages.of("remover", TinyPackages.scale(0.02f), 0);
  }

  @Test
  @DisplayName("states every parameter, input and model of an inversion")
  void statesEverything() throws Exception {
    PlannedRestoration planned = plan("inversion", Map.of("iterations", "7"), protector, remover);
    AnalysisPlan plan = planned.plan();
    assertThat(plan.method()).isEqualTo("inversion");
    assertThat(plan.version()).isEqualTo("2");
    SortedMap<String, String> expected = planner.defaults("inversion");
    expected.put("iterations", "7");
    assertThat(plan.parameters()).isEqualTo(expected).hasSize(16);
    assertThat(plan.inputs()).containsExactly(INPUT);
    assertThat(plan.models()).containsExactly(protector.use(), remover.use());
    assertThat(planned.models()).containsExactly(protector, remover);
  }

  @Test
  @DisplayName("plans an older version as it was planned then, when asked for it")
  void plansOlderVersions() throws Exception {
    AnalysisPlan plan = plan("inversion@1", Map.of(), protector, remover).plan();
    assertThat(plan.method()).isEqualTo("inversion");
    assertThat(plan.version()).isEqualTo("1");
    assertThat(plan.parameters())
        .isEqualTo(
            Map.of(
                "iterations", "30",
                "guardSamples", "400",
                "growth", "1.2",
                "settledLsb", "0.02",
                "chunkSamples", "32000",
                "start", "remover"));
    assertThat(plan("inversion@2", Map.of(), protector, remover).plan())
        .isEqualTo(plan("inversion", Map.of(), protector, remover).plan());
    assertThat(planner.needsProtector("inversion@1")).isTrue();
    assertRefused("inversion@3", protector, remover, "no restoration method \"inversion@3\"");
  }

  @Test
  @DisplayName("states that the exhibit is the start where no remover is known or none is wanted")
  void statesTheStart() throws Exception {
    AnalysisPlan alone = plan("inversion", Map.of(), protector, null).plan();
    assertThat(alone.parameters()).containsEntry("start", "exhibit");
    assertThat(alone.models()).containsExactly(protector.use());
    AnalysisPlan unwanted =
        plan("inversion", Map.of("start", "exhibit"), protector, remover).plan();
    assertThat(unwanted.parameters()).containsEntry("start", "exhibit");
    assertThat(unwanted.models()).containsExactly(protector.use());
  }

  @Test
  @DisplayName("plans a learned remover with its own parameters alone")
  void plansARemover() throws Exception {
    AnalysisPlan plan = plan("learned-remover", Map.of(), null, remover).plan();
    assertThat(plan.parameters()).isEqualTo(Map.of("chunkSamples", "32000"));
    assertThat(plan.models()).containsExactly(remover.use());
    assertThat(planner.methods()).containsExactly("inversion", "learned-remover");
    assertThat(planner.needsProtector("inversion")).isTrue();
    assertThat(planner.needsProtector("learned-remover")).isFalse();
    assertThat(planner.defaults("learned-remover")).isEqualTo(plan.parameters());
  }

  @Test
  @DisplayName("makes plans that nobody can change, equal for equal requests")
  void plansAreValues() throws Exception {
    AnalysisPlan plan = plan("inversion", Map.of(), protector, null).plan();
    assertThat(plan).isEqualTo(plan("inversion", Map.of(), protector, null).plan());
    assertThatThrownBy(() -> plan.parameters().put("iterations", "1"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> plan.inputs().add("x"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource({
    "iterations, many, 'iterations is a whole number, not \"many\"'",
    "iterations, 2.5, iterations is a whole number",
    "iterations, 0, iterations lies between 1 and 1000",
    "iterations, 1001, iterations lies between 1 and 1000",
    "history, 21, history lies between 0 and 20",
    "windowSamples, 159, windowSamples lies between 160 and 160000",
    "regularisation, small, 'regularisation is a number, not \"small\"'",
    "regularisation, NaN, regularisation must lie between 0 and 1000",
    "startNoise, -1, startNoise must lie between 0 and 1000",
    "starts, 4, starts lies between 1 and 3",
    "safeguard, maybe, 'safeguard is either yes or no, not \"maybe\"'",
    "gridRounds, -1, gridRounds must be at least 0",
    "marginContexts, 0, marginContexts must be at least 1",
    "settledLsb, 0, settledLsb must lie between",
    "settledLsb, 1e9, settledLsb must lie between",
    "chunkSamples, 1599, chunkSamples must be at least 1600",
    "chunkSamples, 99999999999, chunkSamples is a whole number",
    "start, middle, 'start is either remover or exhibit, not \"middle\"'",
    "speed, 1, 'inversion has no parameter \"speed\"; it has [ambiguousLsb, boundFactor,'"
  })
  @DisplayName("refuses a parameter by name:")
  void refusesParameters(String name, String value, String reason) {
    assertThatThrownBy(() -> plan("inversion", Map.of(name, value), protector, null))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource({
    "guardSamples, 0, guardSamples lies between 1 and 160000",
    "growth, fast, 'growth is a number, not \"fast\"'",
    "history, 3, 'inversion has no parameter \"history\"'"
  })
  @DisplayName("refuses a parameter of an older version by name:")
  void refusesOlderParameters(String name, String value, String reason) {
    assertThatThrownBy(() -> plan("inversion@1", Map.of(name, value), protector, null))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(reason);
  }

  @Test
  @DisplayName("refuses unknown methods, and packages that are missing or of another kind")
  void refusesPackages() {
    assertRefused(
        "magic", protector, remover, "no restoration method \"magic\"; there are inversion,");
    assertRefused("inversion", null, remover, "inversion needs a protector package; none fits");
    assertRefused("learned-remover", protector, null, "learned-remover needs a remover package");
    assertRefused("inversion", remover, null, "tiny-remover@1.0.0 is a remover, not a protector");
    assertRefused("inversion", protector, protector, "is a protector, not a remover");
    assertRefused("learned-remover", null, protector, "is a protector, not a remover");
  }

  private void assertRefused(
      String method, ModelPackage protector, ModelPackage remover, String reason) {
    assertThatThrownBy(() -> plan(method, Map.of(), protector, remover))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(reason);
  }

  private PlannedRestoration plan(
      String method, Map<String, String> parameters, ModelPackage protector, ModelPackage remover)
      throws RefusedException {
    return planner.plan(
        new RestorationRequest(
            method, parameters, Optional.ofNullable(protector), Optional.ofNullable(remover)),
        INPUT);
  }
}
