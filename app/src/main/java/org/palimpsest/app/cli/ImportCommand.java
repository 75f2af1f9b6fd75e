package org.palimpsest.app.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.app.casework.CaseView;
import org.palimpsest.app.casework.Exhibit;
import org.palimpsest.app.casework.ExhibitRole;
import org.palimpsest.app.casework.ImportRecording;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.evidence.casefile.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "import", description = "Take recordings into custody.")
final class ImportCommand implements Callable<Integer> {
  @Mixin private JsonOption output;
  @Mixin private CaseToWrite target;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = "A recording: WAV, FLAC, AIFF, MP3, Ogg, MP4, AMR, Matroska.")
  private List<Path> files;

  @Option(names = "--role", required = true, description = "questioned or known.")
  private String role;

  @Option(names = "--label", description = "The file's name by default.")
  private String label;

  @Option(names = "--speaker", description = "Who speaks, where that is known.")
  private String speaker;

  @Option(names = "--channel", description = "Which to examine, from 1.")
  private Integer channel;

  @Option(names = "--as-is", description = "Also a file that cannot be decoded.")
  private boolean asIs;

  private final Terminal terminal;
  private final Workbench workbench;

  ImportCommand(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws Exception {
    ImportRecording importer = workbench.importRecording();
    List<ImportRecording.Accepted> accepted = new ArrayList<>();
    for (Path file : files) {
      accepted.add(importer.accept(request(file))); // all or none
    }
    try (CaseFile file = target.open(workbench, terminal)) {
      for (ImportRecording.Accepted good : accepted) {
        Exhibit exhibit = importer.run(file, good);
        print(exhibit);
        CaseView.of(file).exhibits().stream()
            .filter(e -> e.seq() < exhibit.seq() && e.blob().equals(exhibit.blob()))
            .findFirst()
            .ifPresent(e -> terminal.note(exhibit.id() + " has the same bytes as " + e.id()));
      }
      file.anchorProblem().ifPresent(terminal::note);
    }
    return 0;
  }

  private ImportRecording.Request request(Path file) throws RefusedException {
    return new ImportRecording.Request(
        file,
        ExhibitRole.of(role)
            .orElseThrow(
                () -> new RefusedException("--role is questioned or known, not \"" + role + "\"")),
        Optional.ofNullable(label),
        Optional.ofNullable(speaker),
        channel == null ? OptionalInt.empty() : OptionalInt.of(channel),
        asIs);
  }

  private void print(Exhibit exhibit) {
    JsonObject json = new JsonObject();
    json.addProperty("id", exhibit.id());
    json.addProperty("seq", exhibit.seq());
    json.addProperty("sha256", exhibit.blob().sha256().hex());
    json.addProperty("size", exhibit.blob().size());
    json.addProperty("role", exhibit.role().text());
    json.addProperty("label", exhibit.label());
    json.addProperty("decodable", exhibit.decodable());
    exhibit
        .facts()
        .ifPresent(
            facts -> {
              json.addProperty("format", facts.format());
              json.addProperty("sampleRateHz", facts.sampleRateHz());
              json.addProperty("channel", facts.channel());
              json.addProperty("samples", facts.frames());
              JsonArray remarks = new JsonArray();
              facts.remarks().forEach(remarks::add);
              json.add("remarks", remarks);
            });
    String found =
        exhibit
            .facts()
            .map(f -> String.format("%s, %d Hz, %.2f s", f.format(), f.sampleRateHz(), f.seconds()))
            .orElse("not decodable");
    terminal.result(
        output.json(),
        json,
        List.of(
            String.format(
                "%s  %s (%s)  %s",
                exhibit.id(), exhibit.label(), found, exhibit.blob().sha256().hex())));
    exhibit.facts().map(Exhibit.Facts::remarks).orElse(List.of()).stream()
        .map(remark -> exhibit.id() + ": " + remark)
        .forEach(terminal::note);
  }
}
