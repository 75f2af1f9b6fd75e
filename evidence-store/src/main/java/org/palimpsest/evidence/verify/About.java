package org.palimpsest.evidence.verify;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the verifier is, what it carries, and under which licences. */
final class About {
  private static final List<String> CARRIES =
      List.of(
          "It reads cases (format 1) and bundles (format 1), writes nothing and reaches no"
              + " network.",
          "Inside:",
          "  Palimpsest, the packages verify, format, database, files, bag, proof and timestamp:",
          "    GPL-3.0-or-later",
          "  SQLite JDBC 3.54.1.0 with SQLite for Linux (glibc, musl), Windows and macOS, x86_64"
              + " and",
          "    aarch64: Apache-2.0; SQLite is in the public domain",
          "  Bouncy Castle 1.86, what reads time stamps and certificates: MIT",
          "Not inside: the code that writes a case, a window, audio, models.",
          "From the Java runtime: SHA-256, Ed25519, RSA, ECDSA, zip.");

  private About() {}

  static List<String> lines() {
    List<String> lines = new ArrayList<>();
    String version =
        Optional.ofNullable(About.class.getPackage().getImplementationVersion())
            .orElse("(not packed)");
    String size = jarSize().map(bytes -> ", " + bytes + " bytes").orElse("");
    lines.add("Palimpsest verifier " + version + size);
    lines.addAll(CARRIES);
    return lines;
  }

  /** Bytes of the file that this class was loaded from, if it is one. */
  private static Optional<Long> jarSize() {
    CodeSource source = About.class.getProtectionDomain().getCodeSource();
    try {
      Path file = Path.of(source.getLocation().toURI());
      return Files.isRegularFile(file) ? Optional.of(Files.size(file)) : Optional.empty();
    } catch (URISyntaxException | IOException e) {
      return Optional.empty();
    }
  }
}
