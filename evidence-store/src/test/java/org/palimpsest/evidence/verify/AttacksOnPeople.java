package org.palimpsest.evidence.verify;

import static org.palimpsest.evidence.verify.Attack.alone;
import static org.palimpsest.evidence.verify.Attack.outside;
import static org.palimpsest.evidence.verify.Attack.remarked;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.blob.BlobRef;
import org.palimpsest.evidence.blob.BlobStore;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.ReportName;
import org.palimpsest.evidence.format.ReviewStatement;
import org.palimpsest.evidence.format.ReviewVerdict;
import org.palimpsest.evidence.format.Sha256;
import org.palimpsest.evidence.key.SigningKey;

/** What is done to keys, reviews, reports and content. */
final class AttacksOnPeople {
  private static final EntryDraft NOTE = new EntryDraft("note", JsonObject.empty(), List.of());

  /** The neutral point: R the same and S zero is a signature of every text. */
  private static final String NOBODYS_KEY = "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

  private AttacksOnPeople() {}

  static Stream<Attack> all() {
    return Stream.of(people(), reviews(), content()).flatMap(List::stream);
  }

  private static List<Attack> people() {
    return List.of(
        alone("swap the key in entry 0", Cause.KEY_SWAPPED, swapKey()),
        alone("change an admitted key", Cause.ENTRY_EDITED, changeAdmitted()),
        alone("an entry by a stranger", Cause.ACTOR_UNKNOWN, by("Stranger", "Stranger", NOTE)),
        alone("an entry by a dismissed key", Cause.KEY_DISMISSED, dismissed()),
        alone("an entry by a reader", Cause.ROLE_EXCEEDED, by("L. Reader", "L. Reader", NOTE)),
        alone("a reviewer writes a note", Cause.ROLE_EXCEEDED, by("R. Viewer", "R. Viewer", NOTE)),
        alone("an entry under another name", Cause.ACTOR_RENAMED, by("E. Xaminer", "E. X.", NOTE)),
        alone("edit an actor's name", Cause.ENTRY_EDITED, Attack.sql(rename())),
        alone("admit a key twice", Cause.PERSON_INVALID, admitTwice()),
        alone("admit a key that proves nothing", Cause.ENTRY_MALFORMED, admitNobodysKey()),
        alone("begin with such a key", Cause.ENTRY_MALFORMED, Attack.sql(beginWithNobodysKey())),
        alone("dismiss the last examiner", Cause.PERSON_INVALID, dismissLast()),
        outside("append with the examiner's key", Cause.REWRITTEN, forkedTail()));
  }

  private static List<Attack> reviews() {
    return List.of(
        alone("a self-review, same name, other key", Cause.SELF_REVIEW, selfReview("e. XAMINER")),
        alone("a self-review, other name, same key", Cause.SELF_REVIEW, sameKey()),
        alone("a release without review", Cause.RELEASE_WITHOUT_REVIEW, unreviewed()),
        alone("a release over an objection", Cause.RELEASE_OVER_OBJECTION, objected()),
        alone("a release of a report that is none", Cause.ENTRY_MALFORMED, releaseOther()),
        alone("a review by a stranger, released", Cause.RELEASE_WITHOUT_REVIEW, byStranger()),
        remarked("a review by a stranger", FlagCause.REVIEW_DOES_NOT_COUNT, strangersReview()),
        alone("edit a review's statement", Cause.BLOB_CHANGED, editStatement()),
        alone("a statement with a broken signature", Cause.REVIEW_INVALID, brokenStatement()),
        alone("a statement of another report", Cause.REVIEW_INVALID, otherReport()),
        alone("an entry that turns the verdict round", Cause.REVIEW_INVALID, otherVerdict()),
        alone("a review of another case", Cause.REVIEW_INVALID, otherCase()));
  }

