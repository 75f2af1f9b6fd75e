package org.palimpsest.app.annotation;

import java.util.Optional;

/** Where in a signal something was marked. Positions are samples of the signal, from 0. */
public sealed interface Mark {
  /** The first sample. */
  long start();

  /** The sample behind the last; of a point, the same as {@link #start}. */
  long end();

  /** The frequencies it is limited to; empty where it means all of them. */
  Optional<Band> frequencies();

  /** As files write it: {@code point}, {@code region} or {@code box}. */
  String kind();

  /**
   * A moment.
   *
   * @param start the sample
   */
  record Point(long start) implements Mark {
    public Point {
      require(start, start + 1);
    }

    @Override
    public long end() {
      return start;
    }

    @Override
    public Optional<Band> frequencies() {
      return Optional.empty();
    }

    @Override
    public String kind() {
      return "point";
    }
  }

  /**
   * A stretch of time.
   *
   * @param end behind {@code start}
   */
  record Region(long start, long end) implements Mark {
    public Region {
      require(start, end);
    }

    @Override
    public Optional<Band> frequencies() {
      return Optional.empty();
    }

    @Override
    public String kind() {
      return "region";
    }
  }

  /**
   * A stretch of time within a range of frequencies.
   *
   * @param end behind {@code start}
   */
  record Box(long start, long end, Band band) implements Mark {
    public Box {
      require(start, end);
    }

    @Override
    public Optional<Band> frequencies() {
      return Optional.of(band);
    }

    @Override
    public String kind() {
      return "box";
    }
  }

  /** The mark of this kind at another place. */
  default Mark at(long start, long end) {
    if (this instanceof Point) {
      return new Point(start);
    }
    return frequencies()
        .<Mark>map(band -> new Box(start, end, band))
        .orElse(new Region(start, end));
  }

  private static void require(long start, long end) {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("samples " + start + " to " + end);
    }
  }
}
