package org.palimpsest.app.train;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.palimpsest.evidence.format.Sha256;

/**
 * The pairs of a training: those to learn from and those held back, a tenth of the files, at least
 * one. Which ones, the seed decides, and neither names nor order.
 */
record Pairs(List<Map.Entry<String, Integer>> training, List<Map.Entry<String, Integer>> heldBack) {
  private static final int SHARE = 10;

  Pairs {
    training = List.copyOf(training);
    heldBack = List.copyOf(heldBack);
  }

  /**
   * @param samples of at least two recordings, by hash
   */
  static Pairs split(Map<String, Integer> samples, long seed) {
    List<Map.Entry<String, Integer>> all = new ArrayList<>(samples.entrySet());
    all.sort(Comparator.comparing(pair -> lot(seed, pair.getKey())));
    int held = Math.max(1, all.size() / SHARE);
    return new Pairs(all.subList(held, all.size()), all.subList(0, held));
  }

  double hours() {
    long samples = 0;
    for (Map.Entry<String, Integer> pair : training) {
      samples += pair.getValue();
    }
    for (Map.Entry<String, Integer> pair : heldBack) {
      samples += pair.getValue();
    }
    return samples / 16_000.0 / 3600;
  }

  static JsonArray json(List<Map.Entry<String, Integer>> pairs) {
    JsonArray array = new JsonArray();
    for (Map.Entry<String, Integer> pair : pairs) {
      JsonObject one = new JsonObject();
      one.addProperty("sha256", pair.getKey());
      one.addProperty("samples", pair.getValue());
      array.add(one);
    }
    return array;
  }

  private static String lot(long seed, String hash) {
    return Sha256.hash((seed + " " + hash).getBytes(StandardCharsets.UTF_8)).hex();
  }
}
