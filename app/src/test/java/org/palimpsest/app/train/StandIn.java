package org.palimpsest.app.train;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.app.testing.Bench;

/** The folder of a trainer that answers with the shipped remover, or otherwise as it is told. */
final class StandIn {
  private static final String MAIN = "org/palimpsest/trainer/Main.class";
  private static final String RESULT =
      """
      {"steps": 1, "engine": "a stand-in", "context": %d, "alignment": %d, "tolerance": "1e-5",
       "trainingLossDb": "-1.00", "protectedSnrDb": "29.10", "restoredSnrDb": "%s"}
      """;

  private StandIn() {}

  static TrainerFolder that(Path folder, String behaviour) throws IOException, RefusedException {
    Path remover = Bench.shipped("ssed-remover");
    byte[] golden = Files.readAllBytes(remover.resolve("golden/out.f32"));
    if (behaviour.equals("lies")) {
      golden[40_003] ^= 1; // a float some thousandths off, or more
    }
    Path lib = Files.createDirectories(folder.resolve("lib"));
    try (OutputStream out = Files.newOutputStream(lib.resolve("stand-in.jar"));
        JarOutputStream jar = new JarOutputStream(out);
        InputStream main = StandIn.class.getClassLoader().getResourceAsStream(MAIN)) {
      put(jar, MAIN, main.readAllBytes());
      put(jar, "behaviour", behaviour.getBytes(StandardCharsets.UTF_8));
      put(jar, "model.onnx", Files.readAllBytes(remover.resolve("model.onnx")));
      put(jar, "in.f32", Files.readAllBytes(remover.resolve("golden/in.f32")));
      put(jar, "out.f32", golden);
      String restored = behaviour.equals("learns nothing") ? "29.00" : "44.20";
      ModelPackage shipped = ModelPackage.open(remover);
      String result = RESULT.formatted(shipped.context().getAsInt(), shipped.alignment(), restored);
      put(jar, "result.json", result.getBytes(StandardCharsets.UTF_8));
    }
    return new TrainerFolder(folder);
  }

  private static void put(JarOutputStream jar, String name, byte[] bytes) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    jar.write(bytes);
    jar.closeEntry();
  }
}
