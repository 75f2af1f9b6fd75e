package org.palimpsest.app.casework;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.palimpsest.analysis.inference.InferenceEngine;
import org.palimpsest.evidence.format.JsonObject;

/**
 * What a step ran on, for its entry: figures can differ in the last bit from one processor to
 * another.
 */
final class Environment {
  private final InferenceEngine engine;
  private final String version;

  Environment(InferenceEngine engine, String version) {
    this.engine = engine;
    this.version = version;
  }

  JsonObject describe() {
    return JsonObject.empty()
        .with("program", "Palimpsest " + version)
        .with("engine", engine.describe())
        .with(
            "java",
            System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"))
        .with(
            "system",
            System.getProperty("os.name")
                + " "
                + System.getProperty("os.version")
                + " "
                + System.getProperty("os.arch"))
        .with("processor", processor());
  }

  private static String processor() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException | java.io.UncheckedIOException e) {
      return "unknown"; // other systems have no such file
    }
  }
}
