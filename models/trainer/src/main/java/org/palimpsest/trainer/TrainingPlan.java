package org.palimpsest.trainer;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What is to be trained: {@code work/plan.json}, written by the workbench. Everything that decides
 * the outcome is in it, so its hash says whether a checkpoint belongs to it.
 *
 * @param seed of the order of crops
 * @param crop samples of one
 * @param reportEvery so many steps
 * @param rate the highest learning rate
 * @param training pairs to learn from
 * @param validation pairs held back
 * @param start a graph to begin with, instead of the template's values
 */
record TrainingPlan(
    long seed,
    int steps,
    int batch,
    int crop,
    int reportEvery,
    double rate,
    List<Pair> training,
    List<Pair> validation,
    Optional<Path> start,
    String sha256) {
  private static final String FORMAT = "palimpsest-training/1";

  static TrainingPlan read(Path work) throws TrainerException {
    Path file = work.resolve("plan.json");
    try {
      byte[] bytes = Files.readAllBytes(file);
      JsonObject all =
          JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8)).getAsJsonObject();
      if (!FORMAT.equals(all.get("format").getAsString())) {
        throw new TrainerException(
            file + ": not " + FORMAT + "; trainer and workbench are of different versions");
      }
      return new TrainingPlan(
          all.get("seed").getAsLong(),
          all.get("steps").getAsInt(),
          all.get("batch").getAsInt(),
          all.get("cropSamples").getAsInt(),
          all.get("reportEvery").getAsInt(),
          Double.parseDouble(all.get("rate").getAsString()),
          pairs(work, all.getAsJsonArray("training")),
          pairs(work, all.getAsJsonArray("validation")),
          Optional.ofNullable(all.get("start")).map(start -> work.resolve("start.onnx")),
          sha256(bytes));
    } catch (IOException e) {
      throw new TrainerException(file + ": cannot be read (" + e.getMessage() + ")");
    } catch (JsonParseException
        | IllegalStateException
        | UnsupportedOperationException
        | NullPointerException
        | NumberFormatException e) {
      throw new TrainerException(file + ": not a training plan (" + e.getMessage() + ")");
    }
  }

  private static List<Pair> pairs(Path work, JsonArray array) {
    List<Pair> pairs = new ArrayList<>();
    for (JsonElement element : array) {
      JsonObject pair = element.getAsJsonObject();
      Path file = work.resolve("pairs").resolve(pair.get("sha256").getAsString() + ".s16");
      pairs.add(new Pair(file, pair.get("samples").getAsInt()));
    }
    return pairs;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
