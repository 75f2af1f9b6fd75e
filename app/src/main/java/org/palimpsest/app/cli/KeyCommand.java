package org.palimpsest.app.cli;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.evidence.key.SigningKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "key", description = "Print a person's public key; it is made at first use.")
final class KeyCommand implements Callable<Integer> {
  @Mixin private JsonOption output;

  @Parameters(paramLabel = "NAME", description = "Of the person.")
  private String name;

  private final Terminal terminal;
  private final Workbench workbench;

  KeyCommand(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws Exception {
    SigningKey key = workbench.openCase().key(name, terminal);
    JsonObject json = new JsonObject();
    json.addProperty("name", name);
    json.addProperty("publicKey", key.verifyingKey().base64());
    json.addProperty("passwordProtected", key.passwordProtected());
    terminal.result(output.json(), json, List.of(key.verifyingKey().base64()));
    if (!key.passwordProtected()) {
      terminal.note("key not password-protected");
    }
    return 0;
  }
}
