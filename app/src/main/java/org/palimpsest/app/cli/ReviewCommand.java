package org.palimpsest.app.cli;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.app.casework.OutputFile;
import org.palimpsest.app.casework.ReviewCase;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.ReviewComment;
import org.palimpsest.evidence.format.ReviewStatement;
import org.palimpsest.evidence.format.ReviewVerdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "review",
    description = "Sign a second person's view of a case: into the case, or into a file.")
final class ReviewCommand implements Callable<Integer> {
  @Mixin private JsonOption output;

  @Parameters(paramLabel = "CASE", description = "The folder of the case, or a bundle.")
  private Path folder;

  @Option(names = "--reviewer", required = true, description = "Whose key signs.")
  private String reviewer;

  @Option(names = "--report", paramLabel = "ID", description = "The report that it is about.")
  private String report;

  @Option(names = "--agree", description = "The report may be released.")
  private boolean agree;

  @Option(names = "--object", description = "It may not; say why with --comment or --on.")
  private boolean object;

  @Option(names = "--comment", paramLabel = "TEXT", description = "On the case.")
  private List<String> comments = new ArrayList<>();

  @Option(names = "--on", paramLabel = "ID=TEXT", description = "On an exhibit or a step.")
  private Map<String, String> remarks = new LinkedHashMap<>();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "A file for the examiner; without it, the review goes into the case.")
  private Path out;

  private final Terminal terminal;
  private final Workbench workbench;

  ReviewCommand(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws Exception {
    ReviewCase.Words words = words();
    return out == null ? intoCase(words) : intoFile(words);
  }

  private int intoCase(ReviewCase.Words words) throws Exception {
    try (CaseFile file = workbench.openCase().forWriting(folder, Optional.of(reviewer), terminal)) {
      ReviewStatement statement = sign(file, words);
      LedgerEntry entry = workbench.reviewCase().receive(file, statement.bytes());
      file.anchorProblem().ifPresent(terminal::note);
      String line = entry.body().string("id") + "  " + reviewer + " " + words.verdict().text();
      CaseToWrite.print(terminal, output.json(), new CaseToWrite.Entered(entry, line));
    }
    return 0;
  }

  private int intoFile(ReviewCase.Words words) throws Exception {
    try (CaseFile file = workbench.openCase().readOnly(folder)) {
      OutputFile.require(out, folder);
      Files.write(out, sign(file, words).bytes(), StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new RefusedException(out + ": cannot be written (" + e.getMessage() + ")", e);
    }
    JsonObject json = new JsonObject();
    json.addProperty("file", out.toString());
    json.addProperty("verdict", words.verdict().text());
    terminal.result(
        output.json(), json, List.of(out + "  take it in with 'palimpsest receive CASE FILE'"));
    return 0;
  }

  private ReviewStatement sign(CaseFile file, ReviewCase.Words words) throws RefusedException {
    return workbench
        .reviewCase()
        .sign(file, words, () -> workbench.openCase().keyOf(reviewer, file.people(), terminal));
  }

  private ReviewCase.Words words() throws RefusedException {
    if (agree && object) {
      throw new RefusedException("--agree or --object, not both");
    }
    List<ReviewComment> all = new ArrayList<>();
    try {
      comments.forEach(text -> all.add(new ReviewComment("", text)));
      remarks.forEach((about, text) -> all.add(new ReviewComment(about, text)));
    } catch (IllegalArgumentException e) {
      throw new RefusedException(e.getMessage(), e);
    }
    ReviewVerdict verdict =
        agree ? ReviewVerdict.AGREES : object ? ReviewVerdict.OBJECTS : ReviewVerdict.COMMENTS;
    return new ReviewCase.Words(reviewer, Optional.ofNullable(report), verdict, all);
  }
}
