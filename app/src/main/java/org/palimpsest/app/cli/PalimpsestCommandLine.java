package org.palimpsest.app.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.evidence.casefile.CaseException;
import picocli.CommandLine;

/**
 * All commands. Exit status: 0 done, 1 the answer is no, 2 bad input or usage, 3 a defect. An error
 * is one line.
 */
public final class PalimpsestCommandLine {
  static final int NO = 1;
  static final int REFUSED = 2;
  static final int DEFECT = 3;

  private final Workbench workbench;
  private final String version;
  private final PrintStream out;
  private final PrintStream err;

  public PalimpsestCommandLine(
      Workbench workbench, String version, PrintStream out, PrintStream err) {
    this.workbench = workbench;
    this.version = version;
    this.out = out;
    this.err = err;
  }

  /** Runs a command; without one, the window. */
  public int run(String... args) {
    for (String arg : args) {
      if (arg.indexOf('\ufffd') >= 0) {
        err.println(
            "palimpsest: \""
                + arg
                + "\" holds characters that this locale cannot read;"
                + " set LC_ALL=C.UTF-8");
        return REFUSED;
      }
    }
    Terminal terminal = new Terminal(out, err);
    CommandLine root = new CommandLine(new Root(terminal, workbench));
    root.getCommandSpec().version("Palimpsest " + version);
    root.addSubcommand(new DemoCommand(terminal, workbench));
    root.addSubcommand(
        "case",
        group("Make a case, look at one, amend it, say who may write in it.")
            .addSubcommand(new CaseCreateCommand(terminal, workbench))
            .addSubcommand(new CaseInfoCommand(terminal, workbench))
            .addSubcommand(new CaseAmendCommand(terminal, workbench))
            .addSubcommand(new CaseAdmitCommand(terminal, workbench))
            .addSubcommand(new CaseDismissCommand(terminal, workbench)));
    root.addSubcommand(new KeyCommand(terminal, workbench));
    root.addSubcommand(new ImportCommand(terminal, workbench));
    root.addSubcommand(new RestoreCommand(terminal, workbench));
    root.addSubcommand(new CompareCommand(terminal, workbench));
    root.addSubcommand(new ExtractCommand(terminal, workbench));
    root.addSubcommand(new LedgerCommand(terminal, workbench));
    root.addSubcommand(new VerifyCommand(terminal, workbench));
    root.addSubcommand(new CheckpointCommand(terminal, workbench));
    root.addSubcommand(new ReplayCommand(terminal, workbench));
    root.addSubcommand(new ReportCommand(terminal, workbench));
    root.addSubcommand(new OpinionCommand(terminal, workbench));
    root.addSubcommand(
        "annotate",
        group("Take annotations of a signal in and out, and enter them in the ledger.")
            .addSubcommand(new AnnotateImportCommand(terminal, workbench))
            .addSubcommand(new AnnotateExportCommand(terminal, workbench))
            .addSubcommand(new AnnotateEnterCommand(terminal, workbench)));
    root.addSubcommand(new ReviewCommand(terminal, workbench));
    root.addSubcommand(new ReceiveCommand(terminal, workbench));
    root.addSubcommand(new ReleaseCommand(terminal, workbench));
    root.addSubcommand(new BundleCommand(terminal, workbench));
    root.addSubcommand(
        "timestamp",
        group("Have an authority say when a checkpoint was there (RFC 3161), by files.")
            .addSubcommand(new TimestampQueryCommand(terminal, workbench))
            .addSubcommand(new TimestampImportCommand(terminal, workbench)));
    root.addSubcommand(
        "model",
        group("List, show, install and prove model packages.")
            .addSubcommand(new ModelListCommand(terminal, workbench))
            .addSubcommand(new ModelShowCommand(terminal, workbench))
            .addSubcommand(new ModelImportCommand(terminal, workbench))
            .addSubcommand(new ModelVerifyCommand(terminal, workbench)));
    root.addSubcommand(new ProtectCommand(terminal, workbench));
    root.addSubcommand(new EvaluateCommand(terminal, workbench));
    root.addSubcommand(new TrainRemoverCommand(terminal, workbench));
    root.addSubcommand(new PictureCommand(terminal, workbench));
    for (String later : LaterCommand.NAMES) {
      root.addSubcommand(later, new LaterCommand(terminal, later));
    }
    root.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    root.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    root.setParameterExceptionHandler((e, a) -> usage(e));
    root.setExecutionExceptionHandler((e, line, parsed) -> failed(e));
    return root.execute(args);
  }

  private static CommandLine group(String description) {
    CommandLine group = new CommandLine(new Group());
    group.getCommandSpec().usageMessage().description(description);
    return group;
  }

  private int usage(CommandLine.ParameterException e) {
    String name = e.getCommandLine().getCommandSpec().qualifiedName();
    err.println("palimpsest: " + firstLine(e) + "; see '" + name + " --help'");
    return REFUSED;
  }

  private int failed(Exception e) {
    if (e instanceof RefusedException || e instanceof CaseException) {
      err.println("palimpsest: " + firstLine(e));
      return REFUSED;
    }
    err.println("palimpsest: a defect, please report it: " + e);
    if (System.getenv("PALIMPSEST_DEBUG") != null) {
      e.printStackTrace(err);
    }
    return DEFECT;
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
