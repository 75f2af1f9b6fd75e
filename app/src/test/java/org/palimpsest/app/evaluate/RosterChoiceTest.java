package org.palimpsest.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.evaluation.Scenario;
import org.palimpsest.analysis.inference.InferenceEngine;
import org.palimpsest.analysis.inference.ModelCatalogue;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.inference.PackageCheck;
import org.palimpsest.app.testing.Bench;

@DisplayName("the packages of an evaluation")
final class RosterChoiceTest {
  private static final String ENCODER = Bench.reference("palimpsest-encoder");

  @TempDir private Path folder;
  private final RosterChoice choice =
      new RosterChoice(
          new ModelCatalogue(List.of(Bench.SHIPPED)), new PackageCheck(new InferenceEngine()));

  /**
   * The shipped protector under another name, which has no remover, with another victim or none.
   */
  private String renamed(String name, String victimField) throws Exception {
    Path copy = folder.resolve(name);
    Bench.copyFolder(Bench.shipped("ssed-protector"), copy);
    Path json = copy.resolve("model.json");
    Files.writeString(
        json,
        Files.readString(json)
            .replace("\"id\": \"ssed-protector\"", "\"id\": \"" + name + "\"")
            .replace("\"victim\": \"" + ENCODER + "\",", victimField));
    return copy.toString();
  }

  @Test
  @DisplayName("are all that are installed where none is named")
  void all() throws Exception {
    Roster roster = choice.choose(SmallData.request(Path.of("data"), Optional.empty()));
    assertThat(roster.packages())
        .extracting(ModelPackage::reference)
        .contains(Bench.reference("ssed-protector"), Bench.reference("ssed-remover"), ENCODER);
    assertThat(roster.defences().get(0).removals())
        .extracting(Removal::condition)
        .containsExactly("rst inversion", "rst learned-remover");
    assertThat(roster.defences().get(0).removals())
        .extracting(Removal::scenario)
        .containsOnly(Scenario.WELL_INFORMED);
  }

  @Test
  @DisplayName("tell the box by the victim that the protector names, whatever the option")
  void victimDecides() throws Exception {
    String other = renamed("other", "\"victim\": \"somebody@9\",");
    String silent = renamed("silent", "");
    ModelPackage shipped = ModelPackage.open(Bench.shipped("ssed-protector"));
    Judge white = choice.choose(SmallData.judged(List.of(ENCODER), List.of())).judges().get(0);
    Judge black = choice.choose(SmallData.judged(List.of(), List.of(ENCODER))).judges().get(0);
    assertThat(white.box(shipped)).isEqualTo(Judge.Box.WHITE);
    assertThat(black.box(shipped)).isEqualTo(Judge.Box.WHITE);
    assertThat(white.box(ModelPackage.open(Path.of(other)))).isEqualTo(Judge.Box.BLACK);
    assertThat(white.box(ModelPackage.open(Path.of(silent)))).isEqualTo(Judge.Box.WHITE);
    assertThat(black.box(ModelPackage.open(Path.of(silent)))).isEqualTo(Judge.Box.BLACK);
    assertThat(
            new Judge(white.encoder(), Judge.Box.UNSTATED)
                .box(ModelPackage.open(Path.of(silent)))
                .words())
        .isEqualTo("not stated");
  }

  @Test
  @DisplayName("make a remover of another protector semi-informed, the inversion well-informed")
  void scenarios() throws Exception {
    String other = renamed("other", "");
    Roster removers = choice.choose(SmallData.attacked(other, "learned-remover"));
    Removal removal = removers.defences().get(0).removals().get(0);
    assertThat(removal.scenario()).isEqualTo(Scenario.SEMI_INFORMED);
    assertThat(removal.request().remover().get().reference())
        .isEqualTo(Bench.reference("ssed-remover"));
    Removal inversion =
        choice.choose(SmallData.attacked(other, "inversion")).defences().get(0).removals().get(0);
    assertThat(inversion.scenario()).isEqualTo(Scenario.WELL_INFORMED);
    assertThat(inversion.request().remover()).isEmpty();
    Defence defence = removers.defences().get(0);
    assertThat(Condition.scenario("rst learned-remover", defence)).hasValue(Scenario.SEMI_INFORMED);
    assertThat(Condition.scenario("qt", defence)).hasValue(Scenario.IGNORANT);
    assertThat(Condition.scenario("adv", defence)).isEmpty();
  }

  @Test
  @DisplayName("are named once, however often they are asked for")
  void once() throws Exception {
    Roster roster =
        choice.choose(SmallData.judged(List.of(ENCODER, "palimpsest-encoder"), List.of()));
    assertThat(roster.judges()).hasSize(1);
    assertThat(roster.packages()).doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("are refused by name: of a wrong kind, unknown, or on both sides")
  void refuses() {
    assertRefused(SmallData.attacked("ssed-remover", "inversion"), "is a remover, not a protector");
    assertRefused(SmallData.attacked("nobody", "inversion"), "nobody: neither an installed");
    assertRefused(SmallData.attacked("ssed-protector", "magic"), "no restoration method \"magic\"");
    assertRefused(SmallData.judged(List.of("ssed-remover"), List.of()), "not a speaker-encoder");
    assertRefused(
        SmallData.judged(List.of(ENCODER), List.of(ENCODER)), "named both with --encoder and");
  }

  @Test
  @DisplayName("are refused where nothing of a kind is installed")
  void nothingInstalled() {
    RosterChoice empty =
        new RosterChoice(
            new ModelCatalogue(List.of(folder)), new PackageCheck(new InferenceEngine()));
    assertThatThrownBy(() -> empty.choose(SmallData.request(folder, Optional.empty())))
        .isInstanceOf(RefusedException.class)
        .hasMessage("no protector package is installed; see 'model list'");
  }

  private void assertRefused(EvaluationRequest request, String words) {
    assertThatThrownBy(() -> choice.choose(request))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(words);
  }
}
