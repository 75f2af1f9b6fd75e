package org.palimpsest.app.casework;

import java.util.List;
import java.util.Optional;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.JsonArray;
import org.palimpsest.evidence.format.JsonObject;

/** Enters what the examiner believes, apart from what a tool computed. */
public final class StateOpinion {
  StateOpinion() {}

  /**
   * What is stated.
   *
   * @param about ids of exhibits, steps or reports; may be empty
   * @param text never blank
   * @param replaces id of an earlier opinion that this one takes the place of
   */
  public record Opinion(List<String> about, String text, Optional<String> replaces) {
    /** Keeps a copy of {@code about}. */
    public Opinion {
      about = List.copyOf(about);
    }
  }

  /** Enters an opinion as {@code O1}, …; an earlier one stays where it is. */
  public LedgerEntry run(CaseFile file, Opinion opinion) throws RefusedException, CaseException {
    if (opinion.text().isBlank()) {
      throw new RefusedException("an opinion needs words: the text was left empty");
    }
    for (String id : opinion.about()) {
      EntryId.require(file, id);
    }
    if (opinion.replaces().isPresent()) {
      EntryId.requireOpinion(file, opinion.replaces().get());
    }
    synchronized (file) {
      JsonObject fields =
          JsonObject.empty()
              .with("id", EntryId.next(file, EntryKind.OPINION_STATED, "O"))
              .with("about", JsonArray.ofStrings(opinion.about()))
              .with("text", opinion.text());
      if (opinion.replaces().isPresent()) {
        fields = fields.with("replaces", opinion.replaces().get());
      }
      return file.append(EntryDraft.of(EntryKind.OPINION_STATED, fields, List.of()));
    }
  }
}
