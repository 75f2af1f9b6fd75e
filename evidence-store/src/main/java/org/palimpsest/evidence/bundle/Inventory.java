package org.palimpsest.evidence.bundle;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.palimpsest.evidence.blob.BlobRef;
import org.palimpsest.evidence.entry.v1.BlobUse;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.entry.v1.Person;
import org.palimpsest.evidence.entry.v1.Role;
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.format.JsonArray;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.Sha256;
import org.palimpsest.evidence.format.VerifyingKey;
import org.palimpsest.evidence.proof.MerkleTree;

/** What a bundle of a case will hold, from one pass over its entries. */
final class Inventory {
  private static final String MODEL = "model";

  private final Omission omission;
  private final List<Sha256> leaves = new ArrayList<>();
  private final List<JsonObject> keys = new ArrayList<>();
  private final SortedMap<Sha256, Content> blobs = new TreeMap<>();
  private final SortedMap<String, BlobRef> reports = new TreeMap<>();
  private String caseId = "";
  private Checkpoint newest;

  private Inventory(Omission omission) {
    this.omission = omission;
  }

  /**
   * A blob of the case.
   *
   * @param size in bytes
   * @param omitted why it is left out, if it is
   */
  record Content(long size, Optional<String> omitted) {}

  static Inventory of(CaseRows rows, Omission omission) throws SQLException, IOException {
    Inventory inventory = new Inventory(omission);
    rows.entries((entry, body) -> inventory.add(entry));
    rows.checkpoints(checkpoint -> inventory.newest = checkpoint);
    if (inventory.leaves.isEmpty() || inventory.newest == null) {
      throw new IllegalArgumentException("the ledger has no entry or no checkpoint");
    }
    return inventory;
  }

  /**
   * The tree of all entries.
   *
   * @throws IllegalArgumentException if the newest checkpoint is not of this tree
   */
  MerkleTree tree() {
    MerkleTree tree = new MerkleTree(leaves);
    if (newest.size() != tree.size() || !newest.root().equals(tree.root())) {
      throw new IllegalArgumentException("the newest checkpoint is not the ledger's");
    }
    return tree;
  }

  String caseId() {
    return caseId;
  }

  Checkpoint newest() {
    return newest;
  }

  SortedMap<Sha256, Content> blobs() {
    return blobs;
  }

  /** The blob of each issued report, by its file name. */
  SortedMap<String, BlobRef> reports() {
    return reports;
  }

  JsonObject keys() {
    return JsonObject.empty().with("keys", JsonArray.of(keys));
  }

  long bytes() {
    return blobs.values().stream().mapToLong(Content::size).sum()
        + reports.values().stream().mapToLong(BlobRef::size).sum();
  }

  int omitted() {
    return (int) blobs.values().stream().filter(b -> b.omitted().isPresent()).count();
  }

  private void add(LedgerEntry entry) {
    leaves.add(entry.leafHash());
    for (BlobUse use : entry.blobs()) {
      Optional<String> reason =
          use.role().equals(MODEL) ? omission.reason(entry, use) : Optional.empty();
      Content content = new Content(use.blob().size(), reason);
      blobs.merge(use.blob().sha256(), content, (one, two) -> one.omitted().isEmpty() ? one : two);
      if (entry.is(EntryKind.REPORT_ISSUED) && use.role().equals("report")) {
        reports.put(entry.body().string("fileName"), use.blob());
      }
    }
    if (entry.is(EntryKind.CASE_CREATED)) {
      caseId = entry.body().string("caseId");
      JsonObject examiner = entry.body().object("examiner");
      VerifyingKey key = new VerifyingKey(examiner.string("publicKey"));
      addKey(entry, new Person(examiner.string("name"), key, Role.EXAMINER));
    } else if (entry.is(EntryKind.PERSON_ADMITTED)) {
      addKey(entry, Person.from(entry.body().object("person")));
    }
  }

  private void addKey(LedgerEntry entry, Person person) {
    keys.add(person.toJson().with("seq", entry.seq()));
  }
}
