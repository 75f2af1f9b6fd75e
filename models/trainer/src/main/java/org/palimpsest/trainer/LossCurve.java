package org.palimpsest.trainer;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The reports so far: {@code training.jsonl}, one JSON object each, and {@code training.svg}. */
final class LossCurve {
  private final Path folder;
  private final List<Point> points = new ArrayList<>();

  private LossCurve(Path folder) {
    this.folder = folder;
  }

  /**
   * A report.
   *
   * @param rate of learning, at that step
   * @param lossDb mean of the training loss since the report before
   */
  record Point(int step, double rate, double lossDb, Validation.Snr validation) {}

  /** Reads what there is up to a step; a later or broken report will be made again. */
  static LossCurve upTo(Path folder, int step) throws TrainerException {
    LossCurve curve = new LossCurve(folder);
    Path file = curve.file();
    try {
      for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
        Point point = point(JsonParser.parseString(line).getAsJsonObject());
        if (point.step() <= step) {
          curve.points.add(point);
        }
      }
    } catch (IOException e) {
      throw new TrainerException(file + ": cannot be read (" + e.getMessage() + ")");
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      throw new TrainerException(file + ": somebody changed it; choose another --out");
    }
    return curve;
  }

  List<Point> points() {
    return List.copyOf(points);
  }

  void add(Point point) throws TrainerException {
    points.add(point);
    StringBuilder lines = new StringBuilder();
    points.forEach(p -> lines.append(json(p)).append('\n'));
    new OutputFile(file()).write(lines.toString());
    new OutputFile(folder.resolve("training.svg")).write(CurvePicture.of(points));
  }

  private Path file() {
    return folder.resolve("training.jsonl");
  }

  private static JsonObject json(Point point) {
    JsonObject json = new JsonObject();
    json.addProperty("step", point.step());
    json.addProperty("rate", String.format(Locale.ROOT, "%.3e", point.rate()));
    json.addProperty("trainingLossDb", decimal(point.lossDb()));
    json.addProperty("validationProtectedSnrDb", decimal(point.validation().protectedDb()));
    json.addProperty("validationRestoredSnrDb", decimal(point.validation().restoredDb()));
    return json;
  }

  private static Point point(JsonObject json) {
    return new Point(
        json.get("step").getAsInt(),
        json.get("rate").getAsDouble(),
        json.get("trainingLossDb").getAsDouble(),
        new Validation.Snr(
            json.get("validationProtectedSnrDb").getAsDouble(),
            json.get("validationRestoredSnrDb").getAsDouble()));
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
