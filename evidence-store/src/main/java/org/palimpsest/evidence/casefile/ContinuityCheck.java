package org.palimpsest.evidence.casefile;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.palimpsest.evidence.anchor.AnchorStore;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.entry.v1.People;
import org.palimpsest.evidence.entry.v1.Person;
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.format.NoteException;
import org.palimpsest.evidence.format.Sha256;
import org.palimpsest.evidence.ledger.MerkleFrontier;

/**
 * Whether a case may be continued. Writing to a case whose ledger was changed would sign the change
 * and overwrite the anchor that shows it.
 */
final class ContinuityCheck {
  private final CaseContent content;

  ContinuityCheck(CaseContent content) {
    this.content = content;
  }

  /** Why the newest checkpoint does not fit the entries, if it does not; anchors are not asked. */
  Optional<String> damage() {
    try {
      check(Optional.empty(), "");
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }

  /**
   * The tree to append to.
   *
   * @throws IllegalArgumentException in words, if the case may not be continued
   * @throws IOException if the anchor cannot be read
   */
  MerkleFrontier check(AnchorStore anchors) throws IOException {
    return check(anchorOf(anchors), anchors.file(content.state().caseId()).toString());
  }

  private MerkleFrontier check(Optional<Checkpoint> anchor, String anchorName) {
    MerkleFrontier tree = MerkleFrontier.empty();
    Optional<Sha256> rootAtAnchor = Optional.empty();
    for (LedgerEntry entry : content.entries()) {
      tree = tree.with(entry.leafHash());
      if (anchor.isPresent() && anchor.get().size() == tree.size()) {
        rootAtAnchor = Optional.of(tree.root());
      }
    }
    Checkpoint newest = content.checkpoint();
    if (!isOfThisCase(newest) || newest.size() != tree.size()) {
      throw new IllegalArgumentException("the newest checkpoint is not the ledger's");
    }
    if (!newest.root().equals(tree.root())) {
      throw new IllegalArgumentException("an entry was changed after it was signed");
    }
    if (content.misfit().isPresent()) {
      throw new IllegalArgumentException(content.misfit().get());
    }
    if (anchor.isPresent() && anchor.get().size() > tree.size()) {
      throw new OldCopyException(anchor.get().size() - tree.size(), anchorName);
    }
    if (anchor.isPresent() && !rootAtAnchor.equals(anchor.map(Checkpoint::root))) {
      throw new IllegalArgumentException("it does not contain its anchor " + anchorName);
    }
    return tree;
  }

  private Optional<Checkpoint> anchorOf(AnchorStore anchors) throws IOException {
    try {
      return anchors.read(content.state().caseId()).map(Checkpoint::parse);
    } catch (NoteException e) {
      throw new IOException(anchors.file(content.state().caseId()) + " is no checkpoint", e);
    }
  }

  /** Signed by who wrote the newest entry, whose key may have been dismissed by that very entry. */
  private boolean isOfThisCase(Checkpoint checkpoint) {
    List<LedgerEntry> entries = content.entries();
    String signer = entries.get(entries.size() - 1).actor().key();
    People people = content.state().people();
    return checkpoint.origin().equals(content.origin())
        && Stream.concat(people.list().stream(), people.past().stream())
            .map(Person::key)
            .filter(key -> key.id(content.origin()).equals(signer))
            .anyMatch(checkpoint::isSignedBy);
  }
}
