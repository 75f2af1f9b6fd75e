package org.palimpsest.app.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.evidence.entry.v1.Person;
import org.palimpsest.evidence.entry.v1.Role;
import org.palimpsest.evidence.format.VerifyingKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "admit", description = "Let a further person's key be used in a case.")
final class CaseAdmitCommand implements Callable<Integer> {
  @Mixin private JsonOption output;
  @Mixin private CaseToWrite target;

  @Option(names = "--name", required = true, description = "Of the person.")
  private String name;

  @Option(names = "--role", required = true, description = "examiner, reviewer or reader.")
  private String role;

  @Option(
      names = "--public-key",
      paramLabel = "BASE64",
      description = "What 'palimpsest key NAME' printed on the person's computer.")
  private String publicKey;

  @Option(
      names = "--key-of",
      paramLabel = "KEY",
      description = "Name of a key on this computer; the person's name by default.")
  private String keyName;

  private final Terminal terminal;
  private final Workbench workbench;

  CaseAdmitCommand(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws Exception {
    if (publicKey != null && keyName != null) {
      throw new RefusedException("give --public-key or --key-of, not both");
    }
    Role admitted = role();
    return target.enter(
        workbench,
        terminal,
        output.json(),
        file -> {
          workbench.admitPerson().requireAdmissible(file, name);
          Person person = new Person(name, key(), admitted);
          return new CaseToWrite.Entered(
              workbench.admitPerson().admit(file, person),
              String.format(
                  "%s is %s, key %s",
                  name, admitted.text(), person.key().id(file.people().origin())));
        });
  }

  private Role role() throws RefusedException {
    try {
      return Role.of(role);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(e.getMessage(), e);
    }
  }

  private VerifyingKey key() throws RefusedException {
    if (publicKey == null) {
      String ownKey = Optional.ofNullable(keyName).orElse(name);
      return workbench.openCase().key(ownKey, terminal).verifyingKey();
    }
    try {
      return new VerifyingKey(publicKey);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(e.getMessage(), e);
    }
  }
}
