package org.palimpsest.evidence.verify;

import static org.palimpsest.evidence.verify.Attack.alone;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.blob.BlobRef;
import org.palimpsest.evidence.entry.v1.BlobUse;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.JsonParser;
import org.palimpsest.evidence.format.Sha256;

/** What the examiner's own key signs of things that are not, or not so. */
final class AttacksOnReferences {
  private static final Sha256 RECORDING =
      Sha256.hash("recording 1".getBytes(StandardCharsets.UTF_8));

  private AttacksOnReferences() {}

  static Stream<Attack> all() {
    return Stream.of(
        named("give a name a second time", "recording-imported", "'id':'rec-1','label':'l'"),
        named("an input from nowhere", "restoration", step("'id':'rec-7','sha256':'H'")),
        named("an input with another's bytes", "restoration", step("'id':'rec-2','sha256':'H'")),
        named("an opinion about nothing", "opinion-stated", opinion("'about':['Q9']")),
        named("replace no opinion", "opinion-stated", opinion("'about':[],'replaces':'O0'")),
        named("replay another step", "replay", step("") + ",'replayed':{'id':'R1','seq':1}"),
        alone(
            "a report on a checkpoint to come",
            Cause.ENTRY_MALFORMED,
            sign("report-issued", "'id':'P9','fileName':'f','checkpointSize':11")));
  }

  private static Attack named(String name, String kind, String fields) {
    return alone(name, Cause.REFERENCE_INVALID, sign(kind, fields));
  }

  private static String step(String input) {
    String inputs = input.isEmpty() ? "" : "{" + input + "}";
    return "'id':'R9','plan':{'method':'replay'},'outcome':'failed','outputs':[],'models':[],"
        + "'environment':{},'results':{},'inputs':["
        + inputs
        + "]";
  }

  private static String opinion(String fields) {
    return "'id':'O1','text':'t'," + fields;
  }

  private static Attack.Act sign(String kind, String fields) {
    String json = "{" + fields.replace("'H'", "'" + RECORDING + "'").replace('\'', '"') + "}";
    JsonObject parsed = JsonParser.parseObject(json.getBytes(StandardCharsets.UTF_8));
    BlobUse use = new BlobUse(new BlobRef(RECORDING, 11), "recording");
    EntryDraft draft = new EntryDraft(kind, parsed, List.of(use));
    return reviewed ->
        new Intruder(reviewed.lab())
            .append(reviewed.lab().key(), ReviewedCase.EXAMINER, draft, Laboratory.NOON);
  }
}
