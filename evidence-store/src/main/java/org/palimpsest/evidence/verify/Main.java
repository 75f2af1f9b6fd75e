package org.palimpsest.evidence.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.palimpsest.evidence.files.UserDataFolder;
import org.palimpsest.evidence.format.CanonicalJson;

/**
 * The verifier as a program of its own, for people who do not want to trust the workbench.
 *
 * <p>Exit status: 0 verified, 1 not verified, 2 it could not be checked.
 */
public final class Main {
  private static final String USAGE =
      """
      Usage: verify [--json] [--every-signature] [--checkpoint FILE] [--authority FILE]... CASE
             verify [--json] --consistency FILE
             verify --about | --help
      CASE is the folder of a case, or a bundle as a zip file or unpacked.
        --checkpoint FILE   a signed note from elsewhere, or size and root typed off a report
        --authority FILE    certificate of a time stamping authority to trust; repeatable
        --every-signature   check the signature of every checkpoint, not only of those that vouch
        --consistency FILE  a proof, without the case, that one checkpoint continues another
        --json              answer for programs
      Status: 0 it holds, 1 it does not hold, 2 it could not be checked.\
      """;

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

  int run(List<String> words) {
    Optional<Arguments> arguments = Arguments.parse(words);
    if (arguments.isEmpty()) {
      err.println(USAGE);
      return 2;
    }
    return switch (arguments.get().task()) {
      case HELP -> help();
      case ABOUT -> about();
      case CONSISTENCY -> consistency(arguments.get());
      case CASE -> verify(arguments.get());
    };
  }

  private int help() {
    out.println(USAGE);
    return 0;
  }

  private int about() {
    About.lines().forEach(out::println);
    return 0;
  }

  private int consistency(Arguments arguments) {
    Path file = arguments.path().orElseThrow();
    Optional<String> fault = GivenFiles.faultOfProof(file);
    if (fault.isPresent()) {
      err.println(fault.get());
      return 2;
    }
    ConsistencyReport report = new ConsistencyCheck().check(file);
    if (arguments.json()) {
      out.println(CanonicalJson.text(report.toJson()));
    } else {
      report.lines().forEach(out::println);
    }
    return report.holds() ? 0 : 1;
  }

  private int verify(Arguments arguments) {
    Path place = arguments.path().orElseThrow();
    if (!Files.exists(place)) {
      err.println(place + " is not there: give the folder of a case, or a bundle.");
      return 2;
    }
    if (!Files.isDirectory(place) && !Files.isRegularFile(place)) {
      err.println(place + " is a special file: give the folder of a case, or a bundle.");
      return 2;
    }
    Optional<String> fault = GivenFiles.fault(arguments.options());
    if (fault.isPresent()) {
      err.println(fault.get());
      return 2;
    }
    VerificationReport report = new CaseVerifier().verify(place, this::anchor, arguments.options());
    if (report.newerFormat().isPresent()) {
      err.println(place + ": " + report.newerFormat().get() + ".");
      return 2;
    }
    if (arguments.json()) {
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
