package org.palimpsest.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the net in PyTorch's operators")
final class RemoverNetTest {
  @ParameterizedTest(name = "{0} samples")
  @ValueSource(ints = {1, 15, 16, 17, 399, 6400, 24_005})
  @DisplayName("gives what ONNX Runtime gives for the template with the same values")
  void isTheTemplate(int samples) throws Exception {
    OnnxGraph template = Template.shipped().graph();
    float[] values = loud(template.values());
    float[] wave = noise(samples);
    float[] ours;
    try (Engine engine = new Engine(template.tensors())) {
      ours = engine.perturbation(values, wave);
    }
    float[] theirs = onnx(template.with(values).toBytes(), wave);
    assertThat(ours).hasSameSizeAs(theirs).hasSize(samples);
    double largest = 0;
    for (int i = 0; i < samples; i++) {
      largest = Math.max(largest, Math.abs((double) ours[i] - theirs[i]));
    }
    assertThat(largest).isLessThan(1e-7);
    assertThat(largest(theirs)).isGreaterThan(1e-5f); // not agreed on nothing
  }

  @Test
  @DisplayName("has the slope that small changes of the values show")
  void gradientIsTrue() throws Exception {
    OnnxGraph template = Template.shipped().graph();
    float[] values = loud(template.values());
    float[] clean = noise(1600);
    float[] exhibit = clean.clone();
    for (int i = 1; i < exhibit.length; i++) {
      exhibit[i] += 0.01f * clean[i - 1];
    }
    List<Crop> crops = List.of(new Crop(clean, exhibit), new Crop(exhibit, clean));
    try (Engine engine = new Engine(template.tensors())) {
      float[] gradient = engine.learn(values, crops).gradient();
      for (OnnxGraph.Tensor tensor : template.tensors()) {
        // along the gradient of this tensor the loss rises by its squared norm
        double norm = 0;
        for (int i = tensor.offset(); i < tensor.offset() + tensor.size(); i++) {
          norm += (double) gradient[i] * gradient[i];
        }
        float size = (float) (2e-3 / norm);
        double rise = moved(engine, crops, values, gradient, tensor, size);
        double fall = moved(engine, crops, values, gradient, tensor, -size);
        assertThat((rise - fall) / (2 * size * norm)).as(tensor.name()).isCloseTo(1, within(0.1));
      }
    }
  }

  private static double moved(
      Engine engine,
      List<Crop> crops,
      float[] values,
      float[] gradient,
      OnnxGraph.Tensor tensor,
      float size) {
    float[] moved = values.clone();
    for (int i = tensor.offset(); i < tensor.offset() + tensor.size(); i++) {
      moved[i] += size * gradient[i];
    }
    return engine.learn(moved, crops).loss();
  }

  /** The template is quiet at its start: its last layers louder, so that much would be seen. */
  private static float[] loud(float[] values) {
    float[] loud = values.clone();
    for (int i = 0; i < loud.length; i++) {
      loud[i] *= 1.5f;
    }
    return loud;
  }

  private static float[] noise(int samples) {
    Random random = new Random(3);
    float[] wave = new float[samples];
    for (int i = 0; i < samples; i++) {
      wave[i] = (float) (0.1 * random.nextGaussian());
    }
    return wave;
  }

  private static float largest(float[] values) {
    float largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private static float[] onnx(byte[] model, float[] wave) throws Exception {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(model);
        OnnxTensor input =
            OnnxTensor.createTensor(environment, new float[][] {Arrays.copyOf(wave, wave.length)});
        OrtSession.Result result = session.run(Map.of("waveform", input))) {
      return ((float[][]) result.get(0).getValue())[0];
    }
  }
}
