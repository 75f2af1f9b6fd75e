package org.palimpsest.evidence.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import org.palimpsest.evidence.bag.Bag;
import org.palimpsest.evidence.format.BundleLine;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.Sha256;
import org.palimpsest.evidence.proof.InclusionProof;

/** The rows of a bundle: two files with a line for each. */
final class BundleRows implements CaseRows {
  private static final String LEDGER = "ledger.jsonl";
  private static final String CHECKPOINTS = "checkpoints.jsonl";
  private static final String NEWEST = "checkpoint.txt";

  private final Bag bag;
  private final Findings findings;

  BundleRows(Bag bag, Findings findings) {
    this.bag = bag;
    this.findings = findings;
  }

  @Override
  public void entries(EntrySink sink) throws SQLException, IOException {
    try (Lines lines = new Lines(bag.open(LEDGER), LEDGER)) {
      for (Optional<BundleLine> row = next(lines); row.isPresent(); row = next(lines)) {
        BundleLine line = row.get();
        sink.entry(line.seq(), bodyOf(line), line.leafHash().raw());
      }
    }
  }

  /** Each audit path, which the tree of all entries is needed for, and the table of contents. */
  @Override
  public void compareWith(PrefixTree tree) throws IOException {
    Sha256 root = tree.root(tree.size());
    try (Lines lines = new Lines(bag.open(LEDGER), LEDGER);
        ContentsTable table = new ContentsTable(table())) {
      for (Optional<BundleLine> row = next(lines); row.isPresent(); row = next(lines)) {
        BundleLine line = row.get();
        table.entry(line.seq(), bodyOf(line));
        Sha256 leaf = Sha256.ofRaw(PrefixTree.leaf(bodyOf(line)));
        InclusionProof proof = new InclusionProof(line.seq(), tree.size(), line.proof());
        if (!proof.holds(leaf, root)) {
          String words = "its audit path does not lead to the root of all entries";
          findings.add(Cause.PROOF_INVALID, Subject.LEDGER, line.seq(), words);
        }
      }
      if (table.differs()) {
        String words = ContentsTable.NAME + " does not say what the ledger says";
        findings.add(Cause.BAG_CHANGED, Subject.BUNDLE, words);
      }
    }
  }

  /** A table that is not there says less than the ledger. */
  private InputStream table() throws IOException {
    boolean there = bag.names().contains(ContentsTable.NAME);
    return there ? bag.open(ContentsTable.NAME) : InputStream.nullInputStream();
  }

  @Override
  public void checkpoints(CheckpointSink sink) throws IOException {
    String newest = "";
    try (Lines lines = new Lines(bag.open(CHECKPOINTS), CHECKPOINTS)) {
      for (Optional<JsonObject> line = lines.nextObject();
          line.isPresent();
          line = lines.nextObject()) {
        newest = line.get().string("note");
        sink.checkpoint(line.get().integer("size"), bounded(newest));
      }
    }
    byte[] shown = new Content(0, () -> bag.open(NEWEST)).bytes(NoteReading.LARGEST);
    if (!new String(shown, StandardCharsets.UTF_8).equals(newest)) {
      String words = NEWEST + " is not the newest checkpoint";
      findings.add(Cause.CHECKPOINT_EDITED, Subject.BUNDLE, words);
    }
  }

  private static byte[] bounded(String note) {
    byte[] bytes = note.getBytes(StandardCharsets.UTF_8);
    return bytes.length <= NoteReading.LARGEST ? bytes : null;
  }

  private static Optional<BundleLine> next(Lines lines) throws IOException {
    Optional<String> line = lines.next();
    try {
      return line.map(BundleLine::parse);
    } catch (IllegalArgumentException e) {
      throw new IOException(lines.place() + ": " + e.getMessage(), e);
    }
  }

  private static byte[] bodyOf(BundleLine line) {
    return line.body().getBytes(StandardCharsets.UTF_8);
  }
}
