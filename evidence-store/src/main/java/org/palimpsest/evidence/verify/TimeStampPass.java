package org.palimpsest.evidence.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.timestamp.Certificates;
import org.palimpsest.evidence.timestamp.TimeStamp;
import org.palimpsest.evidence.timestamp.TimeStampCheck;
import org.palimpsest.evidence.timestamp.TimeStampException;

/** Checks every time stamp over the root of the checkpoint that its entry names. */
final class TimeStampPass {
  private static final int LARGEST = 1 << 20;

  private final CaseContents contents;
  private final Findings findings;
  private final Flags flags;
  private final List<X509Certificate> trusted = new ArrayList<>();

  /**
   * @param authorities files with certificates that the reader trusts
   */
  TimeStampPass(CaseContents contents, Findings findings, Flags flags, List<Path> authorities) {
    this.contents = contents;
    this.findings = findings;
    this.flags = flags;
    for (Path file : authorities) {
      try {
        trusted.addAll(Certificates.parse(FolderContents.plain(file).bytes(LARGEST)));
      } catch (IOException | TimeStampException e) {
        String words = "the certificate " + file + " cannot be used: " + Reason.of(e);
        findings.add(Cause.TIME_STAMP_INVALID, Subject.ANCHOR, words);
      }
    }
  }

  void check(List<CaseHistory.Received> received, PrefixTree tree) {
    for (CaseHistory.Received entry : received) {
      try {
        check(entry, tree);
      } catch (TimeStampException | IOException | IllegalArgumentException e) {
        String words = "the time stamp does not hold: " + Reason.of(e);
        findings.add(Cause.TIME_STAMP_INVALID, Subject.LEDGER, entry.seq(), words);
      }
    }
  }

  private void check(CaseHistory.Received entry, PrefixTree tree)
      throws TimeStampException, IOException {
    JsonObject body = entry.body();
    Optional<byte[]> query = content(body, "time-stamp-query");
    Optional<byte[]> response = content(body, "time-stamp-response");
    if (query.isEmpty() || response.isEmpty()) {
      return; // said of the blob
    }
    TimeStampCheck check = new TimeStampCheck(given(body), trusted);
    int size = Math.toIntExact(body.integer("checkpointSize"));
    TimeStamp stamp = check.check(query.get(), response.get(), tree.root(size));
    boolean told =
        EntryRules.time(body.string("stampedTime")).equals(stamp.time())
            && body.string("authority").equals(stamp.authority())
            && body.string("serial").equals(stamp.serial());
    EntryRules.require(told, "its entry tells another time, authority or number");
    if (!stamp.trusted()) {
      flags.add(
          FlagCause.AUTHORITY_NOT_CHECKED,
          entry.seq(),
          "the time stamp in entry "
              + entry.seq()
              + " was not checked against a trusted certificate: give one with --authority");
    }
  }

  private List<X509Certificate> given(JsonObject body) throws TimeStampException, IOException {
    List<X509Certificate> given = new ArrayList<>();
    for (BlobClaim claim : Claims.allOfRole(body, "time-stamp-certificate")) {
      Optional<Content> content = contents.blob(claim.sha256());
      if (content.isPresent()) {
        given.addAll(Certificates.parse(content.get().bytes(LARGEST)));
      }
    }
    return given;
  }

  private Optional<byte[]> content(JsonObject body, String role) throws IOException {
    Optional<BlobClaim> claim = Claims.ofRole(body, role);
    Optional<Content> content =
        claim.isPresent() ? contents.blob(claim.get().sha256()) : Optional.empty();
    return content.isPresent() ? Optional.of(content.get().bytes(LARGEST)) : Optional.empty();
  }
}
