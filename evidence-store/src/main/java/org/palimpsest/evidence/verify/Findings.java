package org.palimpsest.evidence.verify;

import java.util.ArrayList;
import java.util.List;

/** Collects findings; a hostile case cannot make it collect without end. */
final class Findings {
  private static final int MOST = 1000;

  private final List<Finding> findings = new ArrayList<>();
  private long leftOut;

  void add(Subject subject, String words) {
    add(Finding.of(subject, words));
  }

  void add(Subject subject, long seq, String words) {
    // out of range for JSON means out of range for a place in a ledger, too
    boolean placed = seq >= 0 && seq < 1L << 53;
    add(placed ? Finding.of(subject, seq, words) : Finding.of(subject, words));
  }

  void add(Finding finding) {
    if (findings.size() < MOST) {
      findings.add(finding);
    } else {
      leftOut++;
    }
  }

  List<Finding> list() {
    List<Finding> all = new ArrayList<>(findings);
    if (leftOut > 0) {
      all.add(Finding.of(Subject.LEDGER, leftOut + " more findings are left out"));
    }
    return all;
  }
}
