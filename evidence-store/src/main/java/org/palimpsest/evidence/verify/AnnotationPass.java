package org.palimpsest.evidence.verify;

import static org.palimpsest.evidence.verify.EntryRules.require;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.palimpsest.evidence.format.CanonicalJson;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.JsonParser;

/** Reads what people marked in signals, and compares it with the entries that took it in. */
final class AnnotationPass {
  private static final int LARGEST = 16 << 20;
  private static final String FORMAT = "palimpsest-annotations/1";

  private final CaseContents contents;
  private final Findings findings;

  AnnotationPass(CaseContents contents, Findings findings) {
    this.contents = contents;
    this.findings = findings;
  }

  void check(List<CaseHistory.Received> entered) {
    for (CaseHistory.Received entry : entered) {
      try {
        BlobClaim claim = Claims.ofRole(entry.body(), "annotations").orElseThrow();
        Optional<Content> content = contents.blob(claim.sha256());
        if (content.isPresent()) { // one that is missing is said of the blob
          check(entry.body(), content.get().bytes(LARGEST));
        }
      } catch (IOException | IllegalArgumentException e) {
        findings.add(
            Cause.ANNOTATIONS_INVALID,
            Subject.LEDGER,
            entry.seq(),
            "the annotations: " + Reason.of(e));
      }
    }
  }

  private static void check(JsonObject entry, byte[] bytes) {
    JsonObject list = JsonParser.parseObject(bytes);
    require(Arrays.equals(CanonicalJson.bytes(list), bytes), "they are not in canonical form");
    require(list.string("format").equals(FORMAT), "they have another format than " + FORMAT);
    JsonObject signal = list.object("signal");
    JsonObject named = entry.object("signal");
    require(
        signal.string("id").equals(named.string("id"))
            && signal.string("sha256").equals(named.string("sha256")),
        "they are of another signal than the entry says");
    long samples = signal.integer("samples");
    require(
        samples >= 1 && signal.integer("sampleRateHz") >= 1 && signal.integer("channel") >= 1,
        "their signal is impossible");
    List<JsonObject> all = list.array("annotations").objects();
    require(
        all.size() == entry.integer("count"),
        "they are " + all.size() + ", the entry says " + entry.integer("count"));
    Set<String> ids = new HashSet<>();
    for (JsonObject one : all) {
      check(one, samples);
      require(ids.add(one.string("id")), "the id " + one.string("id") + " is given twice");
    }
  }

  private static void check(JsonObject one, long samples) {
    String id = one.string("id");
    require(!id.isBlank() && !one.string("author").isBlank(), "one has no id or no author");
    require(!one.string("tier").isBlank() && !one.string("label").isBlank(), id + " says nothing");
    EntryRules.time(one.string("made"));
    long start = one.integer("start");
    String kind = one.string("kind");
    require(start >= 0 && start < samples, id + " lies outside the signal");
    if (!kind.equals("point")) {
      require(kind.equals("region") || kind.equals("box"), id + " is of no known kind");
      long end = one.integer("end");
      require(end > start && end <= samples, id + " lies outside the signal");
    }
    if (kind.equals("box")) {
      BigDecimal low = new BigDecimal(one.string("lowHz"));
      require(
          low.signum() >= 0 && low.compareTo(new BigDecimal(one.string("highHz"))) < 0,
          id + " has an impossible range of frequencies");
    }
  }
}
