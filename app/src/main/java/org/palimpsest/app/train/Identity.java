package org.palimpsest.app.train;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.evidence.files.DurableFile;

/**
 * Everything that decides what a training arrives at, by name: what {@code work/training.json}
 * says, so that a command goes on with its own training and with no other.
 */
record Identity(Map<String, String> facts) {
  private static final String FILE = "training.json";

  Identity {
    facts = new LinkedHashMap<>(facts); // the order in which they are compared
  }

  /** Takes a folder for this training, or finds that it is its own already. */
  void claim(Path out, Path work) throws RefusedException {
    Path file = work.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        DurableFile.write(file, (json() + "\n").getBytes(StandardCharsets.UTF_8));
        return;
      }
      JsonObject there = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
      for (Map.Entry<String, String> fact : facts.entrySet()) {
        String other = there.has(fact.getKey()) ? there.get(fact.getKey()).getAsString() : "none";
        if (!other.equals(fact.getValue())) {
          throw new RefusedException(
              String.format(
                  "%s: holds another training (%s %s, here %s); choose another --out",
                  out, fact.getKey(), other, fact.getValue()));
        }
      }
    } catch (IOException e) {
      throw new RefusedException(file + ": cannot be written (" + e.getMessage() + ")", e);
    } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
      throw new RefusedException(file + ": somebody changed it; choose another --out", e);
    }
  }

  /** Gives a folder up in which nothing was learned yet. */
  void release(Path work) throws RefusedException {
    try {
      Files.deleteIfExists(work.resolve(FILE));
    } catch (IOException e) {
      throw new RefusedException(work + ": cannot be written (" + e.getMessage() + ")", e);
    }
  }

  JsonObject json() {
    JsonObject json = new JsonObject();
    facts.forEach(json::addProperty);
    return json;
  }
}