  private static List<Attack> content() {
    return List.of(
        alone("replace a blob", Cause.BLOB_CHANGED, overwrite("recording 2", "recording 8")),
        alone("cut a blob", Cause.BLOB_CHANGED, overwrite("recording 2", "rec")),
        alone("delete a blob", Cause.BLOB_MISSING, r -> Files.delete(blob(r, "recording 2"))),
        alone("a link for a blob", Cause.NOT_A_PLAIN_FILE, link()),
        alone("a link for all blobs", Cause.NOT_A_PLAIN_FILE, linkToAll()),
        alone("replace a model", Cause.MODEL_CHANGED, overwrite("a model", "A model")),
        alone("delete a model", Cause.MODEL_CHANGED, r -> Files.delete(blob(r, "a model"))),
        alone(
            "replace a report's file",
            Cause.REPORT_CHANGED,
            r -> Files.writeString(report(r), "%PDF, forged")),
        alone("delete a report's file", Cause.REPORT_CHANGED, r -> Files.delete(report(r))),
        remarked(
            "put another report beside it",
            FlagCause.REPORT_NOT_ISSUED,
            r -> Files.writeString(report(r).resolveSibling("report-002.pdf"), "x")),
        remarked(
            "put a file into the folder",
            FlagCause.UNKNOWN_FILE,
            r -> Files.writeString(r.lab().folder().resolve("readme.txt"), "x")),
        remarked(
            "leave half an import",
            FlagCause.REMAINS,
            r -> Files.writeString(r.lab().folder().resolve("blobs/.incoming-1"), "x")));
  }

  private static Attack.Act by(String key, String name, EntryDraft draft) {
    return reviewed ->
        new Intruder(reviewed.lab())
            .append(reviewed.lab().keyOf(key), name, draft, Laboratory.NOON);
  }

  private static Attack.Act swapKey() {
    return reviewed ->
        reviewed
            .lab()
            .tamper(
                replace(
                    reviewed.lab().key().verifyingKey().base64(),
                    reviewed.lab().keyOf("Forger").verifyingKey().base64(),
                    0));
  }

  private static Attack.Act changeAdmitted() {
    return reviewed ->
        reviewed
            .lab()
            .tamper(
                replace(
                    reviewed.lab().keyOf("R. Viewer").verifyingKey().base64(),
                    reviewed.lab().keyOf("Forger").verifyingKey().base64(),
                    4));
  }

  private static String rename() {
    return replace("E. Xaminer", "E. Xeminer", 1);
  }

  private static String replace(String old, String changed, int seq) {
    String body = "replace(CAST(body AS TEXT), '" + old + "', '" + changed + "')";
    return "UPDATE ledger SET body = CAST(" + body + " AS BLOB) WHERE seq = " + seq;
  }

  private static Attack.Act dismissed() {
    return reviewed -> {
      examiner(reviewed, reviewed.dismissal("R. Viewer"));
      by("R. Viewer", "R. Viewer", ReviewedCase.release()).on(reviewed);
    };
  }

  private static Attack.Act admitTwice() {
    return reviewed -> examiner(reviewed, reviewed.admission("R. Viewer", "examiner"));
  }

  private static Attack.Act admitNobodysKey() {
    JsonObject person =
        JsonObject.empty()
            .with("name", "N. Obody")
            .with("publicKey", NOBODYS_KEY)
            .with("role", "reviewer");
    JsonObject fields = JsonObject.empty().with("person", person);
    return reviewed -> examiner(reviewed, new EntryDraft("person-admitted", fields, List.of()));
  }

  private static String beginWithNobodysKey() {
    return "UPDATE ledger SET body = CAST(json_set(CAST(body AS TEXT), '$.examiner.publicKey', '"
        + NOBODYS_KEY
        + "') AS BLOB) WHERE seq = 0";
  }

  private static Attack.Act dismissLast() {
    return reviewed -> examiner(reviewed, reviewed.dismissal("E. Xaminer"));
  }

