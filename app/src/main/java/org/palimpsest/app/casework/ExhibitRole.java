package org.palimpsest.app.casework;

import java.util.Locale;
import java.util.Optional;

/** What a recording is to the examination. */
public enum ExhibitRole {
  /** Its speaker is in question. */
  QUESTIONED("Q"),
  /** Its speaker is known. */
  KNOWN("K");

  private final String prefix;

  ExhibitRole(String prefix) {
    this.prefix = prefix;
  }

  /** As the ledger and the command line write it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  String prefix() {
    return prefix;
  }

  public static Optional<ExhibitRole> of(String text) {
    for (ExhibitRole role : values()) {
      if (role.text().equals(text)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
