package org.palimpsest.evidence.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.palimpsest.evidence.entry.v1.BlobUse;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.BundleLine;
import org.palimpsest.evidence.format.CanonicalJson;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.JsonString;
import org.palimpsest.evidence.format.JsonValue;
import org.palimpsest.evidence.format.Sha256;
import org.palimpsest.evidence.proof.MerkleTree;

/** The texts in a bundle, each streamed from the rows of the case. */
final class BundleTexts {
  private final CaseRows rows;
  private final Inventory inventory;

  BundleTexts(CaseRows rows, Inventory inventory) {
    this.rows = rows;
    this.inventory = inventory;
  }

  String readme() {
    return """
    This is a case of Palimpsest, sealed in one folder: every entry of its ledger, every
    checkpoint with its signature, and the content that the entries rely on.

    Case     %s
    Entries  %d

    Check that nothing was changed or lost on the way, with what every system has, in the folder
    that holds bagit.txt:

        sha256sum -c manifest-sha256.txt
        sha256sum -c tagmanifest-sha256.txt

    Any validator of BagIt 1.0 (RFC 8493) does the same. Check all that the case claims, its
    signatures and its history, with the program's verifier, on the zip file or on the folder:

        palimpsest verify BUNDLE

    Compare with a checkpoint that you got by another way (a printed report, a message) if you can:
    only that shows that nothing was cut off the end, and that the whole was not written anew:

        palimpsest verify BUNDLE --checkpoint FILE

    ledger.jsonl       every entry, with the path that leads from it to the root
    checkpoints.jsonl  every checkpoint
    checkpoint.txt     the newest checkpoint, a signed note
    keys.json          whose public keys the case admits
    contents.tsv       what each file below blobs is
    omitted.jsonl      content that was left out, and why; not there if nothing was
    blobs              content, under the SHA-256 of its bytes
    reports            reports that were issued
    """
        .formatted(inventory.caseId(), inventory.newest().size());
  }

  void ledger(OutputStream out) throws IOException {
    MerkleTree tree = inventory.tree();
    visitEntries(
        (entry, body) -> {
          int index = Math.toIntExact(entry.seq());
          BundleLine line =
              new BundleLine(body, entry.leafHash(), tree.inclusion(index).path(), entry.seq());
          writeLine(out, line.text());
        });
  }

  void checkpoints(OutputStream out) throws IOException {
    try {
      rows.checkpoints(
          checkpoint -> {
            JsonObject line =
                JsonObject.empty().with("note", checkpoint.note()).with("size", checkpoint.size());
            writeLine(out, CanonicalJson.text(line));
          });
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  void contents(OutputStream out) throws IOException {
    writeLine(out, "sha256\tsize\trole\tseq\tid\tlabel");
    visitEntries(
        (entry, body) -> {
          for (BlobUse use : entry.blobs()) {
            writeLine(
                out,
                String.join(
                    "\t",
                    use.blob().sha256().hex(),
                    Long.toString(use.blob().size()),
                    cell(use.role()),
                    Long.toString(entry.seq()),
                    cell(text(entry, "id")),
                    cell(text(entry, "label"))));
          }
        });
  }

  void omitted(OutputStream out) throws IOException {
    for (Map.Entry<Sha256, Inventory.Content> blob : inventory.blobs().entrySet()) {
      if (blob.getValue().omitted().isPresent()) {
        JsonObject line =
            JsonObject.empty()
                .with("reason", blob.getValue().omitted().get())
                .with("sha256", blob.getKey().hex())
                .with("size", blob.getValue().size());
        writeLine(out, CanonicalJson.text(line));
      }
    }
  }

  String info(Instant now, String agent, String oxum) {
    return """
    Bag-Software-Agent: %s
    Bagging-Date: %s
    External-Identifier: %s
    Palimpsest-Bundle: 1
    Payload-Oxum: %s
    """
        .formatted(agent, now.atOffset(ZoneOffset.UTC).toLocalDate(), inventory.caseId(), oxum);
  }

  private void visitEntries(CaseRows.EntryVisitor visitor) throws IOException {
    try {
      rows.entries(visitor);
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static String text(LedgerEntry entry, String field) {
    JsonValue value = entry.body().find(field).orElse(new JsonString(""));
    return value instanceof JsonString string ? string.value() : "";
  }

  /** A cell of a table: what would end it is written as its code. */
  private static String cell(String text) {
    StringBuilder cell = new StringBuilder();
    text.chars()
        .forEach(
            c -> {
              if (Character.isISOControl(c) || c == '\\') {
                cell.append(String.format("\\u%04x", c));
              } else {
                cell.append((char) c);
              }
            });
    return cell.toString();
  }

  private static void writeLine(OutputStream out, String line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
