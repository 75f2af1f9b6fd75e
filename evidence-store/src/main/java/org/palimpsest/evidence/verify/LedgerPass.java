package org.palimpsest.evidence.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.palimpsest.evidence.database.CaseFormat;
import org.palimpsest.evidence.format.CanonicalJson;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.JsonParser;
import org.palimpsest.evidence.format.Sha256;

/** Reads every entry once, the oldest first. */
final class LedgerPass {
  private static final String SQL =
      "SELECT typeof(seq), seq, typeof(body), length(body),"
          + " CASE WHEN length(body) <= "
          + CaseFormat.LARGEST_BODY
          + " THEN body END,"
          + " typeof(leaf_hash), CASE WHEN length(leaf_hash) = 32 THEN leaf_hash END"
          + " FROM ledger ORDER BY seq";

  private static final String REPORT = "report-issued";

  private final Findings findings;
  private final List<String> remarks;
  private final List<Sha256> leaves = new ArrayList<>();
  private final Map<BlobClaim, Long> claims = new LinkedHashMap<>();
  private final Map<String, ReportPass.Issued> reports = new LinkedHashMap<>();
  private Optional<Identity> identity = Optional.empty();
  private Instant latest = Instant.MIN;
  private long expected;

  LedgerPass(Findings findings, List<String> remarks) {
    this.findings = findings;
    this.remarks = remarks;
  }

  void read(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SQL)) {
      while (row.next()) {
        readRow(row);
      }
    }
    if (leaves.isEmpty()) {
      findings.add(Subject.LEDGER, "the ledger has no entry");
    }
  }

  PrefixTree tree() {
    return new PrefixTree(leaves);
  }

  Optional<Identity> identity() {
    return identity;
  }

  /** What the entries rely on, each with the first entry that does. */
  Map<BlobClaim, Long> claims() {
    return claims;
  }

  /** The reports that were issued, by file name. */
  Map<String, ReportPass.Issued> reports() {
    return reports;
  }

  private void readRow(ResultSet row) throws SQLException {
    long seq = row.getLong(2);
    if (!"integer".equals(row.getString(1)) || seq != expected) {
      String words = "entry " + expected + " is missing, the next one is " + seq;
      findings.add(Subject.LEDGER, expected, words);
    }
    expected = seq + 1;
    byte[] body = row.getBytes(5);
    if (!"blob".equals(row.getString(3)) || body == null) {
      findings.add(Subject.LEDGER, seq, "the body is not a blob of at most 16 MiB");
      body = new byte[0];
    }
    Sha256 leaf = PrefixTree.leaf(body);
    leaves.add(leaf);
    if (!"blob".equals(row.getString(6)) || !Arrays.equals(leaf.raw(), row.getBytes(7))) {
      findings.add(Subject.LEDGER, seq, "the body is not what its leaf_hash was computed from");
    }
    try {
      judge(seq, body);
    } catch (IllegalArgumentException e) {
      findings.add(Subject.LEDGER, seq, "the entry is malformed: " + e.getMessage());
    }
  }

  private void judge(long seq, byte[] bytes) {
    JsonObject body = JsonParser.parseObject(bytes);
    if (!Arrays.equals(CanonicalJson.bytes(body), bytes)) {
      throw new IllegalArgumentException("it is not canonical JSON");
    }
    if (seq == 0) {
      identity = Optional.of(Identity.from(body));
    }
    List<BlobClaim> relied = EntryRules.check(body, seq);
    relied.forEach(claim -> claims.putIfAbsent(claim, seq));
    if (body.string("kind").equals(REPORT) && body.has("fileName") && !relied.isEmpty()) {
      reports.put(body.string("fileName"), new ReportPass.Issued(seq, relied.get(0)));
    }
    Instant time = EntryRules.time(body);
    if (time.isBefore(latest)) {
      remarks.add("entry " + seq + " is dated before an earlier one: the clock was set back");
    }
    latest = time.isAfter(latest) ? time : latest;
    judgeActor(seq, body);
  }

  private void judgeActor(long seq, JsonObject body) {
    if (seq > 0 && body.string("kind").equals(Identity.KIND)) {
      throw new IllegalArgumentException("it creates the case a second time");
    }
    String key = body.object("actor").string("key");
    if (identity.isPresent() && !identity.get().keyId().equals(key)) {
      throw new IllegalArgumentException("its actor's key is not the case's");
    }
  }
}
