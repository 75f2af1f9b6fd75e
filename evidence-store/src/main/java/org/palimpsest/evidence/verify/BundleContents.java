package org.palimpsest.evidence.verify;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.palimpsest.evidence.bag.Bag;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.Sha256;

/** The content of a bundle. */
final class BundleContents implements CaseContents {
  private static final String OMITTED = "omitted.jsonl";
  private static final Set<String> OWN =
      Set.of(
          "README.txt",
          "ledger.jsonl",
          "checkpoints.jsonl",
          "checkpoint.txt",
          "keys.json",
          "contents.tsv",
          OMITTED);

  private final Bag bag;
  private final Map<BlobClaim, String> omissions = new LinkedHashMap<>();

  /**
   * @throws IOException if it cannot be read what was left out
   */
  BundleContents(Bag bag) throws IOException {
    this.bag = bag;
    if (!bag.names().contains(OMITTED)) {
      return;
    }
    try (Lines lines = new Lines(bag.open(OMITTED), OMITTED)) {
      for (Optional<JsonObject> line = lines.nextObject();
          line.isPresent();
          line = lines.nextObject()) {
        take(line.get(), lines.place());
      }
    }
  }

  private void take(JsonObject omission, String place) throws IOException {
    try {
      BlobClaim claim =
          new BlobClaim(new Sha256(omission.string("sha256")), omission.integer("size"));
      if (omissions.put(claim, omission.string("reason")) != null) {
        throw new IOException(place + " names the same content as a line before it");
      }
    } catch (IllegalArgumentException e) {
      throw new IOException(place + ": " + e.getMessage(), e);
    }
  }

  @Override
  public Optional<Content> blob(Sha256 sha256) {
    return file(nameOf(sha256));
  }

  @Override
  public Optional<Content> report(String fileName) {
    if (fileName.contains("/")) {
      throw new IllegalArgumentException("is no plain file name");
    }
    return file("reports/" + fileName);
  }

  @Override
  public boolean sealed() {
    return true;
  }

  @Override
  public Optional<String> omission(BlobClaim claim) {
    return Optional.ofNullable(omissions.get(claim));
  }

  @Override
  public void checkOmissions(Claims claims, Findings findings) {
    if (bag.names().contains(OMITTED) && omissions.isEmpty()) {
      add(findings, "is there and names nothing");
    }
    for (BlobClaim claim : omissions.keySet()) {
      if (bag.names().contains(nameOf(claim.sha256()))) {
        add(findings, "says that " + claim.sha256() + " was left out, and it is there");
      } else if (!claims.all().containsKey(claim)) {
        add(findings, "names " + claim.sha256() + ", which no entry uses, or not of that size");
      }
    }
  }

  private static void add(Findings findings, String words) {
    findings.add(Cause.BAG_CHANGED, Subject.BUNDLE, OMITTED + " " + words);
  }

  @Override
  public void flagTheRest(Claims claims, CaseHistory history, Flags flags) {
    Set<String> known = new HashSet<>(OWN);
    claims.all().keySet().forEach(claim -> known.add(nameOf(claim.sha256())));
    history.reports().all().forEach(report -> known.add("reports/" + report.fileName()));
    for (String name : bag.names()) {
      if (known.contains(name)) {
        continue;
      }
      if (name.startsWith("blobs/")) {
        flags.add(FlagCause.ORPHAN_BLOB, name + " is content that no entry relies on");
      } else if (name.startsWith("reports/")) {
        flags.add(FlagCause.REPORT_NOT_ISSUED, name + " was issued by no entry");
      } else {
        flags.add(FlagCause.UNKNOWN_FILE, name + " is no part of a bundle");
      }
    }
  }

  private Optional<Content> file(String name) {
    return bag.names().contains(name)
        ? Optional.of(new Content(bag.size(name), () -> bag.open(name)))
        : Optional.empty();
  }

  private static String nameOf(Sha256 sha256) {
    return "blobs/" + sha256.blobPath();
  }
}
