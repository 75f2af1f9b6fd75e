package org.palimpsest.analysis.inference;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palimpsest.analysis.inference.PackageCheck.Result;

@DisplayName("The check of a package")
final class PackageCheckTest {
  private final PackageCheck check = new PackageCheck(new InferenceEngine());

  @ParameterizedTest(name = "{0} samples: {1}")
  @CsvSource({"32, true", "33, true", "500, true", "31, false", "8, false", "0, false"})
  @DisplayName("proves the receptive field of a kernel of 65 samples, stated as")
  void provesTheContext(int context, boolean right) throws Exception {
    TinyOnnx graph = TinyPackages.convolution(0.1f, 2, TinyPackages.wideKernel(32));
    List<Result> results = check.run(TinyPackages.of("protector", graph, context));
    assertThat(results).extracting(Result::passed).containsExactly(true, true, right);
    assertThat(results.get(1).detail()).isEqualTo("no self-test");
    assertThat(results.get(2).detail()).startsWith(context + " samples each side, multiples of 1;");
  }

  @ParameterizedTest(name = "period {0}, stated {1}, context {2}: {3}")
  @CsvSource({
    "16, 16, 0, true",
    "16, 32, 5, true",
    "16, 1, 0, false",
    "16, 1, 7, false",
    "16, 2, 0, false",
    "16, 8, 0, false",
    "8, 4, 0, false",
    "4, 2, 0, false",
    "8, 4, 4096, false",
    "48, 16, 16, false",
    "16, 12, 0, false"
  })
  @DisplayName("proves the alignment of a model with a periodic pattern:")
  void provesTheAlignment(int period, int stated, int context, boolean right) throws Exception {
    byte[] model = TinyPackages.pattern(period, 0.1f).bytes();
    JsonObject json = TinyPackages.description("pattern", "1", "remover", model);
    json.addProperty("alignment", stated);
    json.addProperty("context", context);
    Result result = check.run(TinyPackages.of(json, model)).get(2);
    assertThat(result.passed()).as(result.detail()).isEqualTo(right);
  }

  @Test
  @DisplayName("finds a global operation behind a stated context, and lets an honest one pass")
  void findsGlobalOperations() throws Exception {
    Result lie = check.run(TinyPackages.of("protector", TinyPackages.mean(0.9f), 4096)).get(2);
    assertThat(lie.passed()).isFalse();
    Result honest = check.run(TinyPackages.of("protector", TinyPackages.mean(0.9f), -1)).get(2);
    assertThat(honest.passed()).isTrue();
    assertThat(honest.detail()).contains("never split");
  }

  @Test
  @DisplayName("does not cut encoders, which give no waveform")
  void leavesEncodersWhole() throws Exception {
    assertThat(check.run(TinyPackages.of("speaker-encoder", TinyPackages.encoder(1), -1)))
        .hasSize(2)
        .allMatch(Result::passed);
  }

  @Test
  @DisplayName("passes a golden vector that is met, and fails one that is not")
  void checksGoldenVectors() throws Exception {
    float[] in = {0.5f, -0.25f};
    assertThat(golden(in, 0.005f, -0.0025f).passed()).isTrue();
    assertThat(golden(in, 0.005f, -0.0024f).passed()).isFalse();
    assertThat(golden(in, 0.005f, Float.NaN).passed()).isFalse();
    assertThat(golden(in, 0.005f).detail()).isEqualTo("2 values, 1 expected");
    assertThat(golden(in, 0.005f).passed()).isFalse();
  }

  private Result golden(float[] in, float... out) throws Exception {
    byte[] model = TinyPackages.scale(0.01f).bytes();
    JsonObject json = TinyPackages.description("golden", "1", "protector", model);
    json.add(
        "golden",
        JsonParser.parseString(
            "{\"input\": \"in\", \"output\": \"out\", \"tolerance\": \"1e-6\"}"));
    Map<String, byte[]> files = TinyPackages.files(json, model);
    files.put("in", littleEndian(in));
    files.put("out", littleEndian(out));
    ModelPackage source = ModelPackage.of(PackageFiles.of(files), "golden");
    assertThat(source.hasSelfTest()).isTrue();
    return check.run(source).get(1);
  }

  private static byte[] littleEndian(float[] values) {
    byte[] bytes = new byte[4 * values.length];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    return bytes;
  }
}
