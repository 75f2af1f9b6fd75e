package org.palimpsest.app.cli;

import com.google.gson.JsonObject;
import java.io.Console;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.palimpsest.analysis.method.Progress;
import org.palimpsest.app.casework.Passwords;

/**
 * Where commands write: results to one stream, as text or as one JSON object per result, everything
 * else to the other.
 */
final class Terminal implements Passwords {
  private static final String PASSWORD = "PALIMPSEST_KEY_PASSWORD";

  private final PrintStream out;
  private final PrintStream err;

  Terminal(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  PrintStream out() {
    return out;
  }

  PrintStream err() {
    return err;
  }

  /** One result. */
  void result(boolean json, JsonObject object, List<String> lines) {
    if (json) {
      out.println(object);
    } else {
      lines.forEach(line -> out.println(plain(line)));
    }
  }

  /** A remark that is no result. */
  void note(String line) {
    err.println("palimpsest: " + plain(line));
  }

  /** Labels and file names come from anywhere: what steers a terminal is written as its code. */
  private static String plain(String line) {
    StringBuilder plain = new StringBuilder();
    line.chars()
        .forEach(
            c ->
                plain.append(
                    Character.isISOControl(c)
                        ? String.format("\\u%04x", c)
                        : Character.toString(c)));
    return plain.toString();
  }

  /** Progress in steps of a tenth, for somebody who watches. */
  Progress progress() {
    int[] last = {-1};
    return (stage, fraction) -> {
      int tenth = (int) (fraction * 10);
      if (tenth != last[0] && console().isPresent()) {
        last[0] = tenth;
        err.println("palimpsest: " + stage + " " + 10 * tenth + " %");
      }
    };
  }

  @Override
  public Optional<char[]> of(String examiner, boolean isNew) {
    String stated = System.getenv(PASSWORD);
    if (stated != null) {
      return Optional.of(stated.toCharArray());
    }
    Optional<Console> console = console();
    if (console.isEmpty()) {
      return Optional.empty();
    }
    String question =
        isNew
            ? "Choose a password for the new key of %s (empty: none): "
            : "Password of the key of %s: ";
    char[] typed = console.get().readPassword(question, examiner);
    return typed == null || typed.length == 0 ? Optional.empty() : Optional.of(typed);
  }

  @SuppressWarnings("SystemConsoleNull") // Main asks later JDKs for the console of JDK 17
  private static Optional<Console> console() {
    return Optional.ofNullable(System.console());
  }
}
