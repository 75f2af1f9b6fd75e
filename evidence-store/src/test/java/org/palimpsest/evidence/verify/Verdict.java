package org.palimpsest.evidence.verify;

import java.util.Optional;
import org.palimpsest.evidence.Laboratory;

/** Verifies the case of a laboratory with and without its anchor. */
final class Verdict {
  private Verdict() {}

  static VerificationReport anchored(Laboratory lab) {
    return new CaseVerifier().verify(lab.folder(), lab.anchors()::read, Optional.empty());
  }

  /** Without its anchor, but with every signature checked. */
  static VerificationReport thorough(Laboratory lab) {
    return new CaseVerifier()
        .verify(lab.folder(), AnchorSource.none(), VerifyOptions.plain().withEverySignature());
  }

  static VerificationReport alone(Laboratory lab) {
    return new CaseVerifier().verify(lab.folder(), AnchorSource.none(), Optional.empty());
  }
}
