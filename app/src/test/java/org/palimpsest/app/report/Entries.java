package org.palimpsest.app.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.palimpsest.evidence.entry.v1.Artifact;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.entry.v1.ModelUse;
import org.palimpsest.evidence.entry.v1.Step;
import org.palimpsest.evidence.entry.v1.StepOutcome;
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.format.JsonArray;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.Sha256;

/** Entries made by hand, without a case. */
final class Entries {
  static final String ORIGIN = "palimpsest/case/6f2c1c5e-6f3a-4a0e-9d53-0c3b6a1f2b11";

  private Entries() {}

  static Sha256 hash(String of) {
    return Sha256.hash(of.getBytes(StandardCharsets.UTF_8));
  }

  static LedgerEntry entry(long seq, EntryKind kind, JsonObject fields) {
    JsonObject body =
        fields
            .with("seq", seq)
            .with("kind", kind.text())
            .with("version", 1)
            .with("time", String.format("2026-01-15T23:30:%02d.125Z", seq % 60));
    return new LedgerEntry(seq, body, hash("leaf " + seq));
  }

  static LedgerEntry created(String zone) {
    return entry(
        0,
        EntryKind.CASE_CREATED,
        JsonObject.empty()
            .with("title", "A case")
            .with("authority", "court order 1/26")
            .with("purpose", "restore")
            .with("caseId", "6f2c1c5e-6f3a-4a0e-9d53-0c3b6a1f2b11")
            .with("timeZone", zone)
            .with(
                "examiner",
                JsonObject.empty().with("name", "A. Examiner").with("publicKey", "c0ffee")));
  }

  /** Fields of an import as it is; add {@code facts} or {@code speaker}. */
  static JsonObject recording(String id, String label, String file, long size) {
    JsonObject blob =
        JsonObject.empty()
            .with("sha256", hash(file).hex())
            .with("size", size)
            .with("role", "recording");
    return JsonObject.empty()
        .with("id", id)
        .with("role", "questioned")
        .with("label", label)
        .with("fileName", file)
        .with("blobs", JsonArray.of(List.of(blob)));
  }

  static JsonObject facts() {
    return JsonObject.empty()
        .with("format", "WAVE PCM 16")
        .with("sampleRateHz", 16000)
        .with("channel", 1)
        .with("channels", 2)
        .with("frames", 24000)
        .with("overloads", 7)
        .with("decoder", "riff 1");
  }

  /** Fields of a step of {@code inputs} with two models, whose output has the id {@code id}. */
  static JsonObject step(String id, StepOutcome outcome, String... inputs) {
    JsonObject parameters = JsonObject.empty().with("damping", "0.5").with("rounds", 12);
    return new Step(
            JsonObject.empty()
                .with("method", "fixed-point")
                .with("version", "2")
                .with("parameters", parameters),
            outcome,
            List.of(inputs).stream().map(i -> new Artifact(i, hash(i))).toList(),
            List.of(model("guard"), model("encoder")),
            JsonObject.empty().with("engine", "onnx 1.2").with("system", "Linux"),
            outcome == StepOutcome.COMPLETED
                ? JsonObject.empty().with("similarity", "0.25")
                : JsonObject.empty(),
            outcome == StepOutcome.COMPLETED
                ? List.of(new Artifact(id, hash("output " + id)))
                : List.of())
        .toFields()
        .with("id", id);
  }

  static ModelUse model(String id) {
    return new ModelUse(id, "1.0", hash("model " + id));
  }

  static Checkpoint checkpoint(int size) {
    String text = Checkpoint.textOf(ORIGIN, size, hash("root"));
    String note = text + "\n— " + ORIGIN + " " + "Az09+/".repeat(16) + "\n";
    return new Checkpoint(ORIGIN, size, hash("root"), note);
  }
}
