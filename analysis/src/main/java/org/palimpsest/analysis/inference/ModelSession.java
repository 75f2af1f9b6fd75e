package org.palimpsest.analysis.inference;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import ai.djl.util.PairList;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Map;
import org.palimpsest.analysis.RefusedException;

/**
 * A loaded model on ONNX Runtime through DJL, on the CPU with one thread: on one processor the same
 * input gives the same bits. Not safe for several threads: open one per thread. Close it after use.
 */
public final class ModelSession implements AutoCloseable {
  private final ModelPackage source;
  private final Model model;
  private final Predictor<NDList, NDList> predictor;

  private ModelSession(ModelPackage source, Model model) {
    this.source = source;
    this.model = model;
    this.predictor = model.newPredictor(new NoopTranslator());
  }

  /**
   * Loads the graph and tries it.
   *
   * @throws RefusedException if it is no ONNX graph, or its input or output does not fit its kind
   */
  static ModelSession open(ModelPackage source) throws RefusedException {
    Model model = Model.newInstance(source.id(), Device.cpu(), "OnnxRuntime");
    try {
      model.load(
          new ByteArrayInputStream(source.modelBytes()), Map.of("sessionOptions", options()));
      ModelSession session = new ModelSession(source, model);
      session.checkShape();
      return session;
    } catch (IOException | MalformedModelException | IllegalArgumentException e) {
      model.close();
      throw new RefusedException(
          source.reference() + ": the model cannot be loaded (" + firstLine(e) + ")", e);
    } catch (RefusedException | RuntimeException e) {
      model.close();
      throw e;
    }
  }

  /**
   * One thread, so that no sum depends on scheduling; and silent, because we report what goes
   * wrong.
   */
  private static OrtSession.SessionOptions options() {
    try {
      OrtSession.SessionOptions options = new OrtSession.SessionOptions();
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      return options;
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime takes no session options", e);
    }
  }

  public ModelPackage modelPackage() {
    return source;
  }

  /**
   * Runs one waveform.
   *
   * @param waveform at 16 kHz, at least one sample
   * @return the perturbation (as long as the input), or the embedding; finite
   */
  public float[] run(float[] waveform) throws RefusedException {
    float[] result = predict(waveform);
    for (float value : result) {
      if (Float.isNaN(value) || Float.isInfinite(value)) {
        throw new RefusedException(source.reference() + ": the output is not a number");
      }
    }
    if (source.kind().givesWaveform() && result.length != waveform.length) {
      throw new RefusedException(
          String.format(
              "%s: wrong shape, gives %d samples for %d",
              source.reference(), result.length, waveform.length));
    }
    return result;
  }

  @Override
  public void close() {
    predictor.close();
    model.close();
  }

  private float[] predict(float[] waveform) throws RefusedException {
    try (NDList input =
            new NDList(
                model
                    .getNDManager()
                    .create(
                        FloatBuffer.wrap(waveform),
                        new Shape(1, waveform.length),
                        DataType.FLOAT32));
        NDList output = predictor.predict(input)) {
      String name = source.description().outputName();
      NDArray first =
          output.stream()
              .filter(array -> name.equals(array.getName()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new RefusedException(
                          source.reference() + ": the graph has no output \"" + name + "\""));
      if (first.getDataType() != DataType.FLOAT32
          || first.getShape().dimension() != 2
          || first.getShape().get(0) != 1) {
        throw new RefusedException(
            source.reference() + ": wrong shape, the output is " + first.getShape());
      }
      return first.toFloatArray();
    } catch (TranslateException e) {
      throw new RefusedException(
          source.reference() + ": the model cannot be run (" + firstLine(e) + ")", e);
    }
  }

  private void checkShape() throws RefusedException {
    PairList<String, Shape> inputs = model.describeInput();
    String expected = source.description().inputName();
    if (inputs == null || inputs.size() != 1 || !inputs.get(0).getKey().equals(expected)) {
      throw new RefusedException(
          source.reference() + ": the graph's only input must be \"" + expected + "\"");
    }
    for (int samples : new int[] {16_000, 16_007}) {
      run(new float[samples]);
    }
  }

  private static String firstLine(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse(root.toString());
  }
}
