package org.palimpsest.app.ui.lanes;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.palimpsest.analysis.audio.SampleRange;

/** The stretch of time that is seen, the cursor and the selection: shared by all lanes. */
public final class TimeAxis {
  private static final double CLOSEST = 1.0 / 16;
  private static final double STEP = 1.25;

  /**
   * What is seen.
   *
   * @param start sample at the left edge
   * @param scale samples of a pixel
   * @param width in pixels
   */
  public record Span(double start, double scale, double width) {
    double sampleAt(double x) {
      return start + x * scale;
    }

    double xOf(double sample) {
      return (sample - start) / scale;
    }

    double end() {
      return sampleAt(width);
    }
  }

  /**
   * What somebody looks at: to go back to it.
   *
   * @param start sample at the left edge
   * @param scale samples of a pixel
   * @param all whether the whole signal is seen, however wide the window is
   */
  public record View(
      double start, double scale, boolean all, int cursor, Optional<SampleRange> selection) {}

  private final ReadOnlyObjectWrapper<Span> span = new ReadOnlyObjectWrapper<>(new Span(0, 1, 100));
  private final ObjectProperty<Optional<SampleRange>> selection =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Integer> cursor = new ReadOnlyObjectWrapper<>(0);
  private int length = 1;
  private int hertz = 16_000;
  private boolean fitted = true;

  ReadOnlyObjectProperty<Span> spanProperty() {
    return span.getReadOnlyProperty();
  }

  Span span() {
    return span.get();
  }

  public ObjectProperty<Optional<SampleRange>> selectionProperty() {
    return selection;
  }

  public ReadOnlyObjectProperty<Integer> cursorProperty() {
    return cursor.getReadOnlyProperty();
  }

  public int length() {
    return length;
  }

  int hertz() {
    return hertz;
  }

  /** Shows another signal, all of it. */
  void show(int samples, int rate) {
    length = Math.max(1, samples);
    hertz = rate;
    cursor.set(0);
    selection.set(Optional.empty());
    fit();
  }

  View view() {
    return new View(span().start(), span().scale(), fitted, cursor.get(), selection.get());
  }

  /** Goes back to a view, as far as this signal has it. */
  void look(View view) {
    if (view.all()) {
      fit();
    } else {
      set(view.start(), limit(view.scale(), CLOSEST, widest()), span().width());
    }
    cursor.set((int) limit(view.cursor(), 0, length - 1.0));
    selection.set(view.selection().filter(range -> range.end() <= length));
  }

  void resize(double width) {
    Span now = span();
    if (width < 1 || width == now.width()) {
      return;
    }
    if (fitted) {
      set(0, length / width, width);
    } else {
      set(now.start(), now.scale(), width);
    }
  }

  void fit() {
    set(0, length / span().width(), span().width());
  }

  void zoomIn(double x) {
    zoom(1 / STEP, x);
  }

  void zoomOut(double x) {
    zoom(STEP, x);
  }

  /** Zooms so that the sample under {@code x} stays there. */
  void zoom(double factor, double x) {
    Span now = span();
    double scale = limit(now.scale() * factor, CLOSEST, widest());
    set(now.sampleAt(x) - x * scale, scale, now.width());
  }

  void zoomTo(SampleRange range) {
    double scale = limit((double) range.length() / span().width(), CLOSEST, widest());
    set(range.start(), scale, span().width());
  }

  void scrollTo(double start) {
    set(start, span().scale(), span().width());
  }

  void scrollBy(double pixels) {
    scrollTo(span().start() + pixels * span().scale());
  }

  /** Puts the cursor on a sample and brings it into sight. */
  public void moveCursor(double sample) {
    cursor.set((int) limit(Math.rint(sample), 0, length - 1.0));
    Span now = span();
    double x = now.xOf(cursor.get());
    if (x < 0 || x > now.width()) {
      scrollTo(cursor.get() - now.width() * now.scale() / 10);
    }
  }

  void nudgeCursor(double pixels) {
    double step = pixels * Math.max(span().scale(), 1);
    moveCursor(cursor.get() + step);
  }

  /** Selects between two samples, in any order; too short a stretch selects nothing. */
  void select(double a, double b) {
    int from = (int) limit(Math.min(a, b), 0, length);
    int to = (int) limit(Math.max(a, b), 0, length);
    selection.set((to - from) < 2 ? Optional.empty() : Optional.of(new SampleRange(from, to)));
  }

  private double widest() {
    return Math.max(CLOSEST, length / span().width());
  }

  private void set(double start, double scale, double width) {
    double limit = Math.max(0, length - width * scale);
    fitted = scale >= length / width * (1 - 1e-9);
    span.set(new Span(limit(start, 0, limit), scale, width));
  }

  private static double limit(double value, double low, double high) {
    return Math.max(low, Math.min(high, value));
  }
}
