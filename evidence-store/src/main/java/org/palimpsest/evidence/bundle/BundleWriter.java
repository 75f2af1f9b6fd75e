package org.palimpsest.evidence.bundle;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.palimpsest.evidence.bag.Bag;
import org.palimpsest.evidence.blob.BlobRef;
import org.palimpsest.evidence.blob.BlobStore;
import org.palimpsest.evidence.database.CaseFormat;
import org.palimpsest.evidence.database.ReadOnlyDatabase;
import org.palimpsest.evidence.files.DurableFile;
import org.palimpsest.evidence.format.CanonicalJson;
import org.palimpsest.evidence.format.Sha256;

/**
 * Writes a case into one zip file of bundle format 1. The case is only read; it may be open for
 * writing meanwhile, but must not grow.
 *
 * <p>The file gets its name when it is complete, on the disk, and was read back with every hash
 * right; whatever goes wrong before leaves nothing. Memory grows with the number of entries and
 * blobs by some hundred bytes for each, not with their size. Whether the case holds is for the
 * verifier to say before: this looks at hashes alone.
 */
public final class BundleWriter {
  private static final String ZIP = ".zip";
  private static final int BUFFER = 1 << 16;

  private final Path folder;
  private final Omission omission;
  private final Clock clock;
  private final String agent;
  private final BlobStore blobs;

  /**
   * @param folder of the case
   * @param omission what is left out
   * @param clock for the times in the file, which otherwise depend on the case alone
   * @param agent name and version of the program
   */
  public BundleWriter(Path folder, Omission omission, Clock clock, String agent) {
    this.folder = folder;
    this.omission = omission;
    this.clock = clock;
    this.agent = agent;
    this.blobs = new BlobStore(CaseFormat.blobs(folder), false);
  }

  /**
   * Writes the bundle.
   *
   * @param target a name that is free and ends with {@code .zip}
   * @throws BundleException in one line, if the name is taken or unfit, the case is damaged or
   *     changes meanwhile, or the file cannot be written
   */
  public Bundle write(Path target) throws BundleException {
    String name = target.getFileName().toString();
    if (!name.endsWith(ZIP) || name.length() == ZIP.length()) {
      throw new BundleException(target + ": the name of a bundle ends with .zip");
    }
    requireFree(target);
    Path incoming = target.resolveSibling("." + UUID.randomUUID() + ".incoming");
    try (ReadOnlyDatabase database = ReadOnlyDatabase.open(folder)) {
      CaseRows rows = new CaseRows(database.connection());
      Inventory inventory = Inventory.of(rows, omission);
      requireRoom(target, inventory);
      Sha256 sha256 = write(incoming, name, rows, inventory);
      if (database.disturbed()) {
        throw new IOException("the case was changed meanwhile");
      }
      readBack(incoming);
      DurableFile.sync(incoming);
      BlobRef content = new BlobRef(sha256, Files.size(incoming));
      requireFree(target);
      Files.move(incoming, target);
      DurableFile.syncFolder(target.toAbsolutePath().getParent());
      return new Bundle(target, content, inventory.newest().size(), inventory.omitted());
    } catch (IOException | SQLException | IllegalArgumentException e) {
      throw new BundleException(
          target + ": no bundle of " + folder + " was made: " + e.getMessage(), e);
    } finally {
      clear(incoming);
    }
  }

  private Sha256 write(Path file, String name, CaseRows rows, Inventory inventory)
      throws IOException {
    MessageDigest digest = Sha256.newDigest();
    Instant now = clock.instant();
    try (OutputStream out =
        new BufferedOutputStream(
            hashing(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), digest), BUFFER)) {
      BagZip bag = new BagZip(out, name.substring(0, name.length() - ZIP.length()), now);
      BundleTexts texts = new BundleTexts(rows, inventory);
      bag.addText("README.txt", text -> text.write(bytes(texts.readme())));
      bag.addText("ledger.jsonl", texts::ledger);
      bag.addText("checkpoints.jsonl", texts::checkpoints);
      bag.addText("checkpoint.txt", text -> text.write(bytes(inventory.newest().note())));
      bag.addText("keys.json", text -> text.write(bytes(keys(inventory))));
      bag.addText("contents.tsv", texts::contents);
      if (inventory.omitted() > 0) {
        bag.addText("omitted.jsonl", texts::omitted);
      }
      addBlobs(bag, inventory);
      bag.finish(texts.info(now, agent, bag.oxum()));
    }
    return Sha256.ofRaw(digest.digest());
  }

  private void addBlobs(BagZip bag, Inventory inventory) throws IOException {
    for (Map.Entry<Sha256, Inventory.Content> blob : inventory.blobs().entrySet()) {
      if (blob.getValue().omitted().isEmpty()) {
        BlobRef ref = new BlobRef(blob.getKey(), blob.getValue().size());
        add(bag, "blobs/" + blob.getKey().blobPath(), ref);
      }
    }
    for (Map.Entry<String, BlobRef> report : inventory.reports().entrySet()) {
      add(bag, "reports/" + report.getKey(), report.getValue());
    }
  }

  private void add(BagZip bag, String name, BlobRef ref) throws IOException {
    if (!blobs.contains(ref)) {
      throw new IOException(
          "the content " + ref.sha256() + " is missing or has another size: run verify");
    }
    bag.addStored(name, ref.sha256(), ref.size(), () -> blobs.open(ref.sha256()));
  }

  /** What cannot be read again must not leave the laboratory. */
  private static void readBack(Path file) throws IOException {
    try (Bag bag = Bag.open(file)) {
      List<String> problems = bag.check();
      if (!problems.isEmpty()) {
        throw new IOException("it does not read back as it was written: " + problems.get(0));
      }
    }
  }

  private static void requireFree(Path target) throws BundleException {
    if (Files.exists(target)) {
      throw new BundleException(target + ": exists already; nothing is overwritten");
    }
  }

  private static void requireRoom(Path target, Inventory inventory) throws IOException {
    // not by FileStore: it finds no mount in a changed root
    long room = target.toAbsolutePath().getParent().toFile().getUsableSpace();
    if (room < inventory.bytes()) {
      throw new IOException(
          "it needs more than " + inventory.bytes() + " bytes, and the disk has " + room);
    }
  }

  private static OutputStream hashing(OutputStream out, MessageDigest digest) {
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] bytes, int offset, int count) throws IOException {
        digest.update(bytes, offset, count);
        out.write(bytes, offset, count);
      }

      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }
    };
  }

  private static String keys(Inventory inventory) {
    return CanonicalJson.text(inventory.keys());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void clear(Path incoming) {
    try {
      Files.deleteIfExists(incoming);
    } catch (IOException e) {
      incoming.toFile().deleteOnExit(); // the refusal that is on its way says what matters
    }
  }
}
