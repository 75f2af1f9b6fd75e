package org.palimpsest.trainer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv1d;
import java.util.Map;

/**
 * The template's graph in PyTorch's operators: the encoder with two decoders of arXiv 2412.09195,
 * in one dimension; {@code Remover} of {@code models/training/protectors.py}. A waveform {@code
 * [batch, samples]} goes in; out comes the perturbation to subtract, as long.
 *
 * <p>DJL has no transposed convolution on PyTorch. With a kernel of twice the stride it is a matrix
 * product whose halves overlap, and so it is written here.
 */
final class RemoverNet {
  private static final int STRIDE = 4;
  private static final int ALIGNMENT = STRIDE * STRIDE;
  private static final int[] DILATIONS = {1, 2, 4, 1, 2, 4};
  private static final float MU = 31;
  private static final float EPSILON = 0.05f;

  private final Map<String, NDArray> weights;

  /**
   * @param weights by the names of the template's initialisers
   */
  RemoverNet(Map<String, NDArray> weights) {
    this.weights = weights;
  }

  NDArray perturbation(NDArray wave) {
    NDArray code = encode(companded(wave));
    NDArray noise = Activation.tanh(decode(code, "noise"));
    NDArray mask = Activation.sigmoid(decode(code, "mask"));
    NDArray whole = noise.mul(EPSILON).mul(mask).neg().squeeze(1);
    return whole.get(":, :{}", wave.getShape().get(1));
  }

  /** The µ-law curve, as one channel; the convolutions drop what exceeds a multiple of 16. */
  private static NDArray companded(NDArray wave) {
    Shape tail = new Shape(wave.getShape().get(0), ALIGNMENT - 1);
    NDArray padded = wave.concat(wave.getManager().zeros(tail), 1).expandDims(1);
    NDArray magnitude = padded.abs().mul(MU).add(1).log();
    return padded.sign().mul(magnitude).div((float) Math.log1p(MU));
  }

  private NDArray encode(NDArray wave) {
    NDArray x = Activation.relu(convolve(wave, "encoder.0", 1, 3, 1));
    x = Activation.relu(convolve(x, "encoder.2", STRIDE, 2, 1));
    x = Activation.relu(convolve(x, "encoder.4", STRIDE, 2, 1));
    for (int i = 0; i < DILATIONS.length; i++) {
      int dilation = DILATIONS[i];
      String block = "encoder." + (i + 6);
      NDArray inner = Activation.relu(convolve(x, block + ".first", 1, dilation, dilation));
      x = Activation.relu(x.add(convolve(inner, block + ".second", 1, dilation, dilation)));
    }
    return x;
  }

  private NDArray decode(NDArray code, String decoder) {
    NDArray x = Activation.relu(widen(code, decoder + ".0"));
    x = Activation.relu(widen(x, decoder + ".2"));
    return convolve(x, decoder + ".4", 1, 3, 1);
  }

  private NDArray convolve(NDArray x, String layer, int stride, int padding, int dilation) {
    return Conv1d.conv1d(
            x,
            weight(layer),
            bias(layer),
            new Shape(stride),
            new Shape(padding),
            new Shape(dilation))
        .singletonOrThrow();
  }

  /** The transposed convolution of kernel 8, stride 4, padding 2. */
  private NDArray widen(NDArray x, String layer) {
    NDArray kernel = weight(layer);
    long batch = x.getShape().get(0);
    long length = x.getShape().get(2);
    long channels = kernel.getShape().get(1);
    NDArray taps = x.transpose(0, 2, 1).matMul(kernel.reshape(kernel.getShape().get(0), -1));
    taps = taps.reshape(batch, length, channels, 2 * STRIDE);
    NDArray none = x.getManager().zeros(new Shape(batch, 1, channels, STRIDE));
    NDArray early = taps.get(":, :, :, :{}", STRIDE).concat(none, 1);
    NDArray late = none.concat(taps.get(":, :, :, {}:", STRIDE), 1);
    NDArray sum = early.add(late).transpose(0, 2, 1, 3).reshape(batch, channels, -1);
    return sum.get(":, :, 2:{}", 2 + STRIDE * length).add(bias(layer).reshape(1, channels, 1));
  }

  private NDArray weight(String layer) {
    return weights.get(layer + ".weight");
  }

  private NDArray bias(String layer) {
    return weights.get(layer + ".bias");
  }
}
