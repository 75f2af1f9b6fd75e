package org.palimpsest.app.train;

import java.util.Optional;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.inference.ModelPackage;

/** How a new package is called. */
record PackageName(String id, String version) {
  private static final String PART = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";
  private static final int LONGEST_STEM = 90;

  /**
   * @param wanted {@code id} or {@code id@version}
   */
  static PackageName of(Optional<String> wanted, ModelPackage protector) throws RefusedException {
    String stem = protector.id();
    String text =
        wanted.orElse(stem.substring(0, Math.min(stem.length(), LONGEST_STEM)) + "-remover");
    int at = text.indexOf('@');
    String id = at < 0 ? text : text.substring(0, at);
    String version = at < 0 ? "1.0.0" : text.substring(at + 1);
    if (!id.matches(PART) || !version.matches(PART)) {
      throw new RefusedException(
          "--name is ID or ID@VERSION of letters, digits, dots, dashes and underscores, not \""
              + text
              + "\"");
    }
    return new PackageName(id, version);
  }

  String reference() {
    return id + "@" + version;
  }
}
