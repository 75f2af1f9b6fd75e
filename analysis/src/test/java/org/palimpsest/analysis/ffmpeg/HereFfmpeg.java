package org.palimpsest.analysis.ffmpeg;

import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The bundled FFmpeg, unpacked once for all tests. */
public final class HereFfmpeg {
  private HereFfmpeg() {}

  /** Skips the test where this system has none. */
  public static Ffmpeg require() {
    Assumptions.assumeTrue(Ffmpeg.isThere(), "FFmpeg's libraries are not for this system");
    return new Ffmpeg(Path.of("target", "ffmpeg"));
  }
}
