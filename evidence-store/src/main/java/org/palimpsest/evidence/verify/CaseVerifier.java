package org.palimpsest.evidence.verify;

import java.nio.file.Path;
import java.util.Optional;
import org.palimpsest.evidence.bag.Bag;

/**
 * Re-derives everything a case claims: each entry's hash and fields, the tree, the root of every
 * checkpoint, the signatures that vouch for them, who may write what, the states of reports, the
 * statements of reviewers, the content of every blob, the derived tables, and that the case
 * continues what a checkpoint from outside saw. Changes nothing. Whatever the case holds, the
 * answer is a report. Safe for several threads.
 */
public final class CaseVerifier {
  /**
   * Verifies the case in {@code folder} as {@link VerifyOptions#plain} says.
   *
   * @param anchors where its anchor may be found
   * @param checkpointFile a checkpoint kept elsewhere, from a printed report for instance
   */
  public VerificationReport verify(
      Path folder, AnchorSource anchors, Optional<Path> checkpointFile) {
    return verify(folder, anchors, VerifyOptions.plain().against(checkpointFile));
  }

  /**
   * Verifies a case.
   *
   * @param place its folder, or a bundle
   * @param anchors where its anchor may be found
   */
  public VerificationReport verify(Path place, AnchorSource anchors, VerifyOptions options) {
    AnchorSource anchor = new RememberedAnchor(anchors);
    try (CaseSource source = open(place)) {
      Examination examination = source.read(c -> new Examination(c, anchor, options));
      if (examination.behind()) {
        // a writer may have added entries after they were read and before the anchor was
        examination = source.read(c -> new Examination(c, anchor, options));
      }
      examination.finish();
      return examination.report();
    }
  }

  private static CaseSource open(Path place) {
    return Bag.isBag(place) ? new BundleSource(place) : new FolderSource(place);
  }
}
