package org.palimpsest.evidence.verify;

import java.util.List;
import java.util.Optional;
import org.palimpsest.evidence.format.JsonArray;
import org.palimpsest.evidence.format.JsonObject;

/**
 * What a verification found. It proves that what the case holds was signed by the key that entry 0
 * names, and was not changed since; not whose key that is, nor that what was logged is true.
 *
 * @param caseId as entry 0 has it, if it can be read
 * @param entries how many there are
 * @param checkpoints how many there are
 * @param blobs how many different ones the entries rely on; each was read to its end
 * @param anchored whether the case was compared with a checkpoint from outside it
 * @param findings what is not as it must be; empty for a verified case
 * @param remarks what the reader should know though it is no finding
 * @param newestCheckpoint the note of the largest checkpoint that can be read
 */
public record VerificationReport(
    Optional<String> caseId,
    long entries,
    long checkpoints,
    long blobs,
    boolean anchored,
    List<Finding> findings,
    List<String> remarks,
    Optional<String> newestCheckpoint) {
  /** Keeps copies of the lists. */
  public VerificationReport {
    findings = List.copyOf(findings);
    remarks = List.copyOf(remarks);
  }

  /** Whether everything is as it must be. */
  public boolean verified() {
    return findings.isEmpty();
  }

  /** For {@code --json}. */
  public JsonObject toJson() {
    JsonObject json =
        JsonObject.empty()
            .with("verified", verified())
            .with("entries", entries)
            .with("checkpoints", checkpoints)
            .with("blobs", blobs)
            .with("anchored", anchored)
            .with("findings", JsonArray.of(findings.stream().map(Finding::toJson).toList()))
            .with("remarks", JsonArray.ofStrings(remarks));
    if (caseId.isPresent()) {
      json = json.with("caseId", caseId.get());
    }
    return newestCheckpoint.isPresent() ? json.with("checkpoint", newestCheckpoint.get()) : json;
  }
}
