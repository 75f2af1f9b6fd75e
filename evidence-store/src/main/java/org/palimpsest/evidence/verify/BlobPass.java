package org.palimpsest.evidence.verify;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Reads every blob that an entry relies on, to its end. */
final class BlobPass {
  private static final Set<Cause> DAMAGE = EnumSet.of(Cause.BLOB_MISSING, Cause.BLOB_CHANGED);

  private final CaseContents contents;
  private final Findings findings;
  private final Flags flags;

  BlobPass(CaseContents contents, Findings findings, Flags flags) {
    this.contents = contents;
    this.findings = findings;
    this.flags = flags;
  }

  void check(Claims claims) {
    claims.all().forEach((claim, use) -> check(claim, use, claims.withholding()));
  }

  private void check(BlobClaim claim, Claims.Use use, Withholding withholding) {
    Optional<String> omission = contents.omission(claim);
    try {
      Optional<Content> content = contents.blob(claim.sha256());
      if (content.isEmpty() && omission.isPresent()) {
        if (use.onlyModel() && withholding.allows(claim.sha256(), contents)) {
          String words = "the model " + claim.sha256() + " was left out: " + omission.get();
          flags.add(FlagCause.CONTENT_OMITTED, use.seq(), words);
        } else {
          add(Cause.OMISSION_NOT_ALLOWED, claim, use, "the content was left out, and may not be");
        }
      } else if (content.isEmpty() && contents.oddity(claim.sha256()).isPresent()) {
        String words = "the content" + contents.oddity(claim.sha256()).get();
        add(Cause.NOT_A_PLAIN_FILE, claim, use, words);
      } else if (content.isEmpty()) {
        add(Cause.BLOB_MISSING, claim, use, "the content is missing");
      } else {
        compare(claim, use, content.get());
      }
    } catch (IOException e) {
      add(Cause.BLOB_MISSING, claim, use, "the content cannot be read: " + Reason.of(e));
    }
  }

  private void compare(BlobClaim claim, Claims.Use use, Content content) throws IOException {
    if (content.size() != claim.size()) {
      String words = "the content has " + bytes(content.size()) + ", not " + claim.size();
      add(Cause.BLOB_CHANGED, claim, use, words);
    } else if (!content.hash().equals(claim.sha256())) {
      add(Cause.BLOB_CHANGED, claim, use, "the content was changed");
    }
  }

  private void add(Cause cause, BlobClaim claim, Claims.Use use, String words) {
    findings.add(
        new Finding(
            use.model() && DAMAGE.contains(cause) ? Cause.MODEL_CHANGED : cause,
            Subject.BLOB,
            Optional.of(use.seq()),
            Optional.of(claim.sha256().hex()),
            words));
  }

  private static String bytes(long number) {
    return PlainWords.count(number, "byte", "bytes");
  }
}
