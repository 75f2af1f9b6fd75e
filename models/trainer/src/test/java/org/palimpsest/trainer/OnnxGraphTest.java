package org.palimpsest.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the ONNX graph")
final class OnnxGraphTest {
  @Test
  @DisplayName("names its tensors with shapes that its values fill")
  void readsTensors() throws Exception {
    OnnxGraph graph = Template.shipped().graph();
    List<OnnxGraph.Tensor> tensors = graph.tensors();
    assertThat(tensors).hasSize(42);
    assertThat(tensors.get(0).name()).isEqualTo("encoder.0.weight");
    assertThat(tensors.get(0).shape()).containsExactly(16L, 1L, 7L);
    int offset = 0;
    for (OnnxGraph.Tensor tensor : tensors) {
      assertThat(tensor.offset()).isEqualTo(offset);
      assertThat(tensor.shape().stream().reduce(1L, (a, b) -> a * b)).isEqualTo(tensor.size());
      offset += tensor.size();
    }
    assertThat(graph.values()).hasSize(offset);
  }

  @Test
  @DisplayName("takes other values, gives them back, and changes nothing else")
  void replacesValues() throws Exception {
    OnnxGraph graph = Template.shipped().graph();
    float[] values = graph.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    OnnxGraph other = OnnxGraph.parse(graph.with(values).toBytes());
    assertThat(other.values()).isEqualTo(values);
    assertThat(other.tensors()).isEqualTo(graph.tensors());
    assertThat(other.isOfSameShapeAs(graph)).isTrue();
    assertThat(other.with(graph.values()).toBytes()).isEqualTo(graph.toBytes());
    assertThat(graph.values()).isNotEqualTo(values);
  }

  @Test
  @DisplayName("is refused where it is something else")
  void refusesOther() throws Exception {
    byte[] bytes = Template.shipped().graph().toBytes();
    byte[] cut = Arrays.copyOf(bytes, bytes.length / 2);
    byte[] text = "no graph at all".getBytes(StandardCharsets.UTF_8);
    for (byte[] wrong : new byte[][] {cut, text, {}}) {
      assertThatThrownBy(() -> OnnxGraph.parse(wrong))
          .isInstanceOf(TrainerException.class)
          .hasMessageContaining("not an ONNX graph");
    }
  }
}
