package org.palimpsest.evidence.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.palimpsest.evidence.bag.Bag;
import org.palimpsest.evidence.bag.TextLines;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.BundleLine;
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.format.JsonParser;
import org.palimpsest.evidence.ledger.MerkleFrontier;

/** Reads the ledger in a bundle for use, as {@link CaseReading} reads one in a case. */
final class BundleReading {
  private static final String FORMAT = "Palimpsest-Bundle";
  private static final String VERSION = "1";
  private static final int LONGEST_NOTE = 1 << 20;

  private final Bag bag;

  BundleReading(Bag bag) {
    this.bag = bag;
  }

  /**
   * @throws IOException if the bag cannot be read, or is no bundle of this format
   * @throws IllegalArgumentException if what it holds cannot be read as entries
   */
  CaseContent read() throws IOException {
    String version = bag.bagInfo().getOrDefault(FORMAT, "");
    if (!version.equals(VERSION)) {
      throw new IOException(
          version.isEmpty()
              ? "it is a bag, but no bundle of a case"
              : "it has bundle format " + version + ", this program reads format " + VERSION);
    }
    List<LedgerEntry> entries = new ArrayList<>();
    try (TextLines lines = new TextLines(bag.open("ledger.jsonl"), BundleLine.LONGEST)) {
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        entries.add(entry(entries.size(), line.get()));
      }
    }
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("the ledger has no entry");
    }
    return new CaseContent(entries, Checkpoint.parse(newestNote()));
  }

  private static LedgerEntry entry(int place, String text) {
    try {
      BundleLine line = BundleLine.parse(text);
      byte[] body = line.body().getBytes(StandardCharsets.UTF_8);
      if (line.seq() != place) {
        throw new IllegalArgumentException("it is missing");
      }
      return new LedgerEntry(place, JsonParser.parseObject(body), MerkleFrontier.leafHash(body))
          .checked();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("entry " + place + ": " + e.getMessage(), e);
    }
  }

  private String newestNote() throws IOException {
    try (InputStream in = bag.open("checkpoint.txt")) {
      return new String(in.readNBytes(LONGEST_NOTE), StandardCharsets.UTF_8);
    }
  }
}
