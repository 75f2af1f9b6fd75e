package org.palimpsest.app.casework;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.BlobUse;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.Sha256;
import org.palimpsest.evidence.format.UtcTime;
import org.palimpsest.evidence.proof.MerkleTree;
import org.palimpsest.evidence.timestamp.Certificates;
import org.palimpsest.evidence.timestamp.TimeStamp;
import org.palimpsest.evidence.timestamp.TimeStampCheck;
import org.palimpsest.evidence.timestamp.TimeStampException;
import org.palimpsest.evidence.timestamp.TimeStampQuery;

/**
 * Has an outside authority say when a checkpoint was there at the latest (RFC 3161). The query and
 * the response travel as files: this computer needs no network.
 */
public final class StampCheckpoint {
  private final Random random;

  /**
   * @param random for the nonces
   */
  StampCheckpoint(Random random) {
    this.random = random;
  }

  /**
   * Writes a query over the root of a checkpoint; the case is only read.
   *
   * @param size of the checkpoint; the newest by default
   * @param out must not exist
   * @return the size of the checkpoint
   */
  public long query(CaseFile file, OptionalLong size, Path out) throws RefusedException {
    OutputFile.require(out, file.folder());
    MerkleTree tree = tree(file);
    long wanted = size.orElse(tree.size());
    if (wanted < 1 || wanted > tree.size()) {
      throw new RefusedException(
          file.folder() + ": has no checkpoint of size " + wanted + ", it has " + tree.size());
    }
    try {
      byte[] query = TimeStampQuery.over(tree.root((int) wanted), random).der();
      Files.write(out, query, StandardOpenOption.CREATE_NEW);
      return wanted;
    } catch (IOException e) {
      throw new RefusedException(out + ": cannot be written (" + e.getMessage() + ")", e);
    }
  }

  /**
   * A response as it came, with the query that it answers.
   *
   * @param certificates files with the authority's certificate, or one that it leads to: where some
   *     are given, it must lead to one of them
   */
  public record Received(Path query, Path response, List<Path> certificates) {
    /** Keeps a copy of {@code certificates}. */
    public Received {
      certificates = List.copyOf(certificates);
    }
  }

  /**
   * Checks a response and enters it with all that is needed to check it again.
   *
   * @throws RefusedException also if the case has this very response already
   */
  public LedgerEntry receive(CaseFile file, Received received)
      throws RefusedException, CaseException {
    byte[] query = read(received.query());
    byte[] response = read(received.response());
    List<byte[]> given = new ArrayList<>();
    List<X509Certificate> certificates = new ArrayList<>();
    for (Path path : received.certificates()) {
      given.add(read(path));
      certificates.addAll(parse(path, given.get(given.size() - 1)));
    }
    Sha256 root = root(received.query(), query);
    long size = sizeOf(file, root, received.query());
    TimeStamp stamp;
    try {
      stamp = new TimeStampCheck(certificates, certificates).check(query, response, root);
    } catch (TimeStampException e) {
      throw new RefusedException(
          received.response() + ": is no valid time stamp, " + e.getMessage(), e);
    }
    try {
      synchronized (file) {
        OnceOnly.TIME_STAMP.requireNew(file, response);
        List<BlobUse> blobs = new ArrayList<>();
        blobs.add(put(file, query, "time-stamp-query"));
        blobs.add(put(file, response, OnceOnly.TIME_STAMP.role()));
        for (byte[] each : given) {
          blobs.add(put(file, each, "time-stamp-certificate"));
        }
        return enter(file, size, stamp, blobs);
      }
    } catch (IOException e) {
      throw new RefusedException(
          file.folder() + ": the time stamp cannot be stored (" + e.getMessage() + ")", e);
    }
  }

  private static LedgerEntry enter(CaseFile file, long size, TimeStamp stamp, List<BlobUse> blobs)
      throws CaseException {
    JsonObject fields =
        JsonObject.empty()
            .with("id", EntryId.next(file, EntryKind.TIME_STAMP_RECEIVED, "T"))
            .with("checkpointSize", size)
            .with("stampedTime", UtcTime.format(stamp.time()))
            .with("authority", stamp.authority())
            .with("serial", stamp.serial())
            .with("policy", stamp.policy());
    if (stamp.accuracy().isPresent()) {
      fields = fields.with("accuracyMs", roundedUp(stamp.accuracy().get()));
    }
    return file.append(EntryDraft.of(EntryKind.TIME_STAMP_RECEIVED, fields, blobs));
  }

  private static long roundedUp(Duration accuracy) {
    return accuracy.plusNanos(999_999).toMillis();
  }

  private static MerkleTree tree(CaseFile file) {
    return new MerkleTree(file.entries().stream().map(LedgerEntry::leafHash).toList());
  }

  private static long sizeOf(CaseFile file, Sha256 root, Path query) throws RefusedException {
    MerkleTree tree = tree(file);
    for (int size = tree.size(); size > 0; size--) {
      if (tree.root(size).equals(root)) {
        return size;
      }
    }
    throw new RefusedException(query + ": is over no checkpoint of " + file.folder());
  }

  private static Sha256 root(Path file, byte[] query) throws RefusedException {
    try {
      return TimeStampQuery.parse(query).root();
    } catch (TimeStampException e) {
      throw new RefusedException(file + ": " + e.getMessage(), e);
    }
  }

  private static List<X509Certificate> parse(Path file, byte[] content) throws RefusedException {
    try {
      return Certificates.parse(content);
    } catch (TimeStampException e) {
      throw new RefusedException(file + ": " + e.getMessage(), e);
    }
  }

  private static byte[] read(Path file) throws RefusedException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(TimeStampQuery.LARGEST + 1);
    } catch (IOException e) {
      throw new RefusedException(file + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }

  private static BlobUse put(CaseFile file, byte[] content, String role) throws IOException {
    return new BlobUse(file.blobs().put(new ByteArrayInputStream(content)), role);
  }
}
