package org.palimpsest.evidence.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.palimpsest.evidence.Laboratory;
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
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.ReportName;
import org.palimpsest.evidence.format.Review;
import org.palimpsest.evidence.format.ReviewComment;
import org.palimpsest.evidence.format.ReviewStatement;
import org.palimpsest.evidence.format.ReviewVerdict;
import org.palimpsest.evidence.format.Sha256;
import org.palimpsest.evidence.format.UtcTime;
import org.palimpsest.evidence.key.SigningKey;

/**
 * A case with everything that can be tampered with: 0 created, 1 and 2 recordings, 3 a step with a
 * model, 4 a reviewer and 5 a reader admitted, 6 a report, 7 its review, 8 its release by the
 * reviewer, 9 a recording.
 */
record ReviewedCase(Laboratory lab) {
  static final String EXAMINER = "E. Xaminer";
  static final String REVIEWER = "R. Viewer";
  static final String READER = "L. Reader";
  static final String PDF = "%PDF, for the sake of the test";
  static final ReportName REPORT =
      new ReportName("P1", Sha256.hash(PDF.getBytes(StandardCharsets.UTF_8)));

  /** Somewhere else, with its keys and anchors. */
  ReviewedCase copyTo(Path desk) throws IOException {
    try (Stream<Path> files = Files.walk(lab.desk())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = desk.resolve(lab.desk().relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    return new ReviewedCase(new Laboratory(desk));
  }

  ReviewedCase write() throws Exception {
    try (CaseFile open = lab.create()) {
      Laboratory.importRecording(open, "recording 1");
      Laboratory.importRecording(open, "recording 2");
      step(open);
      open.append(admission(REVIEWER, "reviewer"));
      open.append(admission(READER, "reader"));
      Laboratory.issueReport(open, PDF);
      open.append(
          review(open, review(open.latestCheckpoint(), REVIEWER, ReviewVerdict.AGREES, REPORT)));
    }
    SigningKey key = lab.keyOf(REVIEWER);
    try (CaseFile open =
        CaseFile.openForWriting(lab.folder(), key, lab.anchors(), Laboratory.CLOCK)) {
      open.append(release());
    }
    try (CaseFile open = lab.open()) {
      Laboratory.importRecording(open, "recording 9");
    }
    return this;
  }

  EntryDraft admission(String name, String role) {
    return lab.admission(name, role);
  }

  EntryDraft dismissal(String name) {
    JsonObject person = lab.keyOf(name).verifyingKey().named(name);
    JsonObject fields = JsonObject.empty().with("person", person).with("reason", "left");
    return EntryDraft.of(EntryKind.PERSON_DISMISSED, fields, List.of());
  }

  /** A statement by {@code reviewer} with a key of the same name. */
  ReviewStatement review(
      Checkpoint seen, String reviewer, ReviewVerdict verdict, ReportName report) {
    return review(seen, reviewer, lab.keyOf(reviewer), verdict, report);
  }

  static ReviewStatement review(
      Checkpoint seen, String reviewer, SigningKey key, ReviewVerdict verdict, ReportName report) {
    Review review =
        new Review(
            java.util.UUID.fromString(seen.origin().substring("palimpsest/case/".length())),
            seen,
            Optional.of(report),
            verdict,
            List.of(new ReviewComment("", "seen")),
            reviewer,
            key.verifyingKey(),
            Laboratory.NOON.plusSeconds(seen.size()));
    return ReviewStatement.sign(review, key::sign);
  }

  static EntryDraft review(CaseFile open, ReviewStatement statement) {
    BlobRef blob = Laboratory.put(open, new String(statement.bytes(), StandardCharsets.UTF_8));
    return review(blob, statement.review());
  }

  static EntryDraft review(BlobRef blob, Review review) {
    JsonObject fields =
        JsonObject.empty()
            .with("id", "V" + review.checkpoint().size())
            .with("reviewer", review.key().named(review.reviewer()))
            .with("verdict", review.verdict().text())
            .with("comments", review.comments().size())
            .with("signedTime", UtcTime.format(review.time()))
            .with("report", review.report().orElseThrow().toJson());
    return EntryDraft.of(EntryKind.REVIEW_RECEIVED, fields, List.of(new BlobUse(blob, "review")));
  }

  static EntryDraft release() {
    JsonObject fields = JsonObject.empty().with("report", REPORT.toJson());
    return EntryDraft.of(EntryKind.REPORT_RELEASED, fields, List.of());
  }

  private static void step(CaseFile open) throws CaseException {
    BlobRef model = Laboratory.put(open, "a model");
    BlobRef output = Laboratory.put(open, "restored");
    Step step =
        new Step(
            JsonObject.empty().with("method", "inversion").with("methodVersion", "1"),
            StepOutcome.COMPLETED,
            List.of(
                new Artifact("rec-1", Sha256.hash("recording 1".getBytes(StandardCharsets.UTF_8)))),
            List.of(new ModelUse("m", "1", model.sha256())),
            JsonObject.empty(),
            JsonObject.empty().with("snrDb", "31.25"),
            List.of(new Artifact("R1", output.sha256())));
    List<BlobUse> blobs = List.of(new BlobUse(model, "model"), new BlobUse(output, "restored"));
    open.append(EntryDraft.of(EntryKind.RESTORATION, step.toFields().with("id", "R1"), blobs));
  }
}
