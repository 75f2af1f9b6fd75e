package org.palimpsest.app.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.app.words.Count;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.LedgerEntry;

/** What a case holds, read off its ledger: nothing is kept beside it. */
public record CaseView(
    List<Exhibit> exhibits, List<StepView> restorations, List<StepView> comparisons) {
  public CaseView {
    exhibits = List.copyOf(exhibits);
    restorations = List.copyOf(restorations);
    comparisons = List.copyOf(comparisons);
  }

  public static CaseView of(CaseFile file) {
    return of(file.entries());
  }

  public static CaseView of(List<LedgerEntry> entries) {
    List<Exhibit> exhibits = new ArrayList<>();
    List<StepView> restorations = new ArrayList<>();
    List<StepView> comparisons = new ArrayList<>();
    for (LedgerEntry entry : entries) {
      if (entry.is(EntryKind.RECORDING_IMPORTED)) {
        exhibits.add(Exhibit.from(entry));
      } else if (entry.is(EntryKind.RESTORATION)) {
        restorations.add(StepView.from(entry));
      } else if (entry.is(EntryKind.COMPARISON)) {
        comparisons.add(StepView.from(entry));
      }
    }
    return new CaseView(exhibits, restorations, comparisons);
  }

  public Optional<Exhibit> exhibit(String id) {
    return exhibits.stream().filter(e -> e.id().equals(id)).findFirst();
  }

  public Optional<StepView> restoration(String id) {
    return restorations.stream().filter(r -> r.id().equals(id)).findFirst();
  }

  /** The restorations of an exhibit, also those that failed. */
  public List<StepView> restorationsOf(String exhibitId) {
    return restorations.stream().filter(r -> r.subject().equals(exhibitId)).toList();
  }

  Exhibit requireExhibit(String id) throws RefusedException {
    Optional<Exhibit> exhibit = exhibit(id);
    if (exhibit.isPresent()) {
      return exhibit.get();
    }
    Stream<String> restored = restorations.stream().filter(StepView::completed).map(StepView::id);
    List<String> all = Stream.concat(exhibits.stream().map(Exhibit::id), restored).toList();
    throw new RefusedException(
        "no exhibit or restoration " + id + " in this case; it has " + Count.list(all));
  }

  /** The id that the next exhibit of a role gets. */
  String nextExhibitId(ExhibitRole role) {
    return role.prefix() + (exhibits.stream().filter(e -> e.role() == role).count() + 1);
  }
}
