package org.palimpsest.app.ui.annotations;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.app.annotation.AnnotatedSignal;
import org.palimpsest.app.annotation.Annotation;
import org.palimpsest.app.annotation.Annotations;
import org.palimpsest.app.annotation.Mark;
import org.palimpsest.app.annotation.journal.Change;
import org.palimpsest.app.annotation.journal.Journal;
import org.palimpsest.app.task.ErrorLog;
import org.palimpsest.app.ui.session.CaseAnnotations;

/** The annotations of the signal that is marked at present. For the window's thread only. */
public final class AnnotationsViewModel {
  private final CaseAnnotations door;
  private final ErrorLog errors;
  private final ReadOnlyObjectWrapper<AnnotationsState> state =
      new ReadOnlyObjectWrapper<>(AnnotationsState.NONE);
  private final ObjectProperty<Optional<UUID>> chosen =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObservableSet<String> hidden = FXCollections.observableSet();
  private final StringProperty tier = new SimpleStringProperty("notes");
  private final StringProperty label = new SimpleStringProperty("of interest");
  private final BooleanProperty tiersChanged = new SimpleBooleanProperty();
  private final OpenJournal journal;

  public AnnotationsViewModel(CaseAnnotations door, ErrorLog errors) {
    this.door = door;
    this.errors = errors;
    journal = new OpenJournal(door, this::turned);
    hidden.addListener((SetChangeListener<String>) change -> show());
  }

  public ReadOnlyObjectProperty<AnnotationsState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public AnnotationsState now() {
    return state.get();
  }

  /** Id of the annotation that keys and the form act on. */
  public ObjectProperty<Optional<UUID>> chosenProperty() {
    return chosen;
  }

  public Optional<Annotation> chosen() {
    return chosen.get().flatMap(now()::find);
  }

  /** Tiers that are not shown. */
  public ObservableSet<String> hiddenTiers() {
    return hidden;
  }

  /** The tier that new ones go to. */
  public StringProperty tierProperty() {
    return tier;
  }

  /** The label that new ones get. */
  public StringProperty labelProperty() {
    return label;
  }

  /** Whether the tiers in use are others than before; toggled, never read. */
  public BooleanProperty tiersChangedProperty() {
    return tiersChanged;
  }

  /** Turns to another signal; the one before is given back. */
  public void target(String id, long samples) {
    journal.turnTo(id, samples);
  }

  /** Gives the journal back. */
  public void close() {
    journal.close();
  }

  /** Marks with the present label and tier, and chooses what was made. */
  public void add(Mark mark) {
    add(mark, tier.get(), label.get());
  }

  public void add(Mark mark, String inTier, String words) {
    attempt(
        () -> {
          Annotation made =
              new Annotation(
                  UUID.randomUUID(), mark, inTier, words, door.author(), door.clock().instant());
          make("Add " + mark.kind() + " \"" + words + "\"", List.of(), List.of(made));
          hidden.remove(inTier);
          chosen.set(Optional.of(made.id()));
        });
  }

  /** Changes one; keeps words and tier for the next. */
  public void edit(Annotation before, Mark mark, String inTier, String words) {
    attempt(
        () -> {
          Annotation after =
              before.changed(mark, inTier, words, door.author(), door.clock().instant());
          make("Edit \"" + words + "\"", List.of(before), List.of(after));
          hidden.remove(inTier);
        });
  }

  public void move(Annotation before, Mark mark) {
    if (!before.mark().equals(mark)) {
      edit(before, mark, before.tier(), before.label());
    }
  }

  public void removeChosen() {
    chosen()
        .ifPresent(
            one -> attempt(() -> make("Delete \"" + one.label() + "\"", List.of(one), List.of())));
  }

  public void undo() {
    attempt(() -> journal.now().orElseThrow().undo());
  }

  public void redo() {
    attempt(() -> journal.now().orElseThrow().redo());
  }

  public void importFrom(Path file) {
    Journal target = journal.now().orElseThrow();
    door.read(
        file,
        target.annotations(),
        tier.get(),
        added -> attempt(() -> make("Import of " + file.getFileName(), List.of(), added)));
  }

  public void exportTo(Path file) {
    door.write(file, journal.now().orElseThrow().annotations());
  }

  /** Enters them in the ledger, as they are. */
  public void enter() {
    door.enter(journal.now().orElseThrow().annotations(), entry -> show());
  }

  private void make(String title, List<Annotation> removed, List<Annotation> added)
      throws RefusedException {
    journal
        .now()
        .orElseThrow()
        .make(new Change(title, removed, added, door.author(), door.clock().instant()));
  }

  /** A thing that can be refused. */
  @FunctionalInterface
  private interface Attempt {
    void run() throws RefusedException;
  }

  private void attempt(Attempt what) {
    if (journal.now().isEmpty()) {
      return;
    }
    try {
      what.run();
    } catch (RefusedException | IllegalArgumentException e) {
      errors.add("Annotating", e);
    }
    show();
  }

  private void turned() {
    chosen.set(Optional.empty());
    show();
  }

  private void show() {
    List<String> before = now().tiers();
    state.set(journal.now().map(this::stateOf).orElse(AnnotationsState.NONE));
    if (chosen().isEmpty()) {
      chosen.set(Optional.empty());
    }
    if (!before.equals(now().tiers())) {
      tiersChanged.set(!tiersChanged.get());
    }
  }

  private AnnotationsState stateOf(Journal open) {
    Annotations all = open.annotations();
    AnnotatedSignal signal = all.signal();
    boolean entered = false;
    try {
      entered = door.inLedger(all);
    } catch (RefusedException e) {
      errors.add("Annotations of " + signal.id(), e);
    }
    return new AnnotationsState(
        Optional.of(signal),
        all.list(),
        all.list().stream().filter(one -> !hidden.contains(one.tier())).toList(),
        all.tiers(),
        open.writable(),
        !entered && door.canEnter(),
        entered,
        open.undoTitle().filter(title -> open.writable()),
        open.redoTitle().filter(title -> open.writable()));
  }
}
