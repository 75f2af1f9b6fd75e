package org.palimpsest.evidence.verify;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.palimpsest.evidence.format.CanonicalJson;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.JsonParser;

/** Takes every entry once, the oldest first. */
final class LedgerPass implements CaseRows.EntrySink {
  private final Findings findings;
  private final Optional<ProjectionCheck> projections;
  private final ClockWatch clock;
  private final CaseHistory history;
  private final Leaves leaves = new Leaves();
  private final Claims claims = new Claims();
  private final Signers signers = new Signers();
  private final References references = new References();
  private long expected;

  LedgerPass(Findings findings, Flags flags, Optional<ProjectionCheck> projections, Instant now) {
    this.findings = findings;
    this.projections = projections;
    this.clock = new ClockWatch(now, flags);
    this.history = new CaseHistory(flags);
  }

  PrefixTree tree() {
    return new PrefixTree(leaves);
  }

  CaseHistory history() {
    return history;
  }

  Claims claims() {
    return claims;
  }

  Signers signers() {
    return signers;
  }

  @Override
  public void entry(long seq, byte[] body, byte[] leafHash) throws SQLException {
    if (seq != expected) {
      String words = "entry " + expected + " is missing, the next one is " + seq;
      findings.add(Cause.ENTRY_MISSING, Subject.LEDGER, expected, words);
    }
    expected = seq + 1;
    if (body == null) {
      String words = "the body is not a blob of at most 16 MiB";
      findings.add(Cause.ENTRY_MALFORMED, Subject.LEDGER, seq, words);
    }
    byte[] bytes = body == null ? new byte[0] : body;
    byte[] leaf = PrefixTree.leaf(bytes);
    leaves.add(leaf);
    if (!Arrays.equals(leaf, leafHash)) {
      String words = "the body is not what its leaf_hash was computed from";
      findings.add(Cause.ENTRY_EDITED, Subject.LEDGER, seq, words);
    }
    Optional<JsonObject> judged = judge(seq, bytes);
    signers.add(judged.flatMap(this::author));
    compareProjections(seq, judged);
  }

  /** Says what is wrong with the whole. */
  void end() throws SQLException {
    if (leaves.size() == 0) {
      findings.add(Cause.ENTRY_MISSING, Subject.LEDGER, "the ledger has no entry");
    }
    if (projections.isPresent()) {
      projections.get().end(expected - 1);
    }
  }

  /** The body, if its common fields are well-formed, so that more can be derived from it. */
  private Optional<JsonObject> judge(long seq, byte[] bytes) {
    Optional<JsonObject> common = Optional.empty();
    try {
      JsonObject body = JsonParser.parseObject(bytes);
      if (seq == 0) {
        history.begin(body);
      }
      if (!Arrays.equals(CanonicalJson.bytes(body), bytes)) {
        throw new IllegalArgumentException("it is not canonical JSON");
      }
      EntryRules.check(body, seq);
      common = Optional.of(body);
      claims.add(seq, body);
      clock.see(seq, EntryRules.time(body.string("time")));
      KindRules.check(body, seq);
      history.take(seq, body);
      references.check(body);
    } catch (IllegalArgumentException e) {
      findings.add(BrokenRule.finding(seq, e));
    }
    common.ifPresent(body -> references.remember(seq, body));
    return common;
  }

  private Optional<Person> author(JsonObject body) {
    return history.people().flatMap(p -> p.withId(body.object("actor").string("key")));
  }

  private void compareProjections(long seq, Optional<JsonObject> body) throws SQLException {
    if (projections.isPresent() && body.isPresent()) {
      projections.get().compare(seq, body.get());
    } else if (projections.isPresent()) {
      projections.get().pass(seq);
    }
  }
}