  /** The newest entry is taken back and another one is signed in its place. */
  private static Attack.Act forkedTail() {
    return reviewed -> {
      reviewed
          .lab()
          .tamper(
              "DELETE FROM ledger WHERE seq = 9",
              "DELETE FROM checkpoint WHERE size = 10",
              "DELETE FROM entry_index WHERE seq = 9",
              "DELETE FROM blob_use WHERE seq = 9");
      examiner(reviewed, NOTE);
    };
  }

  private static void examiner(ReviewedCase reviewed, EntryDraft draft) throws Exception {
    by(ReviewedCase.EXAMINER, ReviewedCase.EXAMINER, draft).on(reviewed);
  }

  /** A second report, so that nobody reviewed it yet. */
  private static ReportName second(ReviewedCase reviewed) throws Exception {
    String pdf = "%PDF, the second";
    try (CaseFile open = reviewed.lab().open()) {
      BlobRef blob = Laboratory.put(open, pdf);
      open.writeReport("report-002.pdf", pdf.getBytes(StandardCharsets.UTF_8));
      JsonObject fields =
          JsonObject.empty()
              .with("id", "P2")
              .with("fileName", "report-002.pdf")
              .with("checkpointSize", open.size());
      open.append(
          new EntryDraft(
              "report-issued",
              fields,
              List.of(new org.palimpsest.evidence.entry.v1.BlobUse(blob, "report"))));
      return new ReportName("P2", blob.sha256());
    }
  }

  private static EntryDraft release(ReportName report) {
    JsonObject fields = JsonObject.empty().with("report", report.toJson());
    return new EntryDraft("report-released", fields, List.of());
  }

  private static Checkpoint newest(ReviewedCase reviewed) throws Exception {
    try (CaseFile open = CaseFile.openReadOnly(reviewed.lab().folder())) {
      return open.latestCheckpoint();
    }
  }

  private static void receive(ReviewedCase reviewed, ReviewStatement statement) throws Exception {
    receive(reviewed, statement, statement.bytes());
  }

  private static void receive(ReviewedCase reviewed, ReviewStatement entry, byte[] bytes)
      throws Exception {
    BlobRef blob =
        new BlobStore(reviewed.lab().folder().resolve("blobs"), true)
            .put(new ByteArrayInputStream(bytes));
    examiner(reviewed, ReviewedCase.review(blob, entry.review()));
  }

  private static ReviewStatement agreeing(
      ReviewedCase reviewed, String name, SigningKey key, ReportName report) throws Exception {
    return ReviewedCase.review(newest(reviewed), name, key, ReviewVerdict.AGREES, report);
  }

  private static Attack.Act selfReview(String name) {
    return reviewed -> {
      ReportName report = second(reviewed);
      examiner(reviewed, reviewed.admission(name, "reviewer"));
      receive(reviewed, agreeing(reviewed, name, reviewed.lab().keyOf(name), report));
      examiner(reviewed, release(report));
    };
  }

  private static Attack.Act sameKey() {
    return reviewed -> {
      ReportName report = second(reviewed);
      receive(reviewed, agreeing(reviewed, "Someone", reviewed.lab().key(), report));
      examiner(reviewed, release(report));
    };
  }

  private static Attack.Act unreviewed() {
    return reviewed -> examiner(reviewed, release(second(reviewed)));
  }

  private static Attack.Act objected() {
    return reviewed -> {
      ReportName report = second(reviewed);
      receive(
          reviewed, reviewed.review(newest(reviewed), "R. Viewer", ReviewVerdict.OBJECTS, report));
      examiner(reviewed, release(report));
    };
  }

  private static Attack.Act releaseOther() {
    return reviewed ->
        examiner(reviewed, release(new ReportName("P1", Sha256.hash(new byte[] {7}))));
  }

