package org.palimpsest.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.inference.InferenceEngine;
import org.palimpsest.analysis.inference.ModelCatalogue;
import org.palimpsest.analysis.inference.ModelKind;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.inference.PackageCheck;

@DisplayName("the shipped model packages")
final class ShippedPackagesTest {
  private static final Path PACKAGES = Path.of("packages").toAbsolutePath();
  private static final long MOST_BYTES = 20_000_000;

  static List<Path> folders() throws RefusedException {
    return new ModelCatalogue(List.of(PACKAGES)).folders();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("folders")
  @DisplayName("keep what they state: graph, golden vector, receptive field and alignment")
  void keepTheirPromises(Path folder) throws RefusedException {
    ModelPackage model = ModelPackage.open(folder);
    List<PackageCheck.Result> results = new PackageCheck(new InferenceEngine()).run(model);
    assertThat(results).isNotEmpty().allMatch(PackageCheck.Result::passed);
    assertThat(model.hasSelfTest()).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("folders")
  @DisplayName("have a card that states data, licence, seed, figures and limits")
  void haveCards(Path folder) throws IOException, RefusedException {
    String card = Files.readString(folder.resolve("CARD.md"));
    assertThat(card).contains("Data", "icence", "eed", "CC BY 4.0", "Limits");
    assertThat(ModelPackage.open(folder).metrics()).isNotEmpty();
  }

  @Test
  @DisplayName("are an encoder, a protector and the remover that was trained with it")
  void belongTogether() throws RefusedException {
    ModelCatalogue catalogue = new ModelCatalogue(List.of(PACKAGES));
    Set<ModelKind> kinds = EnumSet.noneOf(ModelKind.class);
    for (Path folder : catalogue.folders()) {
      kinds.add(ModelPackage.open(folder).kind());
    }
    assertThat(kinds).contains(ModelKind.SPEAKER_ENCODER, ModelKind.PROTECTOR, ModelKind.REMOVER);
    Optional<ModelPackage> protector = catalogue.newest(ModelKind.PROTECTOR, Optional.empty());
    assertThat(catalogue.newest(ModelKind.REMOVER, protector.map(ModelPackage::reference)))
        .isPresent();
    assertThat(catalogue.open(protector.flatMap(ModelPackage::victim).get()).kind())
        .isEqualTo(ModelKind.SPEAKER_ENCODER);
  }

  @Test
  @DisplayName("compare by the whole encoder where nobody asks for another")
  void chooseTheWhole() throws RefusedException {
    assertThat(
            new ModelCatalogue(List.of(PACKAGES))
                .newest(ModelKind.SPEAKER_ENCODER, Optional.empty())
                .map(ModelPackage::reference))
        .contains("palimpsest-encoder@2.0.0");
  }

  @Test
  @DisplayName("have weights of less than 20 MB in all")
  void areSmall() throws IOException {
    long bytes = 0;
    try (Stream<Path> walk = Files.walk(PACKAGES)) {
      for (Path file : walk.filter(file -> file.toString().endsWith(".onnx")).toList()) {
        bytes += Files.size(file);
      }
    }
    assertThat(bytes).isPositive().isLessThan(MOST_BYTES);
  }
}
