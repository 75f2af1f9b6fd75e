package org.palimpsest.app.ui.lanes;

import java.util.Optional;
import javafx.scene.Cursor;
import org.palimpsest.app.annotation.Annotation;
import org.palimpsest.app.annotation.Mark;

/**
 * A drag on the strip: it makes a region, moves an annotation, or moves one of its ends.
 *
 * @param annotation what is moved; empty where a new one is made
 * @param pressed sample at which it began
 * @param now sample at which the mouse is
 * @param movesStart whether the start goes with the mouse
 * @param movesEnd whether the end does
 * @param length samples of the signal
 */
record StripDrag(
    Optional<Annotation> annotation,
    double pressed,
    double now,
    boolean movesStart,
    boolean movesEnd,
    double length) {
  static StripDrag anew(double sample) {
    return new StripDrag(Optional.empty(), sample, sample, false, true, sample + 1);
  }

  static StripDrag of(Annotation one, double sample, boolean atStart, boolean atEnd) {
    boolean whole = one.mark() instanceof Mark.Point || atStart == atEnd;
    return new StripDrag(
        Optional.of(one), sample, sample, whole || atStart, whole || atEnd, sample + 1);
  }

  StripDrag to(double sample, double samples) {
    double within = Math.max(0, Math.min(samples, sample));
    return new StripDrag(annotation, pressed, within, movesStart, movesEnd, samples);
  }

  double pixels(double scale) {
    return Math.abs(now - pressed) / scale;
  }

  /** Where what is dragged begins now. */
  double from() {
    return annotation.isEmpty() ? Math.min(pressed, now) : (double) mark().start();
  }

  /** Where it ends now. */
  double to() {
    return annotation.isEmpty() ? Math.max(pressed, now) : (double) mark().end();
  }

  /** What is made or moved, within the signal. */
  Mark mark() {
    if (annotation.isEmpty()) {
      long from = (long) Math.min(pressed, now);
      return new Mark.Region(from, Math.max(from + 1, (long) Math.max(pressed, now)));
    }
    Mark before = annotation.get().mark();
    long by = Math.round(now - pressed);
    boolean whole = movesStart && movesEnd;
    if (whole) {
      long last = (long) length - (before instanceof Mark.Point ? 1 : 0);
      by = Math.max(-before.start(), Math.min(last - before.end(), by));
      return before.at(before.start() + by, before.end() + by);
    }
    return movesStart
        ? before.at(Math.max(0, Math.min(before.end() - 1, before.start() + by)), before.end())
        : before.at(
            before.start(),
            Math.max(before.start() + 1, Math.min((long) length, before.end() + by)));
  }

  Cursor cursor() {
    if (annotation.isEmpty()) {
      return Cursor.CROSSHAIR;
    }
    return movesStart && movesEnd ? Cursor.OPEN_HAND : Cursor.H_RESIZE;
  }
}
