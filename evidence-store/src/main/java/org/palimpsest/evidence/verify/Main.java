package org.palimpsest.evidence.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.palimpsest.evidence.files.UserDataFolder;
import org.palimpsest.evidence.format.CanonicalJson;

/**
 * The verifier as a program of its own, for people who do not want to trust the workbench.
 *
 * <p>Exit status: 0 verified, 1 not verified, 2 usage.
 */
public final class Main {
  private static final String USAGE = "Usage: verify [--json] [--checkpoint FILE] CASE";

  private final PrintStream out;
  private final PrintStream err;
  private final Path anchors;

  Main(PrintStream out, PrintStream err, Path anchors) {
    this.out = out;
    this.err = err;
    this.anchors = anchors;
  }

  /** Verifies the case that {@code args} name. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path anchors = UserDataFolder.ofThisUser().resolve("anchors");
    System.exit(new Main(out, System.err, anchors).run(List.of(args)));
  }

  int run(List<String> args) {
    List<String> rest = new ArrayList<>(args);
    boolean json = rest.remove("--json");
    Optional<Path> checkpoint = Optional.empty();
    int option = rest.indexOf("--checkpoint");
    if (option >= 0 && option + 1 < rest.size()) {
      checkpoint = Optional.of(Path.of(rest.remove(option + 1)));
      rest.remove(option);
    }
    if (rest.size() != 1 || rest.get(0).startsWith("-")) {
      err.println(USAGE);
      return 2;
    }
    Path folder = Path.of(rest.get(0));
    if (!Files.isDirectory(folder)) {
      err.println(folder + " is not a folder: give the folder of a case.");
      return 2;
    }
    VerificationReport report = new CaseVerifier().verify(folder, this::anchor, checkpoint);
    if (json) {
      out.println(CanonicalJson.text(report.toJson()));
    } else {
      print(report);
    }
    return report.verified() ? 0 : 1;
  }

  private Optional<String> anchor(UUID caseId) throws IOException {
    try {
      return Optional.of(Files.readString(anchors.resolve(caseId.toString())));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private void print(VerificationReport report) {
    report.lines().forEach(out::println);
    report.newestCheckpoint().ifPresent(note -> out.print("newest checkpoint:\n" + note));
  }
}
