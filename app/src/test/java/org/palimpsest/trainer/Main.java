package org.palimpsest.trainer;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Stands in for the trainer, which is not part of this module: a process of its own that keeps to
 * the same contract and learns nothing. What it does, the jar that it lies in says.
 */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws Exception {
    Path work = Path.of(args[0]).resolve("work");
    System.out.println("step 1 of 1, " + Files.readString(work.resolve("plan.json")).strip());
    String behaviour = new String(resource("behaviour"), StandardCharsets.UTF_8);
    switch (behaviour) {
      case "refuses" -> {
        System.err.println("refused: work/checkpoint: damaged");
        System.exit(2);
      }
      case "fails" -> {
        System.err.println("defect: java.lang.IllegalStateException: broken");
        System.exit(3);
      }
      case "is killed" -> Runtime.getRuntime().halt(137);
      case "goes on" -> System.in.transferTo(java.io.OutputStream.nullOutputStream());
      default -> {
        Path result = Files.createDirectories(work.resolve("result"));
        for (String name : new String[] {"model.onnx", "in.f32", "out.f32", "result.json"}) {
          Files.write(result.resolve(name), resource(name));
        }
      }
    }
  }

  private static byte[] resource(String name) throws Exception {
    try (InputStream in = Main.class.getResourceAsStream("/" + name)) {
      return in.readAllBytes();
    }
  }
}
