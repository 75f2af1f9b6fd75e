package org.palimpsest.app.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Whether JavaFX can draw letters here; PALIMPSEST_REQUIRE_WINDOW=1 makes a skip a failure. */
final class WindowCondition implements ExecutionCondition {
  private static final String REQUIRE = "PALIMPSEST_REQUIRE_WINDOW";
  private static final Map<String, String> PACKAGES =
      new TreeMap<>(
          Map.of(
              "libpangoft2-1.0.so.0", "libpangoft2-1.0-0",
              "libfreetype.so.6", "libfreetype6",
              "libfontconfig.so.1", "libfontconfig1"));
  private static final List<Path> LIBRARIES =
      List.of(
          Path.of("/usr/lib"), Path.of("/lib"), Path.of("/usr/lib64"), Path.of("/usr/local/lib"));
  private static final List<Path> FONTS =
      List.of(
          Path.of("/usr/share/fonts"),
          Path.of("/usr/local/share/fonts"),
          Path.of(System.getProperty("user.home"), ".fonts"),
          Path.of(System.getProperty("user.home"), ".local/share/fonts"));

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Optional<String> missing = missing();
    if (missing.isEmpty()) {
      return ConditionEvaluationResult.enabled("everything for a window is here");
    }
    boolean required =
        "1".equals(System.getenv(REQUIRE)) || "1".equals(System.getProperty(REQUIRE));
    if (required) {
      throw new IllegalStateException(REQUIRE + "=1, but " + missing.get());
    }
    // Surefire counts skips without their reasons
    System.out.println("window tests are skipped: " + missing.get());
    return ConditionEvaluationResult.disabled("no window: " + missing.get());
  }

  private static Optional<String> missing() {
    if (!System.getProperty("os.name").equals("Linux")) {
      return Optional.empty();
    }
    for (Map.Entry<String, String> library : PACKAGES.entrySet()) {
      if (LIBRARIES.stream().noneMatch(root -> holds(root, 2, library.getKey()))) {
        return Optional.of(
            library.getKey() + " is missing (Debian package " + library.getValue() + ")");
      }
    }
    boolean font =
        FONTS.stream().anyMatch(root -> holds(root, 5, ".ttf") || holds(root, 5, ".otf"));
    return font
        ? Optional.empty()
        : Optional.of("a font is missing (Debian package fonts-dejavu-core)");
  }

  private static boolean holds(Path root, int depth, String ending) {
    if (!Files.isDirectory(root)) {
      return false;
    }
    try (Stream<Path> files =
        Files.find(
            root, depth, (p, a) -> p.toString().endsWith(ending), FileVisitOption.FOLLOW_LINKS)) {
      return files.findFirst().isPresent();
    } catch (IOException | UncheckedIOException e) {
      return false; // a folder that we may not read holds nothing for us
    }
  }
}
