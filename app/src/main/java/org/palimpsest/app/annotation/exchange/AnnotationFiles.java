package org.palimpsest.app.annotation.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.app.annotation.AnnotatedSignal;
import org.palimpsest.app.annotation.Annotation;
import org.palimpsest.app.annotation.Annotations;
import org.palimpsest.app.annotation.Mark;
import org.palimpsest.app.annotation.Words;
import org.palimpsest.evidence.format.UtcTime;

/** The door: reads and writes files of annotations. A file that makes no sense is one line. */
public final class AnnotationFiles {
  private static final double SLACK_SECONDS = 0.01;

  private AnnotationFiles() {}

  /**
   * What stands in for what a file does not say.
   *
   * @param tier of those without one
   */
  public record Defaults(String tier, String author, Instant now) {}

  /**
   * Writes a new file: a TextGrid where the name ends in {@code .TextGrid}, else values with a
   * header.
   *
   * @throws RefusedException if it is there already, or cannot be written
   */
  public static void write(Path file, Annotations annotations) throws RefusedException {
    String text =
        isTextGrid(file) ? TextGridWriter.write(annotations) : CsvWriter.write(annotations);
    try {
      Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new RefusedException(file + ": cannot be written (" + e.getMessage() + ")", e);
    }
  }

  /**
   * Reads a TextGrid or values with a header, whichever it is. An id is kept unless {@code taken}
   * has it.
   *
   * @param taken ids that others have already
   * @throws RefusedException with file and line, for what makes no sense or lies outside the signal
   */
  public static List<Annotation> read(
      Path file, AnnotatedSignal signal, Set<UUID> taken, Defaults defaults)
      throws RefusedException {
    String text = FileText.read(file);
    try {
      List<Found> found =
          TextGridReader.accepts(text) ? TextGridReader.read(text) : CsvReader.read(text);
      Set<UUID> ids = new HashSet<>(taken);
      List<Annotation> read = new ArrayList<>();
      for (Found one : found) {
        read.add(annotation(one, signal, ids, defaults));
      }
      return read;
    } catch (IllegalArgumentException e) {
      throw new RefusedException(file + ": " + e.getMessage(), e);
    }
  }

  private static boolean isTextGrid(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".textgrid");
  }

  private static Annotation annotation(
      Found found, AnnotatedSignal signal, Set<UUID> ids, Defaults defaults) {
    try {
      String tier = Words.clean(found.tier());
      String author = Words.clean(found.author());
      return new Annotation(
          id(found.id(), ids),
          mark(found, signal),
          tier.isEmpty() ? defaults.tier() : tier,
          Words.clean(found.label()),
          author.isEmpty() ? defaults.author() : author,
          found.made().isBlank() ? defaults.now() : UtcTime.parse(found.made().strip()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("line " + found.line() + ": " + e.getMessage(), e);
    }
  }

  private static UUID id(String text, Set<UUID> ids) {
    UUID id;
    try {
      id = UUID.fromString(text.strip());
    } catch (IllegalArgumentException e) {
      id = UUID.randomUUID(); // a name of another program's
    }
    while (!ids.add(id)) {
      id = UUID.randomUUID();
    }
    return id;
  }

  private static Mark mark(Found found, AnnotatedSignal signal) {
    long start = within(found.startSeconds(), signal, signal.samples() - 1);
    if (found.endSeconds().isEmpty()) {
      return new Mark.Point(start);
    }
    long end =
        Math.max(start + 1, within(found.endSeconds().getAsDouble(), signal, signal.samples()));
    return found
        .band()
        .<Mark>map(band -> new Mark.Box(start, end, band))
        .orElse(new Mark.Region(start, end));
  }

  /** Other programs round the length of a signal: what lies just outside is taken for its end. */
  private static long within(double seconds, AnnotatedSignal signal, long last) {
    double length = signal.seconds(signal.samples());
    if (seconds < -SLACK_SECONDS || seconds > length + SLACK_SECONDS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%.6f s lies outside %s, which lasts %.6f s",
              seconds,
              signal.id(),
              length));
    }
    return Math.max(0, Math.min(last, signal.sample(seconds)));
  }
}
