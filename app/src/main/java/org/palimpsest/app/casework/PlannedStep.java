package org.palimpsest.app.casework;

import java.util.List;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.method.AnalysisPlan;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.Outcome;
import org.palimpsest.analysis.method.Progress;
import org.palimpsest.evidence.entry.v1.Artifact;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.format.JsonObject;

/**
 * A step that is ready to run. From here on there will be exactly one entry, however it ends.
 *
 * @param kind of the entry
 * @param prefix of its id
 * @param inputs the subject first
 * @param packages that it uses; all their files are kept in the case
 * @param more fields of the entry that the kind has beside those of a step
 */
public record PlannedStep(
    EntryKind kind,
    String prefix,
    AnalysisPlan plan,
    List<Artifact> inputs,
    List<ModelPackage> packages,
    JsonObject more,
    Work work) {
  PlannedStep(
      EntryKind kind,
      String prefix,
      AnalysisPlan plan,
      List<Artifact> inputs,
      List<ModelPackage> packages,
      Work work) {
    this(kind, prefix, plan, inputs, packages, JsonObject.empty(), work);
  }

  /** The computation; never throws for its input. */
  @FunctionalInterface
  interface Work {
    Outcome<Conclusion> run(Progress progress, Cancellation cancellation);
  }
}
