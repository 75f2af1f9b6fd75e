package org.palimpsest.analysis.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.method.ModelUse;

@DisplayName("A model package")
final class ModelPackageTest {
  private final byte[] model = TinyPackages.scale(0.01f).bytes();
  private final JsonObject json = TinyPackages.description("tiny", "1.2.0", "protector", model);

  @TempDir private Path folder;

  @Test
  @DisplayName("is what its description says, unknown fields aside")
  void readsTheDescription() throws Exception {
    json.addProperty("context", 4096);
    json.addProperty("alignment", 16);
    json.addProperty("colour", "green");
    json.addProperty("protector", "other@2");
    json.addProperty("victim", "voice@3");
    json.add("metrics", JsonParser.parseString("{\"snrDb\": 30.5, \"set\": [1]}"));
    ModelPackage source = TinyPackages.of(json, model);
    assertThat(source.reference()).isEqualTo("tiny@1.2.0");
    assertThat(source.kind()).isEqualTo(ModelKind.PROTECTOR);
    assertThat(source.context()).isEqualTo(OptionalInt.of(4096));
    assertThat(source.alignment()).isEqualTo(16);
    assertThat(source.licence()).isEqualTo("CC0-1.0");
    assertThat(source.protector()).contains("other@2");
    assertThat(source.victim()).contains("voice@3");
    assertThat(source.metrics()).containsEntry("snrDb", "30.5").containsEntry("set", "[1]");
    assertThat(source.hasSelfTest()).isFalse();
    assertThat(source.use()).isEqualTo(new ModelUse("tiny", "1.2.0", TinyPackages.sha256(model)));
    json.addProperty("context", "global");
    json.remove("alignment");
    assertThat(TinyPackages.of(json, model).context()).isEmpty();
    assertThat(TinyPackages.of(json, model).alignment()).isEqualTo(1);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "format",
        "id",
        "version",
        "kind",
        "file",
        "sha256",
        "engine",
        "sampleRate",
        "context",
        "input",
        "output",
        "licence"
      })
  @DisplayName("is refused by the name of a required field that is missing:")
  void refusesMissingFields(String field) {
    json.remove(field);
    assertRefused(() -> TinyPackages.of(json, model), "the field " + field + " is missing");
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource({
    "format, '\"palimpsest-model/2\"', format is not",
    "engine, '\"PyTorch\"', engine is not OnnxRuntime",
    "sampleRate, 8000, sampleRate is not 16000",
    "sampleRate, 16000.5, not valid",
    "kind, '\"oracle\"', 'unknown kind \"oracle\"'",
    "id, '\"../evil\"', id holds forbidden",
    "id, '\".hidden\"', id holds forbidden",
    "version, '\"1/2\"', version holds forbidden",
    "version, '\"\"', version holds forbidden",
    "sha256, '\"ABC\"', sha256 is not 64",
    "context, -1, context is negative",
    "context, 4294967296, not valid",
    "context, '\"some\"', not valid",
    "context, null, not valid",
    "alignment, 0, alignment is not between",
    "alignment, 16001, alignment is not between",
    "input, '\"waveform\"', not valid",
    "output, '{}', the field name is missing",
    "licence, '\" \"', licence is empty",
    "frontend, '{}', frontend outside",
    "file, '\"other.onnx\"', model file other.onnx is missing",
    "golden, '{}', the field tolerance is missing",
    "golden, '{\"input\":\"a\",\"output\":\"b\",\"tolerance\":\"NaN\"}', tolerance",
    "golden, '{\"input\":\"a\",\"output\":\"b\",\"tolerance\":\"Infinity\"}', tolerance",
    "golden, '{\"input\":\"a\",\"output\":\"b\",\"tolerance\":\"small\"}', not valid",
  })
  @DisplayName("is refused for a value that cannot be:")
  void refusesWrongValues(String field, String value, String reason) {
    json.add(field, JsonParser.parseString(value));
    assertRefused(() -> TinyPackages.of(json, model), reason);
  }

  @ParameterizedTest(name = "text {index}")
  @ValueSource(strings = {"", "[]", "null", "{", "{\"format\"", "7", "\"x\"", "{\"a\":\n\n#"})
  @DisplayName("is refused if its description is no JSON object:")
  void refusesOtherJson(String text) {
    Map<String, byte[]> files = TinyPackages.files(json, model);
    files.put("model.json", text.getBytes(StandardCharsets.UTF_8));
    assertRefused(() -> ModelPackage.of(PackageFiles.of(files), "tiny"), "model.json is not valid");
  }

  @Test
  @DisplayName("is refused if one bit of the model differs from the hash")
  void refusesAWrongHash() {
    byte[] changed = model.clone();
    changed[changed.length / 2] ^= 1;
    assertRefused(() -> TinyPackages.of(json, changed), "wrong hash, model.onnx has SHA-256 ");
  }

  @Test
  @DisplayName("is the same from a folder, a zip and a zip with one folder on top")
  void readsFoldersAndZips() throws Exception {
    Map<String, byte[]> files = TinyPackages.files(json, model);
    files.put("golden/in.f32", new byte[8]);
    Map<String, byte[]> nested = new TreeMap<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve("pkg").resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
      nested.put("tiny-1.2.0/" + file.getKey(), file.getValue());
    }
    for (Path path : new Path[] {folder.resolve("pkg"), zip(files), zip(nested)}) {
      ModelPackage source = ModelPackage.open(path);
      assertThat(source.reference()).isEqualTo("tiny@1.2.0");
      assertThat(source.files().names())
          .containsExactly("golden/in.f32", "model.json", "model.onnx");
      assertThat(source.files().bytes("model.onnx")).isEqualTo(model);
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "../evil",
        "a/../../evil",
        "/etc/evil",
        "a\\evil",
        "a/./b",
        "a//b",
        "nul\u0000l",
        "two\nl"
      })
  @DisplayName("in a zip is refused for a name that leads elsewhere:")
  void refusesZipSlip(String name) throws Exception {
    Map<String, byte[]> files = TinyPackages.files(json, model);
    files.put(name, new byte[1]);
    Path zip = zip(files);
    assertRefused(() -> ModelPackage.open(zip), "forbidden name");
  }

  @Test
  @DisplayName("in a zip is refused if a name is there twice, or not UTF-8")
  void refusesOddZips() throws Exception {
    Map<String, byte[]> files = TinyPackages.files(json, model);
    files.put("model.jsoX", new byte[1]);
    byte[] twice = Files.readAllBytes(zip(files));
    for (int i = 0; i + 10 < twice.length; i++) {
      if (new String(twice, i, 10, StandardCharsets.US_ASCII).equals("model.jsoX")) {
        twice[i + 9] = 'n';
      }
    }
    Path path = Files.write(folder.resolve("twice.zip"), twice);
    assertRefused(() -> ModelPackage.open(path), "holds the file model.json twice");
    Path latin = folder.resolve("latin.zip");
    try (ZipOutputStream out =
        new ZipOutputStream(Files.newOutputStream(latin), StandardCharsets.ISO_8859_1)) {
      out.putNextEntry(new ZipEntry("gr\u00fc\u00df.txt"));
    }
    assertThat(Charset.defaultCharset()).isEqualTo(StandardCharsets.UTF_8);
    assertRefused(() -> ModelPackage.open(latin), "not a model package");
  }

  @Test
  @DisplayName("is refused with more than 200 files, as folder and as zip")
  void refusesTooManyFiles() throws Exception {
    Map<String, byte[]> files = TinyPackages.files(json, model);
    Path many = Files.createDirectory(folder.resolve("many"));
    for (int i = 0; i < 199; i++) {
      files.put("note" + i, new byte[1]);
      Files.write(many.resolve("note" + i), new byte[1]);
    }
    Files.write(many.resolve("a"), new byte[1]);
    Files.write(many.resolve("b"), new byte[1]);
    Path zip = zip(files);
    assertRefused(() -> ModelPackage.open(zip), "too large");
    assertRefused(() -> ModelPackage.open(many), "too large");
  }

  @Test
  @DisplayName("is refused if it is neither folder nor zip, or has no description")
  void refusesOtherFiles() throws Exception {
    Path text = Files.writeString(folder.resolve("x.zip"), "no zip");
    assertRefused(() -> ModelPackage.open(text), "neither folder nor zip");
    Path missing = folder.resolve("missing");
    assertRefused(() -> ModelPackage.open(missing), "cannot be read");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertRefused(() -> ModelPackage.open(empty), "no model.json");
    Map<String, byte[]> mixed = new TreeMap<>();
    mixed.put("a/model.json", new byte[0]);
    mixed.put("model.onnx", model);
    Path zip = zip(mixed);
    assertRefused(() -> ModelPackage.open(zip), "no model.json");
  }

  private Path zip(Map<String, byte[]> files) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue());
      }
    }
    return Files.write(Files.createTempFile(folder, "pkg", ".zip"), bytes.toByteArray());
  }

  private static void assertRefused(ThrowingCallable call, String reason) {
    assertThatThrownBy(call)
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(reason)
        .message()
        .hasLineCount(1);
  }
}
