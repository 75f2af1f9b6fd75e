package org.palimpsest.app.ui.exhibits;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.palimpsest.app.casework.CaseView;
import org.palimpsest.app.casework.Exhibit;
import org.palimpsest.app.casework.ExhibitRole;
import org.palimpsest.app.casework.StepView;
import org.palimpsest.app.ui.session.Status;

/**
 * A node of the tree.
 *
 * @param id of the item; empty for a heading
 * @param title what it is
 * @param status empty for a heading
 */
record CaseNode(
    Optional<String> id, String title, Optional<Status> status, List<CaseNode> children) {
  static List<CaseNode> of(CaseView view) {
    return List.of(
        heading("Questioned recordings", ExhibitRole.QUESTIONED, view),
        heading("Known recordings", ExhibitRole.KNOWN, view));
  }

  /** Those nodes in whose branch something contains {@code text}; headings stay. */
  static List<CaseNode> filter(List<CaseNode> nodes, String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty()) {
      return nodes;
    }
    List<CaseNode> kept = new ArrayList<>();
    for (CaseNode node : nodes) {
      List<CaseNode> below = filter(node.children(), wanted);
      if (node.id().isEmpty() || !below.isEmpty()) {
        kept.add(new CaseNode(node.id(), node.title(), node.status(), below));
      } else if (node.contains(wanted)) {
        kept.add(node);
      }
    }
    return kept;
  }

  private boolean contains(String wanted) {
    String words = id.orElse("") + " " + title + " " + status.map(Status::words).orElse("");
    return words.toLowerCase(Locale.ROOT).contains(wanted);
  }

  private static CaseNode heading(String title, ExhibitRole role, CaseView view) {
    List<CaseNode> children =
        view.exhibits().stream().filter(e -> e.role() == role).map(e -> exhibit(e, view)).toList();
    return new CaseNode(Optional.empty(), title, Optional.empty(), children);
  }

  private static CaseNode exhibit(Exhibit exhibit, CaseView view) {
    List<CaseNode> children = new ArrayList<>();
    view.restorationsOf(exhibit.id()).forEach(r -> children.add(restoration(r, view)));
    children.addAll(comparisons(exhibit.id(), view));
    String speaker = exhibit.speaker().map(s -> ", " + s).orElse("");
    return new CaseNode(
        Optional.of(exhibit.id()),
        exhibit.label() + speaker,
        Optional.of(Status.of(exhibit, view)),
        children);
  }

  private static CaseNode restoration(StepView step, CaseView view) {
    List<CaseNode> children = new ArrayList<>();
    view.restorationsOf(step.id()).forEach(r -> children.add(restoration(r, view)));
    children.addAll(comparisons(step.id(), view));
    return new CaseNode(
        Optional.of(step.id()), "By " + step.method(), Optional.of(Status.of(step)), children);
  }

  private static List<CaseNode> comparisons(String subject, CaseView view) {
    return view.comparisons().stream()
        .filter(c -> c.subject().equals(subject))
        .map(
            c ->
                new CaseNode(
                    Optional.of(c.id()),
                    "Comparison with " + String.join(", ", c.others()),
                    Optional.of(Status.of(c)),
                    List.of()))
        .toList();
  }
}
