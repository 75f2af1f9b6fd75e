package org.palimpsest.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.testing.Bench;

@DisplayName("the model commands")
final class ModelCommandsTest {
  @TempDir private Path folder;
  private Bench bench;

  @BeforeEach
  void makeBench() {
    bench = new Bench(folder);
  }

  @Test
  @DisplayName("list and show the shipped packages")
  void listAndShow() {
    Bench.Run list = bench.run("model", "list", "--json");
    assertThat(list.json())
        .extracting(j -> j.get("kind").getAsString())
        .contains("speaker-encoder", "protector", "remover");
    Bench.Run show = bench.run("model", "show", "ssed-protector", "--json");
    assertThat(show.one().get("alignment").getAsInt()).isEqualTo(64);
    assertThat(show.one().get("context").getAsString()).matches("\\d+");
    assertThat(bench.run("model", "show", "ssed-protector").out()).contains("licence");
  }

  @Test
  @DisplayName("prove what a package states, and answer 1 where it does not hold")
  void verify() throws Exception {
    assertThat(bench.run("model", "verify", "ssed-remover").status()).isZero();
    Path copy = bench.path("copy.zip");
    zip(copy, "\"context\": ", "\"context\": 0, \"was\": ");
    Bench.Run run = bench.run("model", "verify", copy.toString(), "--json");
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(1);
    assertThat(run.json()).anyMatch(j -> !j.get("passed").getAsBoolean());
  }

  @Test
  @DisplayName("install a package from a zip, once")
  void install() throws Exception {
    Path copy = bench.path("copy.zip");
    zip(copy, "\"ssed-protector\"", "\"other\"");
    assertThat(bench.run("model", "import", copy.toString()).status()).isZero();
    String other = "other@" + Bench.version("ssed-protector");
    assertThat(bench.run("model", "list").out()).contains(other);
    assertThat(bench.run("model", "verify", other).status()).isZero();
    assertThat(bench.run("model", "import", copy.toString()).status()).isEqualTo(2);
  }

  private static void zip(Path target, String find, String replacement) throws Exception {
    Path source = Bench.shipped("ssed-protector");
    try (OutputStream out = Files.newOutputStream(target);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name :
          List.of("model.json", "model.onnx", "CARD.md", "golden/in.f32", "golden/out.f32")) {
        zip.putNextEntry(new ZipEntry(name));
        if (name.equals("model.json")) {
          String json = Files.readString(source.resolve(name));
          assertThat(json).contains(find);
          zip.write(
              json.replaceFirst(find, replacement)
                  .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } else {
          zip.write(Files.readAllBytes(source.resolve(name)));
        }
        zip.closeEntry();
      }
    }
  }
}
