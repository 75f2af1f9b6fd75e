package org.palimpsest.app.casework;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.Progress;
import org.palimpsest.evidence.casefile.CaseDescription;
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;

/**
 * The main job on the recordings that come with the program: two protected voices of a synthesiser,
 * restored by both methods and compared with known recordings before and after. The originals are
 * in the case too, so that every restoration can be measured.
 */
public final class DemoCase {
  private static final String PROTECTOR = "ssed-protector";
  private static final List<String> SPEAKERS = List.of("slt", "rms");
  private static final List<String> METHODS = List.of("learned-remover", "inversion");

  private final OpenCase openCase;
  private final ImportRecording importer;
  private final RestoreSpeech restorer;
  private final CompareSpeakers comparer;
  private final RunAnalysis runner;
  private final IssueReport reporter;

  DemoCase(
      OpenCase openCase,
      ImportRecording importer,
      RestoreSpeech restorer,
      CompareSpeakers comparer,
      RunAnalysis runner,
      IssueReport reporter) {
    this.openCase = openCase;
    this.importer = importer;
    this.restorer = restorer;
    this.comparer = comparer;
    this.runner = runner;
    this.reporter = reporter;
  }

  /**
   * What came of it.
   *
   * @param report the PDF
   */
  public record Result(Path folder, CaseView view, Path report) {}

  /**
   * A folder within {@code parent} that is not there yet: {@code demo.palimpsest}, or with a
   * number.
   */
  public static Path unusedFolder(Path parent) {
    Path folder = parent.toAbsolutePath().resolve("demo.palimpsest");
    for (int i = 2; Files.exists(folder); i++) {
      folder = parent.toAbsolutePath().resolve("demo-" + i + ".palimpsest");
    }
    return folder;
  }

  /** Does the main job in a new case in {@code folder}. */
  public Result make(Path folder, Progress progress, Cancellation cancellation)
      throws RefusedException, CaseException {
    CaseDescription description =
        new CaseDescription(
            "Demonstration",
            "none: synthetic voices, no person is examined",
            "to show the work from exhibit to report",
            ZoneId.of("UTC"),
            "Demo Examiner");
    try (CaseFile file = openCase.create(folder, description, Passwords.NONE)) {
      for (String speaker : SPEAKERS) {
        take(file, speaker + "-known", ExhibitRole.KNOWN, speaker);
      }
      for (String speaker : SPEAKERS) {
        String questioned = take(file, speaker + "-protected", ExhibitRole.QUESTIONED, "");
        String original = take(file, speaker + "-original", ExhibitRole.KNOWN, speaker);
        examine(file, questioned, original, progress, cancellation);
      }
      Path report = folder.resolveSibling(folder.getFileName() + ".report.pdf");
      return new Result(folder, CaseView.of(file), reporter.run(file, report).copy());
    }
  }

  private void examine(
      CaseFile file,
      String questioned,
      String original,
      Progress progress,
      Cancellation cancellation)
      throws RefusedException, CaseException {
    List<String> subjects = new ArrayList<>(List.of(questioned));
    for (String method : METHODS) {
      RestoreSpeech.Request request =
          new RestoreSpeech.Request(
              questioned, method, Optional.of(PROTECTOR), Map.of(), Optional.of(original));
      StepView restoration = runner.run(file, restorer.plan(file, request), progress, cancellation);
      if (restoration.completed()) {
        subjects.add(restoration.id());
      }
    }
    List<String> known = List.of("K1", "K2");
    for (String subject : subjects) {
      CompareSpeakers.Request request =
          new CompareSpeakers.Request(subject, known, Optional.empty());
      runner.run(file, comparer.plan(file, request), progress, cancellation);
    }
  }

  private String take(CaseFile file, String name, ExhibitRole role, String speaker)
      throws RefusedException, CaseException {
    Path copy = copyOut(name + ".flac");
    try {
      Optional<String> stated = speaker.isEmpty() ? Optional.empty() : Optional.of(speaker);
      ImportRecording.Request request =
          new ImportRecording.Request(
              copy, role, Optional.of(name.replace('-', ' ')), stated, OptionalInt.empty(), false);
      return importer.run(file, importer.accept(request)).id();
    } finally {
      delete(copy);
    }
  }

  /** The file lies in the program's jar; an import takes files. */
  private static Path copyOut(String name) throws RefusedException {
    try (InputStream in = DemoCase.class.getResourceAsStream("/org/palimpsest/app/demo/" + name)) {
      if (in == null) {
        throw new RefusedException("the demo recording " + name + " is not in this program");
      }
      Path file = Files.createTempDirectory("palimpsest-demo").resolve(name);
      Files.copy(in, file);
      return file;
    } catch (IOException e) {
      throw new RefusedException(
          "the demo recording " + name + " cannot be unpacked (" + e.getMessage() + ")", e);
    }
  }

  private static void delete(Path copy) {
    try {
      Files.deleteIfExists(copy);
      Files.deleteIfExists(copy.getParent());
    } catch (IOException e) {
      copy.toFile().deleteOnExit(); // a leftover in the temporary folder harms nobody
    }
  }
}
