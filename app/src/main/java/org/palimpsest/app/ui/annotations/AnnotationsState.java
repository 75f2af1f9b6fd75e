package org.palimpsest.app.ui.annotations;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.palimpsest.app.annotation.AnnotatedSignal;
import org.palimpsest.app.annotation.Annotation;
import org.palimpsest.app.words.Count;

/**
 * The annotations at one moment.
 *
 * @param signal that they are of; empty where none is open
 * @param all in order
 * @param shown those of the tiers that are not hidden
 * @param tiers all that are in use
 * @param writable whether they can be changed here
 * @param enterable whether they can be entered in the ledger, and are not
 * @param entered whether the ledger has exactly these
 * @param undo what an undo would take back
 * @param redo what a redo would do again
 */
public record AnnotationsState(
    Optional<AnnotatedSignal> signal,
    List<Annotation> all,
    List<Annotation> shown,
    List<String> tiers,
    boolean writable,
    boolean enterable,
    boolean entered,
    Optional<String> undo,
    Optional<String> redo) {
  static final AnnotationsState NONE =
      new AnnotationsState(
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          false,
          false,
          true,
          Optional.empty(),
          Optional.empty());

  public Optional<Annotation> find(UUID id) {
    return all.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** In a line: of what, how many, and whether the ledger has them. */
  public String words() {
    if (signal.isEmpty()) {
      return "no signal is open";
    }
    String hiddenWords =
        shown.size() == all.size() ? "" : ", " + (all.size() - shown.size()) + " hidden";
    String where =
        !writable
            ? "; another program has them open: to look at only"
            : all.isEmpty() && entered
                ? ""
                : entered ? "; in the ledger" : "; kept here, not in the ledger";
    return signal.get().id() + ": " + Count.of(all.size(), "annotation") + hiddenWords + where;
  }
}
