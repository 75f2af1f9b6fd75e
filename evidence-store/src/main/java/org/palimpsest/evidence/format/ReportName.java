package org.palimpsest.evidence.format;

/**
 * A report to the byte.
 *
 * @param id {@code P1}, …
 * @param sha256 of its PDF
 */
public record ReportName(String id, Sha256 sha256) {
  /** As the ledger and a review write it. */
  public JsonObject toJson() {
    return JsonObject.empty().with("id", id).with("sha256", sha256.hex());
  }

  /**
   * Reads {@link #toJson}'s form.
   *
   * @throws IllegalArgumentException for another
   */
  public static ReportName from(JsonObject json) {
    return new ReportName(json.string("id"), new Sha256(json.string("sha256")));
  }
}
