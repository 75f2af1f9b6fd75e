package org.palimpsest.evidence.verify;

import org.palimpsest.evidence.format.JsonObject;

/**
 * How far the signatures of the checkpoints in a case were checked: each vouches for all entries
 * before it, so that a few are enough for the entries.
 *
 * @param checked checkpoints whose signature was checked, whatever came of it
 * @param of checkpoints that there are
 * @param further signatures beside these that people of the case made, and that hold
 */
public record SignatureCount(long checked, long of, long further) {
  /** What was checked and what was not, for people, on one line. */
  public String line() {
    String rest =
        checked < of
            ? " (newest, anchored, reported, reviewed, stamped, last of each key);"
                + " --every-signature checks all"
            : "";
    String more = further == 0 ? "" : "; " + further + " more by people of the case";
    return "signatures checked: " + checked + " of " + of + rest + more;
  }

  /** For {@code --json}. */
  JsonObject toJson() {
    return JsonObject.empty().with("checked", checked).with("of", of).with("further", further);
  }
}
