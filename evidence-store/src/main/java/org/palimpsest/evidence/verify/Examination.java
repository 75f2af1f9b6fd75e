package org.palimpsest.evidence.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One verification on its way: what was read so far, and what was found. */
final class Examination {
  private final CaseContents contents;
  private final AnchorSource anchors;
  private final VerifyOptions options;
  private final Findings findings = new Findings();
  private final Flags flags = new Flags();
  private final List<OutsideCheckpoint> outside = new ArrayList<>();
  private PrefixTree tree = new PrefixTree(new Leaves());
  private Signers signers = new Signers();
  private Claims claims = new Claims();
  private CaseHistory history = new CaseHistory(flags);
  private Optional<String> newest = Optional.empty();
  private SignatureCount signatures = new SignatureCount(0, 0, 0);
  private boolean whole; // whether every entry was read

  Examination(CaseContents contents, AnchorSource anchors, VerifyOptions options) {
    this.contents = contents;
    this.anchors = anchors;
    this.options = options;
  }

  Findings findings() {
    return findings;
  }

  Flags flags() {
    return flags;
  }

  CaseHistory history() {
    return history;
  }

  /** How many entries were read. */
  long entries() {
    return tree.size();
  }

  void unreadable(Cause cause, String words) {
    findings.add(cause, Subject.LEDGER, words);
  }

  /** Reads entries, then checkpoints. */
  void read(CaseRows rows, Optional<ProjectionCheck> projections) throws SQLException, IOException {
    LedgerPass ledger = new LedgerPass(findings, flags, projections, options.now());
    try {
      rows.entries(ledger);
      ledger.end();
      whole = true;
    } finally {
      // what was read before the file broke off still counts
      tree = ledger.tree();
      signers = ledger.signers();
      claims = ledger.claims();
      history = ledger.history();
    }
    readOutside();
    rows.compareWith(tree);
    ReviewPass reviews = new ReviewPass(contents, history, findings);
    reviews.read();
    reviews.compareWith(tree, signers);
    new AnnotationPass(contents, findings).check(history.annotations());
    new TimeStampPass(contents, findings, flags, options.authorities())
        .check(history.timeStamps(), tree);
    readCheckpoints(rows, sizesToCheck(reviews));
  }

  /** Whether a checkpoint from outside knows more entries than were read. */
  boolean behind() {
    return outside.stream().anyMatch(checkpoint -> checkpoint.size() > tree.size());
  }

  /** Looks at the content, and at the checkpoints from outside in the light of it. */
  void finish() {
    contents.checkForm(findings);
    new BlobPass(contents, findings, flags).check(claims);
    new ReportPass(contents, findings).check(history.reports());
    if (!whole) {
      return; // what lies beyond the last entry that was read is neither unused nor missing
    }
    contents.checkOmissions(claims, findings);
    contents.flagTheRest(claims, history, flags);
    AnchorCheck check = new AnchorCheck(tree, history, signers, findings, flags);
    outside.forEach(check::compare);
    if (outside.isEmpty()) {
      flags.add(FlagCause.NOT_ANCHORED, "not anchored: truncation would not be seen");
    }
  }

  VerificationReport report() {
    return new VerificationReport(
        history.identity().map(i -> i.caseId().toString()),
        tree.size(),
        signatures.of(),
        claims.distinct(),
        signatures,
        !outside.isEmpty(),
        findings.list(),
        flags.list(),
        newest);
  }

  private void readOutside() {
    // without its ID nobody can say which anchor is the case's
    history.identity().flatMap(this::anchor).filter(this::isOfThisState).ifPresent(outside::add);
    options.checkpoint().map(OutsideCheckpoint::ofFile).ifPresent(outside::add);
  }

  /**
   * A bundle ends where its case was when it was sealed, and the first thing its case then does is
   * to log that: a newer anchor is no finding, and says nothing about it.
   */
  private boolean isOfThisState(OutsideCheckpoint anchor) {
    boolean newer = contents.sealed() && anchor.size() > tree.size();
    if (newer) {
      flags.add(
          FlagCause.NEWER_ANCHOR,
          "the anchor on this computer was made of "
              + PlainWords.entries(anchor.size())
              + ", after this bundle of "
              + tree.size()
              + " was sealed; a checkpoint of then can be named");
    }
    return !newer;
  }

  private Optional<OutsideCheckpoint> anchor(Identity identity) {
    try {
      return anchors
          .noteFor(identity.caseId())
          .map(n -> n.getBytes(StandardCharsets.UTF_8))
          .map(note -> OutsideCheckpoint.ofNote("the anchor", note));
    } catch (IOException e) {
      String words = "cannot be read: " + Reason.of(e);
      return Optional.of(OutsideCheckpoint.problem("the anchor", words));
    }
  }

  /** Those that vouch for all entries before them, and those that somebody relied on. */
  private Set<Long> sizesToCheck(ReviewPass reviews) {
    Set<Long> sizes = new HashSet<>(signers.lastOfEach());
    sizes.addAll(history.namedSizes());
    reviews.seen().forEach(seen -> sizes.add(seen.checkpoint().size()));
    outside.forEach(checkpoint -> sizes.add(checkpoint.size()));
    return sizes;
  }

  private void readCheckpoints(CaseRows rows, Set<Long> sizes) throws SQLException, IOException {
    String origin = history.identity().map(Identity::origin).orElse("");
    boolean every = options.everySignature();
    Iterable<Person> people = history.people().map(People::all).orElse(List.of());
    ExtraSignatures extra = new ExtraSignatures(people, findings, flags);
    CheckpointPass pass =
        new CheckpointPass(
            tree, origin, signers, size -> every || sizes.contains(size), extra, findings);
    try {
      rows.checkpoints(pass);
      pass.end();
    } finally {
      signatures = pass.signatures();
      newest = pass.newest();
    }
  }
}
