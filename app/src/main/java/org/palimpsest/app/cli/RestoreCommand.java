package org.palimpsest.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.palimpsest.app.casework.RestoreSpeech;
import org.palimpsest.app.casework.StepView;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.evidence.casefile.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "restore", description = "Take the protection off an exhibit.")
final class RestoreCommand implements Callable<Integer> {
  @Mixin private JsonOption output;
  @Mixin private CaseToWrite target;

  @Parameters(
      index = "1",
      paramLabel = "ID",
      description = "Of an exhibit (Q1, K1, …) or a restoration (R1, …).")
  private String id;

  @Option(names = "--method", required = true, description = "inversion or learned-remover.")
  private String method;

  @Option(
      names = "--protector",
      paramLabel = "PKG",
      description = "Installed id, id@version, folder or zip.")
  private String protector;

  @Option(names = "--param", paramLabel = "k=v", description = "A parameter of the method.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--original",
      paramLabel = "ID",
      description = "The unprotected signal, where it is known: for validation.")
  private String original;

  private final Terminal terminal;
  private final Workbench workbench;

  RestoreCommand(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws Exception {
    try (CaseFile file = target.open(workbench, terminal)) {
      RestoreSpeech.Request request =
          new RestoreSpeech.Request(
              id,
              method,
              Optional.ofNullable(protector),
              parameters,
              Optional.ofNullable(original));
      StepView step =
          new StepRun(terminal, workbench).run(file, workbench.restoreSpeech().plan(file, request));
      terminal.result(output.json(), Figures.json(step), Figures.lines(step));
      return StepRun.status(step);
    }
  }
}
