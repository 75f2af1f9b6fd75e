package org.palimpsest.analysis.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.analysis.RefusedException;

@DisplayName("The catalogue of models")
final class ModelCatalogueTest {
  private final byte[] model = TinyPackages.scale(0.01f).bytes();

  @TempDir private Path root;
  private ModelCatalogue catalogue;

  @BeforeEach
  void makeCatalogue() {
    catalogue = new ModelCatalogue(List.of(root.resolve("absent"), root.resolve("own")));
  }

  @Test
  @DisplayName("opens the newest version of an id, by number, or the one that is asked for")
  void opensVersions() throws Exception {
    for (String version : List.of("1.9.0", "1.10.0", "1.2.0")) {
      catalogue.install(source("ssed", version, "protector"));
    }
    catalogue.install(source("ssed-b", "9.0.0", "protector"));
    assertThat(catalogue.open("ssed").version()).isEqualTo("1.10.0");
    assertThat(catalogue.open("ssed@1.9.0").version()).isEqualTo("1.9.0");
    assertThat(catalogue.folders())
        .extracting(p -> p.getParent().getFileName() + "@" + p.getFileName())
        .containsExactly("ssed@1.2.0", "ssed@1.9.0", "ssed@1.10.0", "ssed-b@9.0.0");
    assertRefused("ssed@2", "neither an installed model package nor a folder or zip");
    assertRefused("nobody", "neither an installed model package nor a folder or zip");
    assertRefused("nul\u0000l", "not the name of a model package");
  }

  @Test
  @DisplayName("opens a folder that is not installed")
  void opensPaths() throws Exception {
    Path installed = catalogue.install(source("ssed", "1.0.0", "protector"));
    assertThat(new ModelCatalogue(List.of(root.resolve("other"))).open(installed.toString()).id())
        .isEqualTo("ssed");
  }

  @Test
  @DisplayName("installs every file of a package, once")
  void installsOnce() throws Exception {
    ModelPackage source = source("ssed", "1.0.0", "protector");
    Path folder = catalogue.install(source);
    assertThat(folder).isEqualTo(root.resolve("own/ssed/1.0.0"));
    assertThat(Files.readAllBytes(folder.resolve("model.onnx"))).isEqualTo(model);
    assertThatThrownBy(() -> catalogue.install(source))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith("ssed@1.0.0: already installed");
    try (var list = Files.list(folder.getParent())) {
      assertThat(list).containsExactly(folder);
    }
  }

  @Test
  @DisplayName("does not let one damaged package stand in the way of the others")
  void passesOverDamage() throws Exception {
    catalogue.install(source("good", "1.0.0", "protector"));
    Path bad = catalogue.install(source("spoilt", "1.0.0", "protector"));
    Files.write(bad.resolve("model.onnx"), new byte[] {1});
    assertThat(catalogue.all(ModelKind.PROTECTOR))
        .extracting(ModelPackage::id)
        .containsExactly("good");
    assertRefused("spoilt", "wrong hash");
    Files.move(root.resolve("own/good"), root.resolve("own/renamed"));
    assertRefused("renamed", "holds good@1.0.0, not renamed@1.0.0");
  }

  @Test
  @DisplayName("refuses to install where nothing can be written")
  void refusesToWrite() throws Exception {
    Path file = Files.writeString(root.resolve("file"), "in the way");
    ModelPackage source = source("ssed", "1.0.0", "protector");
    assertThatThrownBy(() -> new ModelCatalogue(List.of(file)).install(source))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("cannot be written");
    assertThatThrownBy(() -> new ModelCatalogue(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("finds the newest remover that was made for a protector")
  void findsRemovers() throws Exception {
    catalogue.install(source("ssed", "1.0.0", "protector"));
    catalogue.install(remover("undo", "1.9.0", "ssed@1.0.0"));
    catalogue.install(remover("undo", "1.10.0", "ssed@1.0.0"));
    catalogue.install(remover("undo", "2.0.0", "other@1.0.0"));
    assertThat(catalogue.newest(ModelKind.REMOVER, Optional.of("ssed@1.0.0")))
        .map(ModelPackage::reference)
        .contains("undo@1.10.0");
    assertThat(catalogue.newest(ModelKind.REMOVER, Optional.empty()))
        .map(ModelPackage::version)
        .contains("2.0.0");
    assertThat(catalogue.newest(ModelKind.REMOVER, Optional.of("nobody@1"))).isEmpty();
    assertThat(catalogue.newest(ModelKind.DETECTOR, Optional.empty())).isEmpty();
  }

  @Test
  @DisplayName("orders versions without contradiction, numbers below words")
  void ordersVersions() {
    List<String> sorted =
        List.of("0.9", "1", "1.0", "1.9", "1.10", "1.10.0", "1.a", "2", "9", "10", "1a", "rc");
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      List<String> shuffled = new ArrayList<>(sorted);
      Collections.shuffle(shuffled, random);
      shuffled.sort(ModelCatalogue::compareVersions);
      assertThat(shuffled).isEqualTo(sorted);
    }
  }

  private void assertRefused(String reference, String reason) {
    assertThatThrownBy(() -> catalogue.open(reference))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(reason);
  }

  private ModelPackage source(String id, String version, String kind) throws RefusedException {
    return TinyPackages.of(TinyPackages.description(id, version, kind, model), model);
  }

  private ModelPackage remover(String id, String version, String of) throws RefusedException {
    JsonObject json = TinyPackages.description(id, version, "remover", model);
    json.addProperty("protector", of);
    return TinyPackages.of(json, model);
  }
}
