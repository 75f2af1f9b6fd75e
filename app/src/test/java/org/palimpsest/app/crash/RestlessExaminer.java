package org.palimpsest.app.crash;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.palimpsest.app.casework.Exhibit;
import org.palimpsest.app.casework.ExhibitRole;
import org.palimpsest.app.casework.Passwords;
import org.palimpsest.app.casework.RestoreSpeech;
import org.palimpsest.app.casework.StepView;
import org.palimpsest.app.testing.Bench;
import org.palimpsest.evidence.casefile.CaseFile;

/** Imports and restores without end, and says of each entry that it has it, until it is killed. */
final class RestlessExaminer {
  private RestlessExaminer() {}

  /**
   * Works in the case of a bench.
   *
   * @param args folder of the bench, folder of the case, recording
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws Exception {
    Bench bench = new Bench(Path.of(args[0]));
    Path recording = Path.of(args[2]);
    try (CaseFile file =
        bench.workbench().openCase().forWriting(Path.of(args[1]), Passwords.NONE)) {
      while (true) {
        Exhibit exhibit = bench.take(file, recording, ExhibitRole.QUESTIONED);
        acknowledge(file, exhibit.seq());
        RestoreSpeech.Request request =
            new RestoreSpeech.Request(
                exhibit.id(),
                exhibit.seq() % 2 == 0 ? "learned-remover" : "inversion",
                Optional.of("ssed-protector"),
                Map.of(),
                Optional.empty());
        StepView restored =
            bench.perform(file, bench.workbench().restoreSpeech().plan(file, request));
        acknowledge(file, restored.seq());
      }
    }
  }

  private static void acknowledge(CaseFile file, long seq) {
    System.out.println(seq + " " + file.entry(seq).leafHash().hex());
  }
}
