package org.palimpsest.trainer;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What the workbench makes a package of: the template with trained values, PyTorch's answer to a
 * fixed signal, and the facts. {@code result.json} is written last: without it nothing is there.
 */
record Result(Path folder) {
  /** The graph in another engine adds in another order; more than this is another graph. */
  private static final String TOLERANCE = "1e-5";

  void write(TrainingPlan plan, Template template, Engine engine, LossCurve curve, float[] values)
      throws TrainerException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new TrainerException(folder + ": cannot be made (" + e.getMessage() + ")");
    }
    float[] signal = GoldenSignal.make();
    file("model.onnx").write(template.graph().with(values).toBytes());
    file("in.f32").write(bytes(signal));
    file("out.f32").write(bytes(engine.perturbation(values, signal)));
    List<LossCurve.Point> points = curve.points();
    LossCurve.Point last = points.get(points.size() - 1);
    JsonObject json = new JsonObject();
    json.addProperty("steps", plan.steps());
    json.addProperty("engine", engine.describe());
    json.addProperty("context", template.context());
    json.addProperty("alignment", template.alignment());
    json.addProperty("tolerance", TOLERANCE);
    json.addProperty("trainingLossDb", decimal(last.lossDb()));
    json.addProperty("protectedSnrDb", decimal(last.validation().protectedDb()));
    json.addProperty("restoredSnrDb", decimal(last.validation().restoredDb()));
    file("result.json").write(json + "\n");
  }

  private OutputFile file(String name) {
    return new OutputFile(folder.resolve(name));
  }

  private static byte[] bytes(float[] values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
