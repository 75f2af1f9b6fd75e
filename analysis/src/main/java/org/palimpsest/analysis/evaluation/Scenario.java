package org.palimpsest.analysis.evaluation;

import java.util.Locale;

/** What whoever takes the protection off knows of it (arXiv 2510.09504). */
public enum Scenario {
  /** The protector itself, or a remover that was trained with it. */
  WELL_INFORMED,
  /** A remover that was trained with another protector. */
  SEMI_INFORMED,
  /** Nothing. */
  IGNORANT;

  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
