package org.palimpsest.evidence.verify;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.palimpsest.evidence.format.JsonArray;
import org.palimpsest.evidence.format.JsonObject;

/**
 * What a verification found. It proves that what the case holds was signed by the keys that it
 * names, the first of them in entry 0, and was not changed since; not whose keys those are, nor
 * that what was logged is true.
 *
 * @param caseId as entry 0 has it, if it can be read
 * @param entries how many there are
 * @param checkpoints how many there are
 * @param blobs how many different ones the entries rely on; each was read to its end
 * @param signatures of how many checkpoints the signature was checked
 * @param anchored whether the case was compared with a checkpoint from outside it
 * @param findings what is not as it must be; empty for a verified case
 * @param flags what the reader should know though it is no finding
 * @param newestCheckpoint the note of the largest checkpoint that can be read
 */
public record VerificationReport(
    Optional<String> caseId,
    long entries,
    long checkpoints,
    long blobs,
    SignatureCount signatures,
    boolean anchored,
    List<Finding> findings,
    List<Flag> flags,
    Optional<String> newestCheckpoint) {
  /** Keeps copies of the lists. */
  public VerificationReport {
    findings = List.copyOf(findings);
    flags = List.copyOf(flags);
  }

  /** Whether everything is as it must be. */
  public boolean verified() {
    return findings.isEmpty();
  }

  /** Why nothing was checked, if the case is of a format that came after this program. */
  public Optional<String> newerFormat() {
    return findings.stream()
        .filter(finding -> finding.cause() == Cause.NEWER_FORMAT)
        .map(Finding::words)
        .findFirst();
  }

  /** The words of the flags. */
  public List<String> remarks() {
    return flags.stream().map(Flag::words).toList();
  }

  /**
   * The whole report for people: the verdict, each finding, what each kind of finding does and does
   * not prove, and the remarks.
   */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add((verified() ? "verified: " : "NOT VERIFIED: ") + counts());
    if (signatures.of() > 0) {
      lines.add(signatures.line());
    }
    findings.forEach(finding -> lines.add(finding.line()));
    Set<Cause> causes = EnumSet.noneOf(Cause.class);
    for (Finding finding : findings) {
      if (causes.add(finding.cause())) {
        lines.add(finding.cause() + " proves " + finding.cause().proves());
        lines.add(finding.cause() + " does not prove " + finding.cause().doesNotProve());
      }
    }
    lines.addAll(remarks());
    return List.copyOf(lines);
  }

  private String counts() {
    return entries == 0
        ? "no entry could be read"
        : PlainWords.entries(entries)
            + ", "
            + PlainWords.count(checkpoints, "checkpoint", "checkpoints")
            + ", "
            + PlainWords.count(blobs, "blob", "blobs");
  }

  /** For {@code --json}. */
  public JsonObject toJson() {
    JsonObject json =
        JsonObject.empty()
            .with("verified", verified())
            .with("entries", entries)
            .with("checkpoints", checkpoints)
            .with("blobs", blobs)
            .with("signatures", signatures.toJson())
            .with("anchored", anchored)
            .with("findings", JsonArray.of(findings.stream().map(Finding::toJson).toList()))
            .with("remarks", JsonArray.ofStrings(remarks()))
            .with("flags", JsonArray.of(flags.stream().map(Flag::toJson).toList()));
    if (caseId.isPresent()) {
      json = json.with("caseId", caseId.get());
    }
    return newestCheckpoint.isPresent() ? json.with("checkpoint", newestCheckpoint.get()) : json;
  }
}
