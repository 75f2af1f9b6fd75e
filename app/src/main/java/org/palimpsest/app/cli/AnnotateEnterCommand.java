package org.palimpsest.app.cli;

import java.util.concurrent.Callable;
import org.palimpsest.app.annotation.AnnotatedSignal;
import org.palimpsest.app.annotation.journal.Journal;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.app.words.Count;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "enter",
    description = "Enter the annotations of a signal in the ledger, in place of earlier ones.")
final class AnnotateEnterCommand implements Callable<Integer> {
  @Mixin private JsonOption output;
  @Mixin private CaseToWrite target;

  @Parameters(index = "1", paramLabel = "ID", description = "An exhibit or a restoration.")
  private String id;

  private final Terminal terminal;
  private final Workbench workbench;

  AnnotateEnterCommand(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws Exception {
    return target.enter(
        workbench,
        terminal,
        output.json(),
        file -> {
          AnnotatedSignal signal = workbench.annotateSignal().signal(file, id);
          try (Journal journal = workbench.annotateSignal().open(file, signal)) {
            LedgerEntry entry = workbench.annotateSignal().enter(file, journal.annotations());
            String line =
                entry.body().string("id")
                    + "  "
                    + Count.of(entry.body().integer("count"), "annotation")
                    + " of "
                    + id;
            return new CaseToWrite.Entered(entry, line);
          }
        });
  }
}
