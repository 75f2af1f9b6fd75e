package org.palimpsest.app.evaluate;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.evidence.files.DurableFile;

/**
 * Keeps what was computed, in {@code OUT/work/<key>.json}, so that an evaluation that was stopped
 * goes on and the same one again computes nothing. Safe for several threads. A file that cannot be
 * read counts as absent.
 */
final class WorkFolder {
  private static final String KEY = "key";
  private static final String CONDITIONS = "conditions";

  private final Optional<Path> folder;

  /**
   * @param out empty: nothing is kept
   * @throws RefusedException if nothing can be written there
   */
  WorkFolder(Optional<Path> out) throws RefusedException {
    folder = out.map(path -> path.resolve("work"));
    if (folder.isPresent()) {
      try {
        Files.createDirectories(folder.get());
        Files.delete(Files.createTempFile(folder.get(), ".probe", ""));
      } catch (IOException e) {
        throw cannotWrite(out.get(), e);
      }
    }
  }

  Optional<SortedMap<String, Treated>> find(String key) {
    if (folder.isEmpty() || !Files.isRegularFile(file(key))) {
      return Optional.empty();
    }
    try {
      JsonObject json =
          JsonParser.parseString(Files.readString(file(key), StandardCharsets.UTF_8))
              .getAsJsonObject();
      return json.get(KEY).getAsString().equals(key)
          ? Optional.of(TreatedJson.read(json.getAsJsonObject(CONDITIONS)))
          : Optional.empty();
    } catch (IOException | JsonParseException | IllegalStateException | NullPointerException e) {
      return Optional.empty(); // broken off or damaged: it is computed again
    }
  }

  void keep(String key, Map<String, Treated> conditions) throws RefusedException {
    if (folder.isPresent()) {
      JsonObject json = new JsonObject();
      json.addProperty(KEY, key);
      json.add(CONDITIONS, TreatedJson.write(conditions));
      write(file(key), json + "\n");
    }
  }

  /** Writes a text in place of what was there; never half of it. */
  static void write(Path file, String text) throws RefusedException {
    try {
      DurableFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  private Path file(String key) {
    return folder.get().resolve(key + ".json");
  }

  private static RefusedException cannotWrite(Path path, IOException e) {
    return new RefusedException(
        path + ": cannot be written (" + e + "); choose another folder with --out", e);
  }
}
