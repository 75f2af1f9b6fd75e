package org.palimpsest.app.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.concurrent.Callable;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.CanonicalJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "ledger", description = "Every entry, oldest first; with --json all it says.")
final class LedgerCommand implements Callable<Integer> {
  @Mixin private JsonOption output;
  @Mixin private CaseToRead target;

  private final Terminal terminal;
  private final Workbench workbench;

  LedgerCommand(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws Exception {
    try (CaseFile file = target.open(workbench, terminal)) {
      for (LedgerEntry entry : file.entries()) {
        String body = CanonicalJson.text(entry.body());
        JsonObject json = new JsonObject();
        json.addProperty("seq", entry.seq());
        json.addProperty("leafHash", entry.leafHash().hex());
        json.add("body", JsonParser.parseString(body));
        String line =
            String.format(
                "%4d  %s  %-40s %s",
                entry.seq(), entry.body().string("time"), what(entry), entry.leafHash().hex());
        terminal.result(output.json(), json, List.of(line));
      }
    }
    return 0;
  }

  private static String what(LedgerEntry entry) {
    String id = entry.body().has("id") ? " " + entry.body().string("id") : "";
    return entry.kind() + id + entry.step().map(s -> ": " + s.outcome().text()).orElse("");
  }
}
