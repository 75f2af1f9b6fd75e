package org.palimpsest.evidence.verify;

import java.util.ArrayList;
import java.util.List;

/** Collects findings; a hostile case cannot make it collect without end. */
final class Findings {
  private static final int MOST = 1000;

  private final List<Finding> findings = new ArrayList<>();
  private long leftOut;

  void add(Cause cause, Subject subject, String words) {
    add(Finding.of(cause, subject, words));
  }

  void add(Cause cause, Subject subject, long seq, String words) {
    add(Finding.of(cause, subject, seq, words));
  }

  void add(Finding finding) {
    if (findings.size() < MOST) {
      findings.add(finding);
    } else {
      leftOut++;
    }
  }

  boolean has(Cause cause) {
    return findings.stream().anyMatch(finding -> finding.cause() == cause);
  }

  List<Finding> list() {
    List<Finding> all = new ArrayList<>(findings);
    if (leftOut > 0) {
      String words =
          PlainWords.count(leftOut, "more finding is", "more findings are") + " left out";
      all.add(Finding.of(Cause.MORE, Subject.LEDGER, words));
    }
    return all;
  }
}
