package org.palimpsest.evidence.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.bag.Bag;
import org.palimpsest.evidence.blob.BlobRef;
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.Artifact;
import org.palimpsest.evidence.entry.v1.BlobUse;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.ModelUse;
import org.palimpsest.evidence.entry.v1.Step;
import org.palimpsest.evidence.entry.v1.StepOutcome;
import org.palimpsest.evidence.format.JsonArray;
import org.palimpsest.evidence.format.JsonObject;

/** A case with everything that a bundle treats in its own way, and what was sealed of it. */
public record SealedCase(Laboratory lab) {
  /** Content of a file that a package forbids to pass on. */
  public static final String SECRET_WEIGHTS = "weights that may not be passed on";

  /** What the package says of itself, with a number that canonical JSON does not have. */
  public static final String MODEL_JSON = "{\"loss\": 0.5, \"redistribution\" : \"forbidden\"}";

  /** Leaves out {@link #SECRET_WEIGHTS}. */
  public static final Omission RULE =
      (entry, use) ->
          use.blob().size() == SECRET_WEIGHTS.length()
              ? Optional.of("the licence of secret 1.0.0 forbids it")
              : Optional.empty();

  /** A closed case: a recording, a step with two model files, a report, a second person. */
  public SealedCase withCase() throws CaseException {
    try (CaseFile open = lab.create()) {
      BlobRef recording =
          Laboratory.importRecording(open, "a call\twith \"marks\" caf\u00e9")
              .blobs()
              .get(0)
              .blob();
      BlobRef weights = Laboratory.put(open, SECRET_WEIGHTS);
      BlobRef description = Laboratory.put(open, MODEL_JSON);
      BlobRef output = Laboratory.put(open, "restored");
      Step step =
          new Step(
              JsonObject.empty().with("method", "inverse").with("version", "1"),
              StepOutcome.COMPLETED,
              List.of(new Artifact("rec-1", recording.sha256())),
              List.of(new ModelUse("secret", "1.0.0", weights.sha256())),
              JsonObject.empty().with("program", "test"),
              JsonObject.empty().with("snrDb", "31.25"),
              List.of(new Artifact("R1", output.sha256())));
      open.append(
          EntryDraft.of(
              EntryKind.RESTORATION,
              step.toFields().with("id", "R1").with("packages", packages(weights, description)),
              List.of(
                  new BlobUse(recording, "input"),
                  new BlobUse(weights, "model"),
                  new BlobUse(description, "model"),
                  new BlobUse(output, "output"))));
      Laboratory.issueReport(open, "%PDF, for the sake of the test");
      open.append(lab.admission("R. Viewer", "reviewer"));
    }
    return this;
  }

  /** Seals it under {@code name} beside the case. */
  public Bundle seal(String name, Omission omission) throws BundleException {
    return new BundleWriter(lab.folder(), omission, Laboratory.CLOCK, "Palimpsest test")
        .write(file(name));
  }

  public Path file(String name) {
    return lab.desk().resolve(name);
  }

  static List<String> lines(Bag bag, String name) throws IOException {
    return text(bag, name).lines().toList();
  }

  static String text(Bag bag, String name) throws IOException {
    try (InputStream in = bag.open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static JsonArray packages(BlobRef weights, BlobRef description) {
    List<JsonObject> files =
        List.of(
            JsonObject.empty().with("name", "m.onnx").with("sha256", weights.sha256().hex()),
            JsonObject.empty()
                .with("name", "model.json")
                .with("sha256", description.sha256().hex()));
    return JsonArray.of(
        List.of(
            JsonObject.empty()
                .with("id", "secret")
                .with("version", "1.0.0")
                .with("files", JsonArray.of(files))));
  }
}
