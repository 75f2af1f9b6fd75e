package org.palimpsest.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.RecordingReader;
import org.palimpsest.analysis.evaluation.Pcm16Wire;
import org.palimpsest.analysis.evaluation.Scenario;
import org.palimpsest.analysis.evaluation.Wire;
import org.palimpsest.analysis.inference.InferenceEngine;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.CancelledException;
import org.palimpsest.analysis.method.Progress;
import org.palimpsest.analysis.restoration.RestorationRequest;
import org.palimpsest.app.testing.Bench;

@DisplayName("the units of an evaluation")
final class UnitRunTest {
  private static final String PROGRAM = "Palimpsest test";

  /** A wire of another name. */
  private record LongWire() implements Wire {
    @Override
    public String id() {
      return "long";
    }

    @Override
    public String words() {
      return "nothing happens";
    }

    @Override
    public AudioClip carry(AudioClip sent) {
      return sent;
    }
  }

  @TempDir private Path folder;
  private ModelPackage encoder;
  private Defence defence;
  private Roster roster;
  private WorkFolder kept;

  @BeforeEach
  void shippedPackages() throws Exception {
    encoder = ModelPackage.open(Bench.shipped("palimpsest-encoder"));
    defence = defence(Map.of());
    roster = new Roster(List.of(defence), List.of(new Judge(encoder, Judge.Box.BLACK)));
    kept = new WorkFolder(Optional.of(folder));
  }

  private static Defence defence(Map<String, String> parameters) throws RefusedException {
    ModelPackage protector = ModelPackage.open(Bench.shipped("ssed-protector"));
    RestorationRequest request =
        new RestorationRequest("inversion", parameters, Optional.of(protector), Optional.empty());
    return new Defence(
        protector, List.of(new Removal(request.method(), request, Scenario.WELL_INFORMED)));
  }

  private Unit unit(int number) {
    String hash = String.format("%016x", 0xFFFF_FFFF_FFFF_0000L + number).repeat(4);
    Utterance utterance =
        new Utterance(folder.resolve(number + ".wav"), "s", "s/" + number, 32_000, hash);
    return new Unit(utterance, defence, new Pcm16Wire(), roster, 1);
  }

  private UnitRun run(WorkFolder work) {
    return new UnitRun(new InferenceEngine(), new DataFolder(new RecordingReader()), work, PROGRAM);
  }

  private List<Unit> keptUnits(int count) throws RefusedException {
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      SortedMap<String, Double> figures = new TreeMap<>();
      figures.put("number", (double) i);
      Treated treated = new Treated(figures, new TreeMap<>(), Optional.empty());
      kept.keep(unit(i).key(PROGRAM), Map.of("adv", treated));
      units.add(unit(i));
    }
    return units;
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2})
  @DisplayName("come back in their order, with each step told once, on")
  void inOrder(int threads) throws Exception {
    List<Double> told = Collections.synchronizedList(new ArrayList<>());
    List<SortedMap<String, Treated>> results =
        run(kept)
            .run(
                keptUnits(40),
                threads,
                (stage, fraction) -> told.add(fraction),
                Cancellation.NEVER);
    assertThat(results)
        .extracting(r -> r.get("adv").figures().get("number"))
        .hasSize(40)
        .isSorted();
    assertThat(told).hasSize(40).isSorted().endsWith(1.0);
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2})
  @DisplayName("end all at a recording that is gone, with its name, on")
  void gone(int threads) throws Exception {
    List<Unit> units = new ArrayList<>(keptUnits(3));
    units.add(unit(99));
    assertThatThrownBy(() -> run(kept).run(units, threads, Progress.NONE, Cancellation.NEVER))
        .isInstanceOf(RefusedException.class)
        .hasMessage(folder.resolve("99.wav") + ": no such file");
  }

  @Test
  @DisplayName("end at a cancellation before the first")
  void cancelled() throws Exception {
    List<Unit> units = keptUnits(3);
    assertThatThrownBy(() -> run(kept).run(units, 1, Progress.NONE, () -> true))
        .isInstanceOf(CancelledException.class);
  }

  @Test
  @DisplayName("are not taken over by another program")
  void otherProgram() throws Exception {
    List<Unit> units = keptUnits(1);
    UnitRun other =
        new UnitRun(
            new InferenceEngine(), new DataFolder(new RecordingReader()), kept, "Palimpsest 9");
    assertThatThrownBy(() -> other.run(units, 1, Progress.NONE, Cancellation.NEVER))
        .isInstanceOf(RefusedException.class);
    assertThat(Files.exists(folder.resolve("0.wav"))).isFalse();
  }

  @Test
  @DisplayName("have a key that everything decides which decides the result")
  void keys() throws Exception {
    Unit unit = unit(1);
    Utterance utterance = unit.utterance();
    Roster none = new Roster(List.of(defence), List.of());
    List<String> keys =
        List.of(
            unit.key(PROGRAM),
            unit.key("Palimpsest 9"),
            unit(2).key(PROGRAM),
            new Unit(utterance, defence, new LongWire(), roster, 1).key(PROGRAM),
            new Unit(utterance, defence, new Pcm16Wire(), none, 1).key(PROGRAM),
            new Unit(utterance, defence, new Pcm16Wire(), roster, 2).key(PROGRAM),
            new Unit(utterance, defence(Map.of("iterations", "9")), new Pcm16Wire(), roster, 1)
                .key(PROGRAM));
    assertThat(keys).doesNotHaveDuplicates();
    Utterance renamed = new Utterance(folder, "t", "t/9", utterance.samples(), utterance.sha256());
    assertThat(new Unit(renamed, defence, new Pcm16Wire(), roster, 1).key(PROGRAM))
        .isEqualTo(unit.key(PROGRAM));
  }

  @Test
  @DisplayName("have noise of their own, which the seed changes")
  void noise() {
    assertThat(unit(1).noiseSeed()).isNotEqualTo(unit(2).noiseSeed());
    Unit other = new Unit(unit(1).utterance(), defence, new Pcm16Wire(), roster, 2);
    assertThat(other.noiseSeed()).isNotEqualTo(unit(1).noiseSeed());
  }
}
