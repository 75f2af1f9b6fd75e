package org.palimpsest.evidence.ledger;

import java.util.List;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.blob.BlobRef;
import org.palimpsest.evidence.entry.v1.Actor;
import org.palimpsest.evidence.entry.v1.BlobUse;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.CanonicalJson;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.Sha256;

/** Entries for tests of the tables, which ask nothing of what an entry says. */
final class TestEntry {
  private TestEntry() {}

  static LedgerEntry at(long seq) {
    BlobUse use = new BlobUse(new BlobRef(Sha256.hash(), 0), "nothing");
    JsonObject body =
        new EntryDraft("note", JsonObject.empty().with("id", "N" + seq), List.of(use))
            .body(seq, Laboratory.NOON, new Actor("E. Xaminer", "00000000"));
    return new LedgerEntry(seq, body, MerkleFrontier.leafHash(CanonicalJson.bytes(body)));
  }
}
