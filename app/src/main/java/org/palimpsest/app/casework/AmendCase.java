package org.palimpsest.app.casework;

import java.util.List;
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.JsonObject;

/** Says title, authority or purpose anew; what was said before stays in the ledger. */
public final class AmendCase {
  AmendCase() {}

  /**
   * Appends the amendment.
   *
   * @param field {@code title}, {@code authority} or {@code purpose}
   */
  public LedgerEntry run(CaseFile file, String field, String value, String reason)
      throws CaseException {
    JsonObject fields =
        JsonObject.empty().with("field", field).with("value", value).with("reason", reason);
    return file.append(EntryDraft.of(EntryKind.CASE_AMENDED, fields, List.of()));
  }
}
