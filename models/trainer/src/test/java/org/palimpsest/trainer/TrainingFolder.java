package org.palimpsest.trainer;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * A folder as the workbench prepares it: something like speech, and a protector of one line, δ(x) =
 * 0.01 · tanh(8 · (x[i−1] − x[i+2])).
 */
final class TrainingFolder {
  static final int SAMPLES = 12_000;

  private final Path path;
  private final JsonObject plan = new JsonObject();

  TrainingFolder(Path path) throws IOException {
    this.path = path;
    Files.createDirectories(path.resolve("work").resolve("pairs"));
    plan.addProperty("format", "palimpsest-training/1");
    plan.addProperty("seed", 7);
    plan.addProperty("steps", 8);
    plan.addProperty("batch", 2);
    plan.addProperty("cropSamples", 1600);
    plan.addProperty("reportEvery", 3);
    plan.addProperty("rate", "1e-3");
    plan.add("training", pairs(0, 4));
    plan.add("validation", pairs(4, 2));
    write();
  }

  TrainingFolder with(String field, Object value) throws IOException {
    plan.addProperty(field, value.toString());
    write();
    return this;
  }

  Path path() {
    return path;
  }

  Path work() {
    return path.resolve("work");
  }

  private void write() throws IOException {
    Files.writeString(work().resolve("plan.json"), plan + "\n");
  }

  private JsonArray pairs(int first, int count) throws IOException {
    JsonArray pairs = new JsonArray();
    for (int i = first; i < first + count; i++) {
      String hash = String.format("%064x", i);
      float[] clean = voice(100 + 17 * i);
      ByteBuffer out = ByteBuffer.allocate(4 * SAMPLES).order(ByteOrder.LITTLE_ENDIAN);
      for (float sample : clean) {
        out.putShort((short) sample);
      }
      for (int at = 0; at < SAMPLES; at++) {
        float before = at < 1 ? 0 : clean[at - 1];
        float after = at + 2 < SAMPLES ? clean[at + 2] : 0;
        double change = 0.01 * Math.tanh(8 * (before - after) / 32768);
        out.putShort((short) Math.rint(clean[at] + 32768 * change));
      }
      Files.write(work().resolve("pairs").resolve(hash + ".s16"), out.array());
      JsonObject pair = new JsonObject();
      pair.addProperty("sha256", hash);
      pair.addProperty("samples", SAMPLES);
      pairs.add(pair);
    }
    return pairs;
  }

  /** On the 16-bit grid, as its codes. */
  private static float[] voice(double pitch) {
    Random random = new Random((long) pitch);
    float[] codes = new float[SAMPLES];
    double phase = 0;
    for (int i = 0; i < SAMPLES; i++) {
      phase += 2 * Math.PI * pitch * (1 + 0.1 * Math.sin(i / 3000.0)) / 16_000;
      double tone = 0;
      for (int harmonic = 1; harmonic < 16; harmonic++) {
        tone += Math.sin(harmonic * phase) / harmonic;
      }
      double level = 0.03 + 0.1 * Math.abs(Math.sin(i / 2500.0));
      codes[i] = (float) Math.rint(32768 * (level * tone + 0.003 * random.nextGaussian()));
    }
    return codes;
  }
}
