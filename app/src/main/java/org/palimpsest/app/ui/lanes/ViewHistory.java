package org.palimpsest.app.ui.lanes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Where one looked before: zoom, selection and the cursor that went with them. What follows within
 * a moment is one view. A history of its own, so that going back never changes an annotation.
 */
final class ViewHistory {
  private static final long MOMENT_NANOS = 700_000_000;

  private final TimeAxis axis;
  private final LongSupplier nanos;
  private final List<TimeAxis.View> views = new ArrayList<>();
  private final ReadOnlyBooleanWrapper back = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper forward = new ReadOnlyBooleanWrapper();
  private int at;
  private long changed;
  private boolean going;

  /**
   * @param nanos a clock for durations
   */
  ViewHistory(TimeAxis axis, LongSupplier nanos) {
    this.axis = axis;
    this.nanos = nanos;
    restart();
    axis.spanProperty().addListener((property, before, now) -> note(before, now));
    axis.selectionProperty().addListener((property, before, now) -> note());
  }

  ReadOnlyBooleanProperty backProperty() {
    return back.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty forwardProperty() {
    return forward.getReadOnlyProperty();
  }

  /** Forgets what was: another signal is shown. */
  void restart() {
    views.clear();
    views.add(axis.view());
    at = 0;
    changed = nanos.getAsLong() - 2 * MOMENT_NANOS;
    tell();
  }

  void back() {
    go(at - 1);
  }

  void forward() {
    go(at + 1);
  }

  private void note(TimeAxis.Span before, TimeAxis.Span now) {
    if (before.width() != now.width()) {
      views.set(at, axis.view()); // the window was resized
    } else {
      note();
    }
  }

  private void note() {
    if (going) {
      return;
    }
    long now = nanos.getAsLong();
    boolean another = now - changed > MOMENT_NANOS;
    changed = now;
    views.subList(at + 1, views.size()).clear();
    if (another) {
      views.add(axis.view());
      at++;
    } else {
      views.set(at, axis.view());
    }
    tell();
  }

  private void go(int target) {
    if (target < 0 || target >= views.size()) {
      return;
    }
    going = true;
    at = target;
    axis.look(views.get(at));
    going = false;
    changed = nanos.getAsLong() - 2 * MOMENT_NANOS;
    tell();
  }

  private void tell() {
    back.set(at > 0);
    forward.set(at + 1 < views.size());
  }
}
