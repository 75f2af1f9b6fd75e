package org.palimpsest.app.annotation.exchange;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.app.annotation.AnnotatedSignal;
import org.palimpsest.app.annotation.Annotation;
import org.palimpsest.app.annotation.AnnotationJson;
import org.palimpsest.app.annotation.Annotations;
import org.palimpsest.app.annotation.Mark;

/**
 * Writes a TextGrid in Praat's long form. Praat's intervals of a tier do not overlap: those that do
 * go to further tiers, {@code name (2)}, … A box has its frequencies behind its label.
 */
final class TextGridWriter {
  private final AnnotatedSignal signal;
  private final StringBuilder out = new StringBuilder(1024);

  /**
   * A tier of the file.
   *
   * @param points whether it has points, not intervals
   */
  private record Tier(String name, boolean points, List<Annotation> items) {}

  private TextGridWriter(AnnotatedSignal signal) {
    this.signal = signal;
  }

  static String write(Annotations annotations) {
    return new TextGridWriter(annotations.signal()).text(annotations);
  }

  private String text(Annotations annotations) {
    List<Tier> tiers = new ArrayList<>();
    annotations.tiers().forEach(name -> addTiers(name, annotations.list(), tiers));
    String end = seconds(signal.samples());
    out.append("File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\n");
    out.append("xmin = 0 \nxmax = ").append(end).append(" \n");
    if (tiers.isEmpty()) {
      return out.append("tiers? <absent> \n").toString();
    }
    out.append("tiers? <exists> \nsize = ").append(tiers.size()).append(" \nitem []: \n");
    for (int i = 0; i < tiers.size(); i++) {
      Tier tier = tiers.get(i);
      line(1, "item [" + (i + 1) + "]:");
      line(2, "class = \"" + (tier.points() ? "TextTier" : "IntervalTier") + "\" ");
      line(2, "name = " + quoted(tier.name()) + " ");
      line(2, "xmin = 0 ");
      line(2, "xmax = " + end + " ");
      if (tier.points()) {
        points(tier.items());
      } else {
        intervals(tier.items());
      }
    }
    return out.toString();
  }

  private static void addTiers(String name, List<Annotation> all, List<Tier> tiers) {
    List<Annotation> mine = all.stream().filter(a -> a.tier().equals(name)).toList();
    List<Tier> made = new ArrayList<>();
    for (boolean points : new boolean[] {false, true}) {
      List<Annotation> rest =
          mine.stream().filter(a -> a.mark() instanceof Mark.Point == points).toList();
      while (!rest.isEmpty()) {
        List<Annotation> row = new ArrayList<>();
        List<Annotation> later = new ArrayList<>();
        long free = 0; // Praat's points of a tier have different times
        for (Annotation one : rest) {
          boolean fits = one.mark().start() >= free;
          (fits ? row : later).add(one);
          free = fits ? Math.max(one.mark().start() + 1, one.mark().end()) : free;
        }
        made.add(new Tier(numbered(name, made.size()), points, row));
        rest = later;
      }
    }
    tiers.addAll(made);
  }

  private static String numbered(String name, int before) {
    return before == 0 ? name : name + " (" + (before + 1) + ")";
  }

  private void intervals(List<Annotation> items) {
    List<String[]> rows = new ArrayList<>();
    long at = 0;
    for (Annotation one : items) {
      if (one.mark().start() > at) {
        rows.add(new String[] {seconds(at), seconds(one.mark().start()), ""});
      }
      at = one.mark().end();
      rows.add(new String[] {seconds(one.mark().start()), seconds(at), label(one)});
    }
    if (at < signal.samples()) {
      rows.add(new String[] {seconds(at), seconds(signal.samples()), ""});
    }
    line(2, "intervals: size = " + rows.size() + " ");
    for (int i = 0; i < rows.size(); i++) {
      line(2, "intervals [" + (i + 1) + "]:");
      line(3, "xmin = " + rows.get(i)[0] + " ");
      line(3, "xmax = " + rows.get(i)[1] + " ");
      line(3, "text = " + quoted(rows.get(i)[2]) + " ");
    }
  }

  private void points(List<Annotation> items) {
    line(2, "points: size = " + items.size() + " ");
    for (int i = 0; i < items.size(); i++) {
      line(2, "points [" + (i + 1) + "]:");
      line(3, "number = " + seconds(items.get(i).mark().start()) + " ");
      line(3, "mark = " + quoted(items.get(i).label()) + " ");
    }
  }

  private static String label(Annotation one) {
    return one.mark()
        .frequencies()
        .map(
            band ->
                one.label()
                    + " {"
                    + AnnotationJson.decimal(band.lowHz())
                    + "-"
                    + AnnotationJson.decimal(band.highHz())
                    + " Hz}")
        .orElse(one.label());
  }

  private void line(int depth, String text) {
    out.append("    ".repeat(depth)).append(text).append('\n');
  }

  private String seconds(long sample) {
    return signal.decimalSeconds(sample);
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
