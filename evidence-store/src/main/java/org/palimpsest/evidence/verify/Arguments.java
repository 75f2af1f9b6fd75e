package org.palimpsest.evidence.verify;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param task what is to be done
 * @param json whether programs read the answer
 * @param path the case, the bundle or the proof; none for {@code ABOUT} and {@code HELP}
 * @param options for a case
 */
record Arguments(Task task, boolean json, Optional<Path> path, VerifyOptions options) {
  /** What can be done. */
  enum Task {
    CASE,
    CONSISTENCY,
    ABOUT,
    HELP
  }

  /** The arguments, or nothing where they make no sense. */
  static Optional<Arguments> parse(List<String> words) {
    try {
      return new Parser(words).parse();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static final class Parser {
    private final Deque<String> words;
    private final List<Path> authorities = new ArrayList<>();
    private final List<Path> paths = new ArrayList<>();
    private Optional<Path> checkpoint = Optional.empty();
    private Task task = Task.CASE;
    private boolean json;
    private boolean every;
    private boolean help;
    private boolean sound = true;

    Parser(List<String> words) {
      this.words = new ArrayDeque<>(words);
    }

    Optional<Arguments> parse() {
      while (!words.isEmpty()) {
        take(words.remove());
      }
      if (help) {
        return Optional.of(new Arguments(Task.HELP, json, Optional.empty(), VerifyOptions.plain()));
      }
      int needed = task == Task.ABOUT ? 0 : 1;
      if (!sound || paths.size() != needed) {
        return Optional.empty();
      }
      VerifyOptions options = new VerifyOptions(every, checkpoint, authorities, Instant.now());
      return Optional.of(new Arguments(task, json, paths.stream().findFirst(), options));
    }

    private void take(String word) {
      switch (word) {
        case "--json" -> json = true;
        case "--every-signature" -> every = true;
        case "--help", "-h" -> help = true;
        case "--about" -> task = Task.ABOUT;
        case "--checkpoint" -> checkpoint = value();
        case "--authority" -> value().ifPresent(authorities::add);
        case "--consistency" -> {
          task = Task.CONSISTENCY;
          value().ifPresent(paths::add);
        }
        default -> {
          sound = sound && !word.startsWith("-");
          paths.add(Path.of(word));
        }
      }
    }

    private Optional<Path> value() {
      sound = sound && !words.isEmpty();
      return Optional.ofNullable(words.poll()).map(Path::of);
    }
  }
}
