package org.palimpsest.app.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.palimpsest.app.testing.Voice;

/** Data folders of voices by formula, and requests about them. */
final class SmallData {
  private SmallData() {}

  /** Speakers s0, s1, … of different pitch, each with utterances u0.wav, u1.wav, …. */
  static Path make(Path folder, int speakers, int utterances, double seconds) throws IOException {
    for (int s = 0; s < speakers; s++) {
      Path speaker = Files.createDirectories(folder.resolve("s" + s));
      for (int u = 0; u < utterances; u++) {
        Voice.write(Voice.speak(100 + 50 * s + u, seconds), speaker.resolve("u" + u + ".wav"));
      }
    }
    return folder;
  }

  static EvaluationRequest request(Path data, Optional<Path> out) {
    return new EvaluationRequest(
        data,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        OptionalInt.empty(),
        1,
        out,
        1,
        "a test");
  }

  static EvaluationRequest judged(List<String> encoders, List<String> blackBoxes) {
    return new EvaluationRequest(
        Path.of("data"),
        List.of("ssed-protector"),
        encoders,
        blackBoxes,
        List.of(),
        List.of(),
        OptionalInt.empty(),
        1,
        Optional.empty(),
        1,
        "a test");
  }

  static EvaluationRequest attacked(String protector, String method) {
    return new EvaluationRequest(
        Path.of("data"),
        List.of(protector),
        List.of(),
        List.of(),
        List.of(method),
        List.of(),
        OptionalInt.empty(),
        1,
        Optional.empty(),
        1,
        "a test");
  }
}
