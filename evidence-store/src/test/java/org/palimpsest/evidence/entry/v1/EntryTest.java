package org.palimpsest.evidence.entry.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.evidence.blob.BlobRef;
import org.palimpsest.evidence.format.CanonicalJson;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.JsonParser;
import org.palimpsest.evidence.format.Sha256;
import org.palimpsest.evidence.format.UtcTime;

@DisplayName("an entry of version 1")
final class EntryTest {
  private static final Sha256 HASH = Sha256.hash();
  private static final Actor ACTOR = new Actor("E", "00c0ffee");
  private static final Step STEP =
      new Step(
          JsonObject.empty().with("method", "inversion").with("methodVersion", "1"),
          StepOutcome.COMPLETED,
          List.of(new Artifact("R1", HASH)),
          List.of(new ModelUse("ssed", "1.0.0", HASH)),
          JsonObject.empty().with("program", "Palimpsest 0.1.0"),
          JsonObject.empty().with("snrDb", "31.25"),
          List.of(new Artifact("S1", HASH)));

  @Test
  @DisplayName("has these bytes, for good")
  void golden() {
    EntryDraft draft =
        EntryDraft.of(
            EntryKind.RESTORATION,
            STEP.toFields(),
            List.of(new BlobUse(new BlobRef(HASH, 0), "restored")));
    String e3 = HASH.hex();
    assertThat(CanonicalJson.text(draft.body(7, Instant.EPOCH, ACTOR)))
        .isEqualTo(
            "{\"actor\":{\"key\":\"00c0ffee\",\"name\":\"E\"},\"blobs\":[{\"role\":\"restored\","
                + "\"sha256\":\""
                + e3
                + "\",\"size\":0}],\"environment\":{\"program\":"
                + "\"Palimpsest 0.1.0\"},\"inputs\":[{\"id\":\"R1\",\"sha256\":\""
                + e3
                + "\"}],"
                + "\"kind\":\"restoration\",\"models\":[{\"id\":\"ssed\",\"sha256\":\""
                + e3
                + "\",\"version\":\"1.0.0\"}],\"outcome\":\"completed\",\"outputs\":[{\"id\":"
                + "\"S1\",\"sha256\":\""
                + e3
                + "\"}],\"plan\":{\"method\":\"inversion\","
                + "\"methodVersion\":\"1\"},\"results\":{\"snrDb\":\"31.25\"},\"seq\":7,"
                + "\"time\":\"1970-01-01T00:00:00.000Z\",\"version\":1}");
  }

  @Test
  @DisplayName("is read back as it was written")
  void roundTrip() {
    BlobUse use = new BlobUse(new BlobRef(HASH, 0), "restored");
    JsonObject body =
        EntryDraft.of(EntryKind.RESTORATION, STEP.toFields(), List.of(use))
            .body(7, Instant.parse("2026-12-31T23:59:59.999Z"), ACTOR);
    LedgerEntry entry =
        new LedgerEntry(7, JsonParser.parseObject(CanonicalJson.bytes(body)), HASH).checked();
    assertThat(entry.kind()).isEqualTo("restoration");
    assertThat(entry.is(EntryKind.RESTORATION)).isTrue();
    assertThat(entry.is(EntryKind.COMPARISON)).isFalse();
    assertThat(entry.version()).isEqualTo(EntryDraft.VERSION);
    assertThat(entry.time()).isEqualTo(Instant.parse("2026-12-31T23:59:59.999Z"));
    assertThat(entry.actor()).isEqualTo(ACTOR);
    assertThat(entry.blobs()).containsExactly(use);
    assertThat(entry.step()).contains(STEP);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("knows every outcome by its word")
  void outcomes(StepOutcome outcome) {
    assertThat(StepOutcome.of(outcome.text())).isSameAs(outcome);
    assertThatThrownBy(() -> StepOutcome.of(outcome.name())).hasMessageContaining("not an outcome");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kind", "version", "seq", "time", "actor", "blobs"})
  @DisplayName("leaves to the ledger what is the ledger's")
  void reserved(String name) {
    JsonObject fields = JsonObject.empty().with(name, "x");
    assertThatThrownBy(() -> new EntryDraft("note", fields, List.of())).hasMessageContaining(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Note", "a b", "-a", "a-", "a--b", "é"})
  @DisplayName("has a kind of lower-case words")
  void kinds(String kind) {
    assertThatThrownBy(() -> new EntryDraft(kind, JsonObject.empty(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-01T00:00:00Z", "2026-01-01T00:00:00.00Z", "2026-01-01T00:00:00.0000Z",
        "2026-02-29T00:00:00.000Z", "2026-01-01T24:00:00.000Z", "2026-01-01T00:00:00.000+00:00",
        "2026-01-01 00:00:00.000Z"
      })
  @DisplayName("has a time in one form only")
  void times(String time) {
    assertThatThrownBy(() -> UtcTime.parse(time)).hasMessageContaining(time);
  }

  @Test
  @DisplayName("that is not a step has none, and one that lacks a field is refused")
  void incomplete() {
    JsonObject body =
        new EntryDraft("note", JsonObject.empty(), List.of()).body(0, Instant.EPOCH, ACTOR);
    assertThat(new LedgerEntry(0, body, HASH).step()).isEmpty();
    assertThatThrownBy(() -> new LedgerEntry(1, body, HASH).checked())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BlobUse(new BlobRef(HASH, 0), " ")).hasMessageContaining("role");
  }
}
