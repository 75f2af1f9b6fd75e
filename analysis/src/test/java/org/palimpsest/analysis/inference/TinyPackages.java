package org.palimpsest.analysis.inference;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.inference.TinyOnnx.Attribute;

/** Model packages around graphs of a few nodes whose results are known by formula. */
public final class TinyPackages {
  private static final int[] SCALAR = {};

  private TinyPackages() {}

  /** y = gain · x. */
  public static TinyOnnx scale(float gain) {
    return new TinyOnnx().floats("gain", SCALAR, gain).node("Mul", "waveform gain -> perturbation");
  }

  /** y = amplitude · tanh(slope · (x ∗ kernel)): local, smooth, of odd kernel length. */
  public static TinyOnnx convolution(float amplitude, float slope, float... kernel) {
    int half = kernel.length / 2;
    return new TinyOnnx()
        .integers("axis", new int[] {1}, 1)
        .floats("kernel", new int[] {1, 1, kernel.length}, kernel)
        .floats("slope", SCALAR, slope)
        .floats("amplitude", SCALAR, amplitude)
        .node("Unsqueeze", "waveform axis -> a")
        .node("Conv", "a kernel -> b", Attribute.list("pads", half, half))
        .node("Squeeze", "b axis -> c")
        .node("Mul", "c slope -> d")
        .node("Tanh", "d -> e")
        .node("Mul", "e amplitude -> perturbation");
  }

  /** y = x · gain · (position mod period): equivariant to shifts by the period alone. */
  public static TinyOnnx pattern(int period, float gain) {
    return positions()
        .integers("period", SCALAR, period)
        .floats("gain", SCALAR, gain)
        .node("Mod", "positions period -> phase")
        .node("Cast", "phase -> weights", Attribute.of("to", 1))
        .node("Mul", "weights gain -> scaled")
        .node("Mul", "waveform scaled -> perturbation");
  }

  /** y = amplitude · sin(rate · position²), whatever x is: noise of all frequencies; global. */
  public static TinyOnnx hum(float amplitude, float rate) {
    return positions()
        .floats("amplitude", SCALAR, amplitude)
        .floats("rate", SCALAR, rate)
        .floats("nought", SCALAR, 0)
        .node("Cast", "positions -> n", Attribute.of("to", 1))
        .node("Mul", "n n -> squares")
        .node("Mul", "squares rate -> phase")
        .node("Sin", "phase -> wave")
        .node("Mul", "wave amplitude -> loud")
        .node("Mul", "waveform nought -> z")
        .node("Add", "z loud -> perturbation");
  }

  /** The number of each sample, as {@code positions}. */
  private static TinyOnnx positions() {
    return new TinyOnnx()
        .integers("zero", SCALAR, 0)
        .integers("one", SCALAR, 1)
        .node("Shape", "waveform -> shape")
        .node("Gather", "shape one -> length", Attribute.of("axis", 0))
        .node("Range", "zero length one -> positions");
  }

  /** y = gain · mean(x), everywhere. */
  public static TinyOnnx mean(float gain) {
    return new TinyOnnx()
        .floats("gain", SCALAR, gain)
        .floats("nought", SCALAR, 0)
        .node("ReduceMean", "waveform -> m", Attribute.list("axes", 1), Attribute.of("keepdims", 1))
        .node("Mul", "m gain -> g")
        .node("Mul", "waveform nought -> z")
        .node("Add", "g z -> perturbation");
  }

  /** An embedding of two: (mean(x) + offset, mean(x²) + offset). */
  public static TinyOnnx encoder(float offset) {
    Attribute axes = Attribute.list("axes", 1);
    Attribute keep = Attribute.of("keepdims", 1);
    return new TinyOnnx()
        .output("embedding", "batch", "two")
        .floats("offset", SCALAR, offset)
        .node("Mul", "waveform waveform -> square")
        .node("ReduceMean", "waveform -> a", axes, keep)
        .node("ReduceMean", "square -> b", axes, keep)
        .node("Concat", "a b -> c", Attribute.of("axis", 1))
        .node("Add", "c offset -> embedding");
  }

  /** An embedding of one: mean(x). */
  public static TinyOnnx meanOnly() {
    return new TinyOnnx()
        .node(
            "ReduceMean",
            "waveform -> embedding",
            Attribute.list("axes", 1),
            Attribute.of("keepdims", 1));
  }

  /** √(limit − x)·0: nought, but not a number where x is above the limit. */
  public static TinyOnnx brittle(float limit) {
    return new TinyOnnx()
        .floats("limit", SCALAR, limit)
        .floats("nought", SCALAR, 0)
        .node("Sub", "limit waveform -> a")
        .node("Sqrt", "a -> b")
        .node("Mul", "b nought -> perturbation");
  }

  /** 0.01 · x, but the engine fails where the signal has fewer than 16000 samples. */
  public static TinyOnnx longOnly() {
    return new TinyOnnx()
        .integers("last", new int[] {1}, 15_999)
        .floats("gain", SCALAR, 0.01f)
        .node("Gather", "waveform last -> a", Attribute.of("axis", 1))
        .node("Sub", "a a -> b")
        .node("Mul", "waveform gain -> c")
        .node("Add", "b c -> perturbation");
  }

  /** A complete description of {@code model}, to be changed by a test. */
  public static JsonObject description(String id, String version, String kind, byte[] model) {
    JsonObject json = new JsonObject();
    json.addProperty("format", "palimpsest-model/1");
    json.addProperty("id", id);
    json.addProperty("version", version);
    json.addProperty("kind", kind);
    json.addProperty("file", "model.onnx");
    json.addProperty("sha256", sha256(model));
    json.addProperty("engine", "OnnxRuntime");
    json.addProperty("sampleRate", 16000);
    json.addProperty("context", 0);
    json.add("input", named("waveform"));
    json.add("output", named(kind.equals("speaker-encoder") ? "embedding" : "perturbation"));
    json.addProperty("licence", "CC0-1.0");
    return json;
  }

  /** The files of a package. */
  public static Map<String, byte[]> files(JsonObject description, byte[] model) {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("model.json", description.toString().getBytes(StandardCharsets.UTF_8));
    files.put("model.onnx", model);
    return files;
  }

  /** A package of a kind; context −1 means global. */
  public static ModelPackage of(String kind, TinyOnnx graph, int context) throws RefusedException {
    byte[] model = graph.bytes();
    JsonObject description = description("tiny-" + kind, "1.0.0", kind, model);
    if (context < 0) {
      description.addProperty("context", "global");
    } else {
      description.addProperty("context", context);
    }
    return of(description, model);
  }

  /** A package of a changed description. */
  public static ModelPackage of(JsonObject description, byte[] model) throws RefusedException {
    return ModelPackage.of(PackageFiles.of(files(description, model)), "tiny");
  }

  /** A kernel that takes in what lies {@code half} samples away on both sides. */
  public static float[] wideKernel(int half) {
    float[] kernel = new float[2 * half + 1];
    Arrays.fill(kernel, 1f / kernel.length);
    return kernel;
  }

  private static JsonObject named(String name) {
    JsonObject object = new JsonObject();
    object.addProperty("name", name);
    return object;
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
