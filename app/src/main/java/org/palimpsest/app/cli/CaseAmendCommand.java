package org.palimpsest.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.app.casework.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "amend", description = "Say title, authority or purpose anew, by a new entry.")
final class CaseAmendCommand implements Callable<Integer> {
  @Mixin private JsonOption output;
  @Mixin private CaseToWrite target;

  @Option(names = "--title", description = "What the laboratory calls it.")
  private String title;

  @Option(names = "--authority", description = "Who ordered it, with reference.")
  private String authority;

  @Option(names = "--purpose", description = "What it is to find out.")
  private String purpose;

  @Option(names = "--reason", required = true, description = "Why it changes.")
  private String reason;

  private final Terminal terminal;
  private final Workbench workbench;

  CaseAmendCommand(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws Exception {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("title", title);
    fields.put("authority", authority);
    fields.put("purpose", purpose);
    fields.values().removeIf(java.util.Objects::isNull);
    if (fields.size() != 1) {
      throw new RefusedException("amend one of --title, --authority and --purpose at a time");
    }
    Map.Entry<String, String> field = fields.entrySet().iterator().next();
    return target.enter(
        workbench,
        terminal,
        output.json(),
        file ->
            new CaseToWrite.Entered(
                workbench.amendCase().run(file, field.getKey(), field.getValue(), reason),
                field.getKey() + " is now: " + field.getValue()));
  }
}
