package org.palimpsest.trainer;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * PyTorch on the processor: what the net gives, and the slope of its error. Whatever it makes is
 * gone after each call. Not safe for several threads.
 */
final class Engine implements AutoCloseable {
  /** The energy per sample of rounding to 16 bit: nobody can estimate better than that. */
  private static final double FLOOR = 1.0 / (12 * 32768.0 * 32768.0);

  private final List<OnnxGraph.Tensor> tensors;
  private final NDManager arrays = NDManager.newBaseManager(Device.cpu(), "PyTorch");

  Engine(List<OnnxGraph.Tensor> tensors) {
    this.tensors = List.copyOf(tensors);
  }

  /** One pass there and back. */
  Slope learn(float[] values, List<Crop> crops) {
    try (NDManager step = arrays.newSubManager()) {
      Map<String, NDArray> weights = weights(step, values);
      weights.values().forEach(weight -> weight.setRequiresGradient(true));
      NDArray heard = rows(step, crops.stream().map(Crop::exhibit).toList());
      NDArray sought = rows(step, crops.stream().map(Crop::perturbation).toList());
      double floor = FLOOR * sought.getShape().get(1);
      float loss;
      try (GradientCollector collector =
          ai.djl.engine.Engine.getEngine("PyTorch").newGradientCollector()) {
        NDArray missed = new RemoverNet(weights).perturbation(heard).sub(sought);
        NDArray left = missed.square().sum(new int[] {1}).add((float) floor);
        NDArray all = sought.square().sum(new int[] {1}).add((float) floor);
        NDArray mean = left.div(all).log().mean().mul((float) (10 / Math.log(10)));
        collector.backward(mean);
        loss = mean.getFloat();
      }
      float[] gradient = new float[values.length];
      for (OnnxGraph.Tensor tensor : tensors) {
        float[] part = weights.get(tensor.name()).getGradient().toFloatArray();
        System.arraycopy(part, 0, gradient, tensor.offset(), part.length);
      }
      return new Slope(loss, gradient);
    }
  }

  /** The perturbation that the net finds in {@code exhibit}. */
  float[] perturbation(float[] values, float[] exhibit) {
    try (NDManager step = arrays.newSubManager()) {
      NDArray heard = rows(step, List.of(exhibit));
      return new RemoverNet(weights(step, values)).perturbation(heard).toFloatArray();
    }
  }

  /** Name and version. */
  String describe() {
    return "PyTorch "
        + ai.djl.engine.Engine.getEngine("PyTorch").getVersion()
        + " through DJL "
        + ai.djl.engine.Engine.getDjlVersion();
  }

  @Override
  public void close() {
    arrays.close();
  }

  private Map<String, NDArray> weights(NDManager step, float[] values) {
    Map<String, NDArray> weights = new LinkedHashMap<>();
    for (OnnxGraph.Tensor tensor : tensors) {
      float[] part = Arrays.copyOfRange(values, tensor.offset(), tensor.offset() + tensor.size());
      weights.put(tensor.name(), step.create(part, new Shape(tensor.shape())));
    }
    return weights;
  }

  private static NDArray rows(NDManager step, List<float[]> rows) {
    int length = rows.get(0).length;
    float[] all = new float[rows.size() * length];
    for (int i = 0; i < rows.size(); i++) {
      System.arraycopy(rows.get(i), 0, all, i * length, length);
    }
    return step.create(all, new Shape(rows.size(), length));
  }
}
