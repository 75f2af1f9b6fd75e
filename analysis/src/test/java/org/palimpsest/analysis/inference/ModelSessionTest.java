package org.palimpsest.analysis.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.analysis.inference.TinyOnnx.Attribute;

@DisplayName("A model session")
final class ModelSessionTest {
  private final InferenceEngine engine = new InferenceEngine();

  @Test
  @DisplayName("computes what the graph says, on lengths that it has never seen")
  void runs() throws Exception {
    ModelPackage source = TinyPackages.of("protector", TinyPackages.scale(0.5f), 0);
    try (ModelSession session = engine.open(source)) {
      for (int length : new int[] {1, 2, 777, 40_000}) {
        float[] signal = noise(length);
        float[] result = session.run(signal);
        for (int i = 0; i < length; i++) {
          assertThat(result[i]).isEqualTo(0.5f * signal[i]);
        }
      }
      assertThat(session.modelPackage()).isSameAs(source);
    }
  }

  @Test
  @DisplayName("convolves as a naive sum in double precision does")
  void convolves() throws Exception {
    float[] kernel = {0.5f, -0.25f, 0.125f};
    float[] signal = noise(500);
    TinyOnnx graph = TinyPackages.convolution(0.1f, 2, kernel);
    try (ModelSession session = engine.open(TinyPackages.of("protector", graph, 1))) {
      float[] result = session.run(signal);
      for (int i = 1; i < signal.length - 1; i++) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
          sum += (double) kernel[k] * signal[i + k - 1];
        }
        assertThat((double) result[i]).isCloseTo(0.1 * Math.tanh(2 * sum), within(1e-7));
      }
    }
  }

  @Test
  @DisplayName("gives the same bits for the same input")
  void isDeterministic() throws Exception {
    float[] signal = noise(30_000);
    TinyOnnx graph = TinyPackages.convolution(0.1f, 2, TinyPackages.wideKernel(100));
    ModelPackage source = TinyPackages.of("protector", graph, 100);
    try (ModelSession first = engine.open(source);
        ModelSession second = engine.open(source)) {
      assertThat(first.run(signal)).isEqualTo(second.run(signal)).isEqualTo(first.run(signal));
    }
  }

  @Test
  @DisplayName("gives an embedding of the encoder's own length")
  void embeds() throws Exception {
    try (ModelSession session =
        engine.open(TinyPackages.of("speaker-encoder", TinyPackages.encoder(1), -1))) {
      assertThat(session.run(new float[] {0.5f, 0.5f, 0.5f})).containsExactly(1.5f, 1.25f);
    }
  }

  @Test
  @DisplayName("refuses a file that is no ONNX graph")
  void refusesOtherFiles() throws Exception {
    byte[] text = "not a graph".getBytes(StandardCharsets.UTF_8);
    ModelPackage source =
        TinyPackages.of(TinyPackages.description("text", "1", "protector", text), text);
    assertRefused(source, "text@1: the model cannot be loaded");
    byte[] cut = java.util.Arrays.copyOf(TinyPackages.scale(1).bytes(), 60);
    assertRefused(
        TinyPackages.of(TinyPackages.description("cut", "1", "protector", cut), cut),
        "cut@1: the model cannot be loaded");
  }

  @Test
  @DisplayName("refuses an operator that the engine does not know")
  void refusesUnknownOperators() throws Exception {
    TinyOnnx graph = new TinyOnnx().node("Palimpsest", "waveform -> perturbation");
    assertRefused(TinyPackages.of("protector", graph, 0), "the model cannot be loaded");
  }

  @Test
  @DisplayName("refuses an input of another name")
  void refusesOtherInput() throws Exception {
    TinyOnnx graph =
        new TinyOnnx()
            .input("audio")
            .floats("gain", new int[] {}, 1)
            .node("Mul", "audio gain -> perturbation");
    assertRefused(TinyPackages.of("protector", graph, 0), "only input must be \"waveform\"");
  }

  @Test
  @DisplayName("refuses an output of another name")
  void refusesOtherOutput() throws Exception {
    TinyOnnx graph =
        new TinyOnnx()
            .output("noise", "batch", "samples")
            .floats("gain", new int[] {}, 1)
            .node("Mul", "waveform gain -> noise");
    assertRefused(TinyPackages.of("protector", graph, 0), "no output \"perturbation\"");
  }

  @Test
  @DisplayName("takes the output of the declared name, not the first")
  void takesTheNamedOutput() throws Exception {
    TinyOnnx graph = TinyPackages.scale(0.25f).firstOutput("copy").node("Neg", "waveform -> copy");
    try (ModelSession session = engine.open(TinyPackages.of("protector", graph, 0))) {
      assertThat(session.run(new float[] {1})).containsExactly(0.25f);
    }
  }

  @Test
  @DisplayName("refuses an output that is longer than its input, or of another rank or type")
  void refusesOtherShapes() throws Exception {
    TinyOnnx twice =
        new TinyOnnx()
            .output("perturbation", "batch", "more")
            .node("Concat", "waveform waveform -> perturbation", Attribute.of("axis", 1));
    assertRefused(
        TinyPackages.of("protector", twice, 0), "wrong shape, gives 32000 samples for 16000");
    TinyOnnx rank3 =
        new TinyOnnx()
            .output("perturbation", "batch", "one", "samples")
            .integers("axis", new int[] {1}, 1)
            .node("Unsqueeze", "waveform axis -> perturbation");
    assertRefused(TinyPackages.of("protector", rank3, 0), "wrong shape, the output is (1, 1, 16");
  }

  @Test
  @DisplayName("refuses a graph that fails or gives no number, when loaded and later")
  void refusesFailures() throws Exception {
    assertRefused(TinyPackages.of("protector", TinyPackages.brittle(-1), 0), "not a number");
    try (ModelSession session =
        engine.open(TinyPackages.of("protector", TinyPackages.brittle(0.5f), 0))) {
      assertThat(session.run(new float[] {0.4f})).containsExactly(0);
      assertThatThrownBy(() -> session.run(new float[] {0, 0.6f}))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("not a number");
    }
    try (ModelSession session =
        engine.open(TinyPackages.of("protector", TinyPackages.longOnly(), 0))) {
      assertThatThrownBy(() -> session.run(new float[100]))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("the model cannot be run")
          .message()
          .hasLineCount(1);
    }
  }

  @Test
  @DisplayName("in chunks gives the very samples of the whole, at every length of chunk")
  void chunksEqualTheWhole() throws Exception {
    float[] signal = noise(5_003);
    TinyOnnx graph = TinyPackages.convolution(0.1f, 2, TinyPackages.wideKernel(32));
    try (ModelSession session = engine.open(TinyPackages.of("protector", graph, 32))) {
      float[] whole = session.run(signal);
      for (int chunk : new int[] {1_000, 1_717, 5_002, 5_003, 9_000, Integer.MAX_VALUE}) {
        float[] pieced = new ChunkedModel(session, chunk).run(signal);
        for (int i = 0; i < whole.length; i++) {
          assertThat(pieced[i]).isCloseTo(whole[i], within(1e-7f));
        }
      }
    }
  }

  @Test
  @DisplayName("is cut at multiples of the alignment, and reaches back to one")
  void alignsChunks() throws Exception {
    byte[] model = TinyPackages.pattern(16, 0.01f).bytes();
    com.google.gson.JsonObject description =
        TinyPackages.description("pattern", "1", "protector", model);
    description.addProperty("alignment", 16);
    description.addProperty("context", 5);
    try (ModelSession session = engine.open(TinyPackages.of(description, model))) {
      ChunkedModel chunked = new ChunkedModel(session, 30);
      assertThat(chunked.chunks(70))
          .containsExactly(
              new SampleRange(0, 32), new SampleRange(32, 64), new SampleRange(64, 70));
      assertThat(chunked.reach(new SampleRange(32, 64), 70)).isEqualTo(new SampleRange(16, 69));
      float[] signal = noise(70);
      assertThat(chunked.run(signal)).isEqualTo(session.run(signal));
      assertThat(new ChunkedModel(session, Integer.MAX_VALUE).chunks(70))
          .containsExactly(new SampleRange(0, 70));
    }
  }

  @Test
  @DisplayName("of a model that sees the whole recording is never cut")
  void doesNotCutGlobalModels() throws Exception {
    try (ModelSession session =
        engine.open(TinyPackages.of("protector", TinyPackages.mean(0.5f), -1))) {
      ChunkedModel chunked = new ChunkedModel(session, 100);
      assertThat(chunked.chunks(1_000)).containsExactly(new SampleRange(0, 1_000));
      assertThat(chunked.reach(new SampleRange(5, 6), 1_000)).isEqualTo(new SampleRange(0, 1_000));
    }
    try (ModelSession encoder =
        engine.open(TinyPackages.of("speaker-encoder", TinyPackages.encoder(1), -1))) {
      assertThatThrownBy(() -> new ChunkedModel(encoder, 100))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  @DisplayName("names its engine and forbids it the network")
  void namesTheEngine() {
    assertThat(engine.describe()).matches("OnnxRuntime \\d+\\.\\d+.* through DJL \\d+\\.\\d+.*");
    assertThat(System.getProperty("ai.djl.offline")).isEqualTo("true");
  }

  private void assertRefused(ModelPackage source, String reason) {
    assertThatThrownBy(() -> engine.open(source))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(reason)
        .message()
        .hasLineCount(1);
  }

  private static float[] noise(int length) {
    Random random = new Random(11);
    float[] signal = new float[length];
    for (int i = 0; i < length; i++) {
      signal[i] = (float) (0.1 * random.nextGaussian());
    }
    return signal;
  }
}
