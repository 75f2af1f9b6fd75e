package org.palimpsest.app.annotation.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.palimpsest.app.annotation.AnnotatedSignal;
import org.palimpsest.app.annotation.Annotation;
import org.palimpsest.app.annotation.Annotations;

/**
 * A tree of changes and the place in it: an undone branch stays, also when something else is done
 * instead. State 0 is what it began with, state n is after change n. For one thread.
 */
final class History {
  private record Node(int parent, Change change) {}

  private final AnnotatedSignal signal;
  private final Map<UUID, Annotation> now = new HashMap<>();
  private final List<Node> nodes = new ArrayList<>();
  private final Map<Integer, Integer> next = new HashMap<>(); // the branch that was left last
  private int state;

  History(Annotations base) {
    this.signal = base.signal();
    base.list().forEach(one -> now.put(one.id(), one));
  }

  Annotations annotations() {
    return new Annotations(signal, List.copyOf(now.values()));
  }

  int state() {
    return state;
  }

  /** How many changes there are, undone ones too. */
  int size() {
    return nodes.size();
  }

  Optional<String> undoTitle() {
    return state == 0 ? Optional.empty() : Optional.of(nodes.get(state - 1).change().title());
  }

  Optional<String> redoTitle() {
    return Optional.ofNullable(next.get(state)).map(n -> nodes.get(n - 1).change().title());
  }

  int undoTarget() {
    return nodes.get(state - 1).parent();
  }

  int redoTarget() {
    return next.get(state);
  }

  /**
   * Takes a change on top of what is there.
   *
   * @throws IllegalArgumentException if it removes what is not there so, adds what is, or adds what
   *     lies outside the signal; nothing is then changed
   */
  void take(Change change) {
    require(change);
    nodes.add(new Node(state, change));
    next.put(state, nodes.size());
    state = nodes.size();
    apply(change.removed(), change.added());
  }

  /**
   * Goes to the state before or after a change that led to, or away from, this one.
   *
   * @throws IllegalArgumentException for any other
   */
  void move(int target) {
    if (state > 0 && target == undoTarget()) {
      Change undone = nodes.get(state - 1).change();
      next.put(target, state);
      apply(undone.added(), undone.removed());
    } else if (target > 0 && target <= nodes.size() && nodes.get(target - 1).parent() == state) {
      Change done = nodes.get(target - 1).change();
      next.put(state, target);
      apply(done.removed(), done.added());
    } else {
      throw new IllegalArgumentException("state " + target + " is not next to state " + state);
    }
    state = target;
  }

  /**
   * Looks whether {@link #take} would.
   *
   * @throws IllegalArgumentException as it does
   */
  void require(Change change) {
    Map<UUID, Annotation> after = new HashMap<>();
    for (Annotation gone : change.removed()) {
      if (!gone.equals(now.get(gone.id())) || after.put(gone.id(), gone) != null) {
        throw new IllegalArgumentException("it removes what is not there: " + gone.label());
      }
    }
    for (Annotation one : new Annotations(signal, change.added()).list()) {
      if (now.containsKey(one.id()) && !after.containsKey(one.id())) {
        throw new IllegalArgumentException("it adds what is there: " + one.label());
      }
    }
  }

  private void apply(List<Annotation> going, List<Annotation> coming) {
    going.forEach(one -> now.remove(one.id()));
    coming.forEach(one -> now.put(one.id(), one));
  }
}
