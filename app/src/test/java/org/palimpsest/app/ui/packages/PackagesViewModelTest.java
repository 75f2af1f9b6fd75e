package org.palimpsest.app.ui.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.ui.Bench;

@DisplayName("the list of model packages")
final class PackagesViewModelTest {
  @TempDir private Path folder;
  private Bench bench;

  @BeforeEach
  void makeBench() {
    bench = new Bench(folder);
  }

  private PackagesViewModel model() {
    return new PackagesViewModel(bench.workbench().installedPackages(), bench.directTasks());
  }

  /** The shipped protector under another name. */
  private Path copy(String id) throws Exception {
    Path to = folder.resolve(id);
    org.palimpsest.app.testing.Bench.copyFolder(
        org.palimpsest.app.testing.Bench.shipped("ssed-protector"), to);
    Path description = to.resolve("model.json");
    Files.writeString(
        description,
        Files.readString(description)
            .replace("\"id\": \"ssed-protector\"", "\"id\": \"" + id + '"'));
    return to;
  }

  private static List<String> names(List<PackageSheet.Line> lines) {
    return lines.stream().map(PackageSheet.Line::name).toList();
  }

  private static String value(PackageSheet sheet, String name) {
    return sheet.facts().stream()
        .filter(line -> line.name().equals(name))
        .map(PackageSheet.Line::value)
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName(
      "shows what each package states, with its hash, its card and what it was measured on")
  void states() {
    PackagesViewModel model = model();
    assertThat(model.all()).isNotEmpty();
    PackageSheet sheet = model.sheetProperty().get();
    assertThat(names(sheet.facts()))
        .contains("Kind", "Licence", "SHA-256 of the model", "Sees", "Self-test", "Folder");
    assertThat(value(sheet, "SHA-256 of the model")).matches("[0-9a-f]{64}");
    assertThat(sheet.checks()).isEmpty();
    assertThat(sheet.card()).isNotBlank();
  }

  @Test
  @DisplayName("proves the chosen package when it is asked to")
  void proves() {
    PackagesViewModel model = model();
    model.prove();
    assertThat(names(model.sheetProperty().get().checks())).contains("graph", "golden vector");
    assertThat(model.sheetProperty().get().checks())
        .allMatch(line -> line.value().startsWith("holds: "));
    assertThat(model.busyProperty().get()).isFalse();
  }

  @Test
  @DisplayName("installs a package that holds, chooses it, and refuses it a second time")
  void installs() throws Exception {
    PackagesViewModel model = model();
    int before = model.all().size();
    Path source = copy("imported");
    model.install(source);
    assertThat(bench.errors().notes()).isEmpty();
    assertThat(model.all()).hasSize(before + 1);
    assertThat(model.sheetProperty().get().title()).startsWith("imported@");
    model.install(source);
    assertThat(bench.errors().notes().get(0).words()).contains("already installed");
    assertThat(model.all()).hasSize(before + 1);
    assertThat(model.busyProperty().get()).isFalse();
  }

  @Test
  @DisplayName("installs nothing whose model was changed, and names what is damaged")
  void refuses() throws Exception {
    Path source = copy("changed");
    Files.write(source.resolve("model.onnx"), new byte[] {1, 2, 3});
    PackagesViewModel model = model();
    int before = model.all().size();
    model.install(source);
    assertThat(bench.errors().notes().get(0).words()).contains("wrong hash");
    assertThat(model.all()).hasSize(before);
    Path place = bench.workbench().userData().resolve("models").resolve("changed");
    Files.createDirectories(place);
    Files.move(source, place.resolve(org.palimpsest.app.testing.Bench.version("ssed-protector")));
    PackagesViewModel again = model();
    again
        .chosenProperty()
        .set(
            again.all().stream()
                .filter(
                    one ->
                        PackageSheet.title(one)
                            .equals(
                                "changed@"
                                    + org.palimpsest.app.testing.Bench.version("ssed-protector")))
                .findFirst()
                .orElseThrow());
    assertThat(value(again.sheetProperty().get(), "Damaged")).contains("wrong hash");
    again.prove();
    assertThat(again.sheetProperty().get().checks()).isEmpty();
  }
}
