package org.palimpsest.evidence.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects flags; a hostile case cannot make it collect without end. */
final class Flags {
  private static final int MOST = 200;

  private final List<Flag> flags = new ArrayList<>();
  private long leftOut;

  void add(FlagCause cause, String words) {
    add(new Flag(cause, Optional.empty(), words));
  }

  void add(FlagCause cause, long seq, String words) {
    add(new Flag(cause, Optional.of(seq), words));
  }

  boolean has(FlagCause cause) {
    return flags.stream().anyMatch(flag -> flag.cause() == cause);
  }

  List<Flag> list() {
    List<Flag> all = new ArrayList<>(flags);
    if (leftOut > 0) {
      String words = PlainWords.count(leftOut, "more remark is", "more remarks are") + " left out";
      all.add(new Flag(FlagCause.MORE, Optional.empty(), words));
    }
    return all;
  }

  private void add(Flag flag) {
    if (flags.size() < MOST) {
      flags.add(flag);
    } else {
      leftOut++;
    }
  }
}
