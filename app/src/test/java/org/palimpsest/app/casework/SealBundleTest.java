package org.palimpsest.app.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.evidence.bag.Bag;
import org.palimpsest.evidence.blob.BlobRef;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.BlobUse;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.JsonArray;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.Sha256;

@DisplayName("a bundle that is sealed")
final class SealBundleTest extends WithCase {
  @BeforeEach
  void makeCase() throws Exception {
    bench.take(file, bench.voice("q.wav", 120, 0.6), ExhibitRole.QUESTIONED);
  }

  @Test
  @DisplayName("is logged after it is complete, with its hash, and is numbered")
  void logged() throws Exception {
    SealBundle.Issued first = seal("one.zip");
    SealBundle.Issued second = seal("two.zip");
    assertThat(List.of(first.id(), second.id())).containsExactly("B1", "B2");
    assertThat(List.of(first.seq(), second.seq())).containsExactly(2L, 3L);
    LedgerEntry entry = file.entry(2);
    assertThat(entry.kind()).isEqualTo("bundle-issued");
    assertThat(entry.body().integer("checkpointSize")).isEqualTo(2);
    assertThat(entry.body().integer("omitted")).isZero();
    byte[] zip = Files.readAllBytes(bench.path("one.zip"));
    assertThat(entry.body().string("sha256")).isEqualTo(Sha256.hash(zip).hex());
    assertThat(entry.body().integer("size")).isEqualTo(zip.length);
    assertThat(first.bundle().checkpointSize()).isEqualTo(2);
    assertThat(second.bundle().checkpointSize()).isEqualTo(3);
    try (CaseFile bundle = CaseFile.openReadOnly(bench.path("two.zip"))) {
      assertThat(bundle.entries()).isEqualTo(file.entries().subList(0, 3));
    }
  }

  @Test
  @DisplayName("is not made of a case that does not verify, and nothing is logged")
  void damagedCase() throws Exception {
    Path blob = file.blobs().path(file.entry(1).blobs().get(0).blob().sha256());
    assertThat(blob.toFile().setWritable(true)).isTrue();
    Files.writeString(blob, "something else");
    assertThatThrownBy(() -> seal("one.zip"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("does not verify");
    assertThat(bench.path("one.zip")).doesNotExist();
    assertThat(file.size()).isEqualTo(2);
  }

  @Test
  @DisplayName(
      "is not made over a file, into the case, under another name, or of what is read-only")
  void refusedPlaces() throws Exception {
    Files.writeString(bench.path("old.zip"), "old");
    for (String place : List.of("old.zip", "a/out.zip", "absent/out.zip", "out.tar")) {
      assertThatThrownBy(() -> seal(place))
          .as(place)
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining(bench.path(place).toString());
    }
    assertThat(bench.path("old.zip")).hasContent("old");
    assertThat(file.size()).isEqualTo(2);
    file.close();
    file = bench.workbench().openCase().readOnly(bench.path("a"));
    assertThatThrownBy(() -> seal("one.zip")).hasMessageContaining("reading only");
    assertThat(bench.path("one.zip")).doesNotExist();
  }

  @Test
  @DisplayName("holds no file of a model package that forbids it, but says so and why")
  void withheldModels() throws Exception {
    JsonObject secret = model("secret", "{\"redistribution\": \"forbidden\", \"alpha\": 0.5}");
    JsonObject open = model("open", "{\"redistribution\": \"allowed\"}");
    JsonObject odd = model("odd", "[no json");
    enter(secret, open, odd);
    SealBundle.Issued issued = seal("one.zip");
    assertThat(issued.bundle().omitted()).isEqualTo(1);
    try (Bag bag = Bag.open(bench.path("one.zip"))) {
      assertThat(bag.check()).isEmpty();
      assertThat(names(secret)).containsExactly(true, false, true);
      assertThat(bag.names()).contains(name(secret, 0), name(secret, 2));
      assertThat(bag.names()).doesNotContain(name(secret, 1));
      assertThat(bag.names()).contains(name(open, 0), name(open, 1), name(odd, 0), name(odd, 1));
      String omitted = new String(bag.open("omitted.jsonl").readAllBytes(), StandardCharsets.UTF_8);
      assertThat(omitted)
          .contains("the licence of the model package secret 1.0.0 forbids passing it on")
          .hasLineCount(1);
    }
  }

  /** Which files of a package are in the bundle. */
  private List<Boolean> names(JsonObject model) throws IOException {
    try (Bag bag = Bag.open(bench.path("one.zip"))) {
      List<Boolean> there = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        there.add(bag.names().contains(name(model, i)));
      }
      return there;
    }
  }

  private static String name(JsonObject model, int index) {
    String hex = model.array("files").objects().get(index).string("sha256");
    return "blobs/" + hex.substring(0, 2) + "/" + hex.substring(2);
  }

  /** A package of its description, weights of its own, and a licence that all of them share. */
  private JsonObject model(String id, String description) throws IOException {
    List<JsonObject> files = new ArrayList<>();
    for (String[] each :
        new String[][] {
          {"model.json", description}, {"model.onnx", "weights of " + id}, {"LICENCE", "a text"}
        }) {
      BlobRef blob =
          file.blobs().put(new ByteArrayInputStream(each[1].getBytes(StandardCharsets.UTF_8)));
      files.add(JsonObject.empty().with("name", each[0]).with("sha256", blob.sha256().hex()));
    }
    return JsonObject.empty()
        .with("id", id)
        .with("version", "1.0.0")
        .with("files", JsonArray.of(files));
  }

  private void enter(JsonObject... packages) throws Exception {
    List<BlobUse> uses = new ArrayList<>();
    for (JsonObject each : packages) {
      for (JsonObject one : each.array("files").objects()) {
        Sha256 sha256 = new Sha256(one.string("sha256"));
        long size = Files.size(file.blobs().path(sha256));
        uses.add(new BlobUse(new BlobRef(sha256, size), "model"));
      }
    }
    JsonObject fields = JsonObject.empty().with("packages", JsonArray.of(List.of(packages)));
    file.append(new EntryDraft("model-trial", fields, uses));
  }

  private SealBundle.Issued seal(String name) throws Exception {
    return bench.workbench().sealBundle().run(file, bench.path(name));
  }
}
