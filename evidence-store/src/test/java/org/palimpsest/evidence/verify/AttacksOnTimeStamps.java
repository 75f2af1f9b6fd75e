package org.palimpsest.evidence.verify;

import static org.palimpsest.evidence.verify.Attack.alone;
import static org.palimpsest.evidence.verify.Attack.remarked;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.blob.BlobStore;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.BlobUse;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.Sha256;
import org.palimpsest.evidence.format.UtcTime;
import org.palimpsest.evidence.timestamp.LocalAuthority;
import org.palimpsest.evidence.timestamp.TimeStampQuery;

/** What is done to time stamps. */
final class AttacksOnTimeStamps {
  private AttacksOnTimeStamps() {}

  static Stream<Attack> all() {
    return Stream.of(
        remarked(
            "a time stamp by whomever",
            FlagCause.AUTHORITY_NOT_CHECKED,
            r -> new Stamp().over(newest(r).root()).receive(r)),
        alone(
            "a time stamp of another root",
            Cause.TIME_STAMP_INVALID,
            r -> new Stamp().over(Sha256.hash(new byte[] {7})).receive(r)),
        alone(
            "a time stamp that answers another query",
            Cause.TIME_STAMP_INVALID,
            r -> new Stamp().over(newest(r).root()).askedAgain().receive(r)),
        alone(
            "a time stamp with a spoilt signature",
            Cause.TIME_STAMP_INVALID,
            r -> new Stamp().over(newest(r).root()).spoilt().receive(r)),
        alone(
            "an entry that tells another time than its stamp",
            Cause.TIME_STAMP_INVALID,
            r -> new Stamp().over(newest(r).root()).told("2026-02-01T00:00:00.000Z").receive(r)),
        alone(
            "rubbish for a time stamp's answer",
            Cause.TIME_STAMP_INVALID,
            r -> new Stamp().over(newest(r).root()).rubbish().receive(r)));
  }

  static Checkpoint newest(ReviewedCase reviewed) throws Exception {
    try (CaseFile open = CaseFile.openReadOnly(reviewed.lab().folder())) {
      return open.latestCheckpoint();
    }
  }

  /** A query and an answer on their way into a case. */
  static final class Stamp {
    private final LocalAuthority authority = new LocalAuthority("EC");
    private String time = UtcTime.format(LocalAuthority.TIME);
    private byte[] query = new byte[0];
    private byte[] response = new byte[0];

    Stamp() throws Exception {}

    Stamp over(Sha256 root) throws Exception {
      TimeStampQuery asked = TimeStampQuery.over(root, new Random(1));
      query = asked.der();
      response = authority.answer(asked);
      return this;
    }

    Stamp askedAgain() throws Exception {
      query = TimeStampQuery.over(TimeStampQuery.parse(query).root(), new Random(2)).der();
      return this;
    }

    Stamp spoilt() {
      response[response.length - 5] ^= 1;
      return this;
    }

    Stamp rubbish() {
      response = new byte[] {1, 2, 3};
      return this;
    }

    Stamp told(String otherTime) {
      time = otherTime;
      return this;
    }

    /** The root's certificate, as a file has it. */
    String pem() throws Exception {
      String base64 = Base64.getMimeEncoder().encodeToString(authority.root().getEncoded());
      return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
    }

    void receive(ReviewedCase reviewed) throws Exception {
      long size = newest(reviewed).size();
      List<BlobUse> blobs = new ArrayList<>();
      blobs.add(put(reviewed, query, "time-stamp-query"));
      blobs.add(put(reviewed, response, "time-stamp-response"));
      JsonObject fields =
          JsonObject.empty()
              .with("id", "T1")
              .with("checkpointSize", size)
              .with("stampedTime", time)
              .with("authority", "O=Test,CN=Local Authority")
              .with("serial", "4711")
              .with("policy", "1.2.3.4.1");
      new Intruder(reviewed.lab())
          .append(
              reviewed.lab().key(),
              ReviewedCase.EXAMINER,
              new EntryDraft("time-stamp-received", fields, blobs),
              Laboratory.NOON);
    }

    private static BlobUse put(ReviewedCase reviewed, byte[] bytes, String role) throws Exception {
      BlobStore store = new BlobStore(reviewed.lab().folder().resolve("blobs"), true);
      return new BlobUse(store.put(new ByteArrayInputStream(bytes)), role);
    }
  }
}
