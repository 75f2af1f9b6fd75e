package org.palimpsest.evidence.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.format.JsonArray;
import org.palimpsest.evidence.format.JsonObject;

/**
 * What came of a consistency proof.
 *
 * @param first the older checkpoint, if it can be read
 * @param second the newer one, if it can be read
 * @param signers a line for each that somebody signed
 * @param findings what is wrong; empty for a proof that holds
 */
record ConsistencyReport(
    Optional<Checkpoint> first,
    Optional<Checkpoint> second,
    String signers,
    List<Finding> findings) {
  ConsistencyReport {
    findings = List.copyOf(findings);
  }

  ConsistencyReport(Checkpoint first, Checkpoint second, String signers, List<Finding> findings) {
    this(Optional.of(first), Optional.of(second), signers, findings);
  }

  static ConsistencyReport unreadable(List<Finding> findings) {
    return new ConsistencyReport(Optional.empty(), Optional.empty(), "", findings);
  }

  boolean holds() {
    return findings.isEmpty();
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (holds()) {
      lines.add(
          "consistent: the first "
              + first.map(Checkpoint::size).orElse(0L)
              + " of "
              + PlainWords.entries(second.map(Checkpoint::size).orElse(0L))
              + " are those of the older checkpoint, "
              + first.map(Checkpoint::origin).orElse(""));
      lines.addAll(signers.lines().toList());
      lines.add("this does not prove whose keys those are, nor what the entries say");
    } else {
      lines.add("NOT CONSISTENT");
      for (Finding finding : findings) {
        lines.add(finding.line());
        lines.add(finding.cause() + " proves " + finding.cause().proves());
        lines.add(finding.cause() + " does not prove " + finding.cause().doesNotProve());
      }
    }
    return lines;
  }

  JsonObject toJson() {
    JsonObject json =
        JsonObject.empty()
            .with("consistent", holds())
            .with("findings", JsonArray.of(findings.stream().map(Finding::toJson).toList()));
    if (first.isPresent() && second.isPresent()) {
      json = json.with("first", first.get().note()).with("second", second.get().note());
    }
    return json;
  }
}
