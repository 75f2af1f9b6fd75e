package org.palimpsest.app.train;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.palimpsest.analysis.RefusedException;

/**
 * Where the trainer lies: the optional part of the installation, a folder with {@code lib}.
 *
 * @param path may be absent
 */
public record TrainerFolder(Path path) {
  private static final String VARIABLE = "PALIMPSEST_TRAINER";

  /** Named by {@code PALIMPSEST_TRAINER}, else {@code trainer} beside the shipped packages. */
  public static TrainerFolder of(Map<String, String> environment, Path shippedModels) {
    String named = environment.getOrDefault(VARIABLE, "");
    Path beside = shippedModels.toAbsolutePath().resolveSibling("trainer");
    return new TrainerFolder(named.isEmpty() ? beside : Path.of(named));
  }

  /**
   * The trainer's own class path.
   *
   * @throws RefusedException if it is not there, with how to get it
   */
  String classPath() throws RefusedException {
    Path lib = path.resolve("lib").toAbsolutePath();
    if (!Files.isDirectory(lib)) {
      throw new RefusedException(
          path
              + ": the trainer is not installed; put the optional package there or name its folder"
              + " in "
              + VARIABLE
              + " (from a checkout: mvn -DskipTests -pl models/trainer -am package makes"
              + " models/trainer/target/trainer, 120 MB)");
    }
    return lib + File.separator + "*";
  }
}
