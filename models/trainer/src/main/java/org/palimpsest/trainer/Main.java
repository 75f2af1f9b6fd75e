package org.palimpsest.trainer;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Trains in the folder that is its only argument. How it goes comes on standard output; exit status
 * 0 done, 2 refused with one line on standard error, 3 a defect. It ends at once when its standard
 * input does: nobody is left to whom it could report.
 */
public final class Main {
  private static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(60);
  private static final int REFUSED = 2;
  private static final int DEFECT = 3;

  private Main() {}

  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    Logger chatter = Logger.getLogger("ai.djl");
    chatter.setLevel(Level.SEVERE); // it warns of absent GPUs, which we never ask for
    Thread listener = new Thread(Main::endWithStandardInput, "end with standard input");
    listener.setDaemon(true);
    listener.start();
    try {
      new Training(Path.of(args[0]).normalize(), BETWEEN_CHECKPOINTS, out::println).run();
      System.exit(0);
    } catch (TrainerException e) {
      err.println("refused: " + e.getMessage());
      System.exit(REFUSED);
    } catch (Exception | Error e) {
      chatter.setLevel(Level.OFF);
      err.println("defect: " + e);
      System.exit(DEFECT);
    }
  }

  private static void endWithStandardInput() {
    try {
      System.in.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException e) {
      Runtime.getRuntime().halt(DEFECT);
    }
    Runtime.getRuntime().halt(DEFECT);
  }
}
