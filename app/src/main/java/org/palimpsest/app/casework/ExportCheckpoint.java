package org.palimpsest.app.casework;

import java.util.List;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.CanonicalJson;
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.format.JsonArray;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.Sha256;
import org.palimpsest.evidence.proof.MerkleTree;
import org.palimpsest.evidence.verify.CopiedNote;

/** Gives the state of a case to people who keep it elsewhere. Changes nothing. */
public final class ExportCheckpoint {
  private static final String FORMAT = "palimpsest-consistency/1";

  ExportCheckpoint() {}

  /** The newest checkpoint, as a signed note. */
  public String note(CaseFile file) {
    return file.latestCheckpoint().note();
  }

  /**
   * A proof that the case as it is now continues an older state, for somebody who has that state
   * and not the case (case format 1, section 9).
   *
   * @param older the older checkpoint, as it was exported or copied
   * @throws RefusedException if the case does not continue it
   */
  public String consistency(CaseFile file, byte[] older) throws RefusedException {
    Checkpoint first =
        CopiedNote.find(older)
            .map(Checkpoint::parse)
            .orElseThrow(() -> new RefusedException("the older file holds no checkpoint"));
    Checkpoint second = file.latestCheckpoint();
    MerkleTree tree = new MerkleTree(file.entries().stream().map(LedgerEntry::leafHash).toList());
    boolean continued =
        first.origin().equals(second.origin())
            && first.size() <= tree.size()
            && tree.root((int) first.size()).equals(first.root());
    if (!continued) {
      throw new RefusedException(
          file.folder() + ": does not continue that checkpoint; run verify --checkpoint");
    }
    List<JsonObject> keys =
        java.util.stream.Stream.concat(file.people().list().stream(), file.people().past().stream())
            .map(person -> person.key().named(person.name()))
            .toList();
    List<String> path =
        tree.consistency((int) first.size()).path().stream().map(Sha256::hex).toList();
    return CanonicalJson.text(
            JsonObject.empty()
                .with("format", FORMAT)
                .with("first", first.note())
                .with("second", second.note())
                .with("proof", JsonArray.ofStrings(path))
                .with("keys", JsonArray.of(keys)))
        + "\n";
  }
}
