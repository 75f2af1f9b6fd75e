package org.palimpsest.analysis.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.palimpsest.analysis.RefusedException;

/**
 * ONNX Runtime 1.29 ends the process with a segmentation fault where Linux says that its command
 * line has more than some 3,950 bytes (measured; the cause is not known to us).
 */
final class CommandLineLength {
  private static final int LONGEST = 3500;

  private final Path commandLine;

  /**
   * @param commandLine {@code /proc/self/cmdline}; other systems have no such file
   */
  CommandLineLength(Path commandLine) {
    this.commandLine = commandLine;
  }

  /** Refuses a command line that the engine would not survive. */
  void require() throws RefusedException {
    int length;
    try {
      length = Files.readAllBytes(commandLine).length;
    } catch (IOException e) {
      return;
    }
    if (length > LONGEST) {
      throw new RefusedException(
          String.format(
              "the command line has %d bytes, the inference engine takes %d: write the arguments"
                  + " into a file and give @FILE",
              length, LONGEST));
    }
  }
}
