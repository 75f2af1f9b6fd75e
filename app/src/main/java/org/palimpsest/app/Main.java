package org.palimpsest.app;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.app.cli.PalimpsestCommandLine;
import org.palimpsest.evidence.files.UserDataFolder;

/** The program: wires everything once, then runs a command or, without arguments, the window. */
public final class Main {
  private static final String MODELS = "palimpsest.models";

  private Main() {}

  public static void main(String[] args) {
    System.setProperty("jdk.console", "java.base"); // null without a terminal, on every JDK
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    String version =
        Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
            .orElse("development build");
    Path models = Path.of(System.getProperty(MODELS, "models"));
    Workbench workbench =
        new Workbench(models, UserDataFolder.ofThisUser(), version, Clock.systemUTC());
    System.exit(new PalimpsestCommandLine(workbench, version, out, err).run(args));
  }
}