  private static Attack.Act byStranger() {
    return reviewed -> {
      ReportName report = second(reviewed);
      receive(reviewed, agreeing(reviewed, "Stranger", reviewed.lab().keyOf("Stranger"), report));
      examiner(reviewed, release(report));
    };
  }

  private static Attack.Act strangersReview() {
    return reviewed -> {
      SigningKey key = reviewed.lab().keyOf("Stranger");
      receive(reviewed, agreeing(reviewed, "Stranger", key, ReviewedCase.REPORT));
    };
  }

  private static Attack.Act editStatement() {
    return reviewed -> {
      try (Stream<Path> files = Files.walk(reviewed.lab().folder().resolve("blobs"))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String text = Files.readString(file);
          if (text.contains("palimpsest-review/1")) {
            change(file, text.replace("agrees", "abrees"));
          }
        }
      }
    };
  }

  private static Attack.Act brokenStatement() {
    return reviewed -> {
      ReviewStatement sound =
          agreeing(reviewed, "R. Viewer", reviewed.lab().keyOf("R. Viewer"), ReviewedCase.REPORT);
      String text = sound.note().replace("seen", "sene");
      receive(reviewed, sound, text.getBytes(StandardCharsets.UTF_8));
    };
  }

  private static Attack.Act otherReport() {
    return reviewed -> {
      ReportName report = second(reviewed);
      SigningKey key = reviewed.lab().keyOf("R. Viewer");
      ReviewStatement one = agreeing(reviewed, "R. Viewer", key, ReviewedCase.REPORT);
      ReviewStatement two = agreeing(reviewed, "R. Viewer", key, report);
      receive(reviewed, two, one.bytes());
    };
  }

  private static Attack.Act otherVerdict() {
    return reviewed -> {
      ReportName report = second(reviewed);
      Checkpoint seen = newest(reviewed);
      ReviewStatement objection = reviewed.review(seen, "R. Viewer", ReviewVerdict.OBJECTS, report);
      ReviewStatement agreement = reviewed.review(seen, "R. Viewer", ReviewVerdict.AGREES, report);
      receive(reviewed, agreement, objection.bytes());
    };
  }

  private static Attack.Act otherCase() {
    return reviewed -> {
      Path desk = Files.createDirectories(reviewed.lab().desk().resolve("other"));
      Laboratory other = new Laboratory(desk).withCase(8);
      Checkpoint seen;
      try (CaseFile open = CaseFile.openReadOnly(other.folder())) {
        seen = open.latestCheckpoint();
      }
      receive(
          reviewed, reviewed.review(seen, "R. Viewer", ReviewVerdict.AGREES, ReviewedCase.REPORT));
    };
  }

  private static Attack.Act overwrite(String content, String changed) {
    return reviewed -> change(blob(reviewed, content), changed);
  }

  private static void change(Path file, String text) throws Exception {
    if (!file.toFile().setWritable(true)) {
      throw new AssertionError(file + " cannot be written");
    }
    Files.writeString(file, text);
  }

  private static Attack.Act linkToAll() {
    return reviewed -> {
      Path blobs = reviewed.lab().folder().resolve("blobs");
      Path moved = Files.move(blobs, reviewed.lab().desk().resolve("moved-blobs"));
      Files.createSymbolicLink(blobs, moved);
    };
  }

  private static Attack.Act link() {
    return reviewed -> {
      Path blob = blob(reviewed, "recording 2");
      Path moved = Files.move(blob, reviewed.lab().desk().resolve("moved"));
      Files.createSymbolicLink(blob, moved);
    };
  }

  private static Path blob(ReviewedCase reviewed, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    String hex = Sha256.hash(bytes).hex();
    Path blobs = reviewed.lab().folder().resolve("blobs");
    return blobs.resolve(hex.substring(0, 2)).resolve(hex.substring(2));
  }

  private static Path report(ReviewedCase reviewed) {
    return reviewed.lab().folder().resolve("reports").resolve("report-001.pdf");
  }
}
