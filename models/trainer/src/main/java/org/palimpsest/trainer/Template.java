package org.palimpsest.trainer;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The graph that training fills with values, made by {@code models/training/export_template.py}.
 *
 * @param context its receptive field, in samples each side
 * @param alignment its stride in samples
 */
record Template(OnnxGraph graph, int context, int alignment) {
  static Template shipped() throws TrainerException {
    JsonObject facts =
        JsonParser.parseString(new String(resource("template.json"), StandardCharsets.UTF_8))
            .getAsJsonObject();
    return new Template(
        OnnxGraph.parse(resource("template.onnx")),
        facts.get("context").getAsInt(),
        facts.get("alignment").getAsInt());
  }

  private static byte[] resource(String name) {
    try (InputStream in = Template.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(name + " is not in the trainer's own jar", e);
    }
  }
}
