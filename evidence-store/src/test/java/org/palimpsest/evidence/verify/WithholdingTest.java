package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.evidence.format.JsonArray;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.JsonString;
import org.palimpsest.evidence.format.Sha256;

@DisplayName("a file of a model package may be left out")
final class WithholdingTest {
  private static final Sha256 WEIGHTS = Sha256.hash(new byte[] {1});

  @TempDir Path folder;
  private final Withholding withholding = new Withholding();

  @Test
  @DisplayName("where the kept model.json forbids to pass it on, whatever else that holds")
  void forbidden() throws Exception {
    use(keep("{\"loss\": 1e-3,\n \"redistribution\"\t:\n\"forbidden\"}"));
    assertThat(allows()).isTrue();
  }

  @Test
  @DisplayName("unless it says something else, or only quotes it in a string")
  void other() throws Exception {
    for (String json :
        List.of(
            "{}",
            "{\"redistribution\": \"allowed\"}",
            "{\"redistribution\": \"Forbidden\"}",
            "{\"card\": \"\\\"redistribution\\\": \\\"forbidden\\\"\"}")) {
      Withholding each = new Withholding();
      each.add(entry(files(keep(json))));
      assertThat(each.allows(WEIGHTS, new FolderContents(folder))).as(json).isFalse();
    }
  }

  @Test
  @DisplayName("unless another entry uses it in a package that does not, or in none")
  void shared() throws Exception {
    Sha256 forbids = keep("{\"redistribution\":\"forbidden\"}");
    Withholding two = new Withholding();
    two.add(entry(files(forbids)));
    two.add(entry(files(keep("{}"))));
    assertThat(two.allows(WEIGHTS, new FolderContents(folder))).isFalse();
    use(forbids);
    withholding.add(entry(JsonArray.of(List.of())));
    assertThat(allows()).isFalse();
  }

  @Test
  @DisplayName(
      "unless no entry names its package, or in no form of this format, or model.json is gone")
  void unexplained() throws Exception {
    assertThat(allows()).isFalse();
    use(Sha256.hash(new byte[] {9}));
    assertThat(allows()).isFalse();
    Withholding odd = new Withholding();
    odd.add(entry(JsonArray.of(List.of(JsonObject.empty()))));
    odd.add(entry(new JsonString("x")));
    assertThat(odd.allows(WEIGHTS, new FolderContents(folder))).isFalse();
  }

  @Test
  @DisplayName("unless its package has no model.json, or it is that itself")
  void itself() throws Exception {
    JsonObject alone = file("m.onnx", WEIGHTS);
    withholding.add(entry(packages(List.of(alone))));
    assertThat(allows()).isFalse();
    Sha256 forbids = keep("{\"redistribution\":\"forbidden\"}");
    Withholding described = new Withholding();
    described.add(entry(packages(List.of(alone, file("model.json", forbids))), forbids));
    assertThat(described.allows(forbids, new FolderContents(folder))).isFalse();
  }

  private void use(Sha256 description) {
    withholding.add(entry(files(description)));
  }

  private boolean allows() {
    return withholding.allows(WEIGHTS, new FolderContents(folder));
  }

  private Sha256 keep(String json) throws Exception {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    String hex = Sha256.hash(bytes).hex();
    Path blobs = Files.createDirectories(folder.resolve("blobs").resolve(hex.substring(0, 2)));
    Files.write(blobs.resolve(hex.substring(2)), bytes);
    return new Sha256(hex);
  }

  private static JsonArray files(Sha256 description) {
    return packages(List.of(file("m.onnx", WEIGHTS), file("model.json", description)));
  }

  private static JsonArray packages(List<JsonObject> files) {
    JsonObject one = JsonObject.empty().with("id", "m").with("version", "1");
    return JsonArray.of(List.of(one.with("files", JsonArray.of(files))));
  }

  private static JsonObject file(String name, Sha256 hash) {
    return JsonObject.empty().with("name", name).with("sha256", hash.hex());
  }

  private static JsonObject entry(org.palimpsest.evidence.format.JsonValue packages) {
    return entry(packages, WEIGHTS);
  }

  private static JsonObject entry(org.palimpsest.evidence.format.JsonValue packages, Sha256 model) {
    JsonObject use =
        JsonObject.empty().with("role", "model").with("sha256", model.hex()).with("size", 1);
    return JsonObject.empty().with("blobs", JsonArray.of(List.of(use))).with("packages", packages);
  }
}
