package org.palimpsest.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.ReviewStatement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "receive", description = "Take a reviewer's file into the case.")
final class ReceiveCommand implements Callable<Integer> {
  @Mixin private JsonOption output;
  @Mixin private CaseToWrite target;

  @Parameters(index = "1", paramLabel = "FILE", description = "What 'review --out' made.")
  private Path statement;

  private final Terminal terminal;
  private final Workbench workbench;

  ReceiveCommand(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws Exception {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(statement)) {
      bytes = in.readNBytes(ReviewStatement.LARGEST + 1);
    } catch (IOException e) {
      throw new RefusedException(statement + ": cannot be read (" + e.getMessage() + ")", e);
    }
    return target.enter(workbench, terminal, output.json(), file -> received(file, bytes));
  }

  private CaseToWrite.Entered received(CaseFile file, byte[] bytes)
      throws RefusedException, CaseException {
    LedgerEntry entry = workbench.reviewCase().receive(file, bytes);
    String line =
        String.format(
            "%s  %s %s",
            entry.body().string("id"),
            entry.body().object("reviewer").string("name"),
            entry.body().string("verdict"));
    return new CaseToWrite.Entered(entry, line);
  }
}
