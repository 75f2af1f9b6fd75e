package org.palimpsest.app.annotation.exchange;

import java.util.List;
import java.util.stream.Collectors;
import org.palimpsest.app.annotation.AnnotatedSignal;
import org.palimpsest.app.annotation.Annotation;
import org.palimpsest.app.annotation.AnnotationJson;
import org.palimpsest.app.annotation.Annotations;
import org.palimpsest.app.annotation.Mark;
import org.palimpsest.evidence.format.UtcTime;

/** Writes values with a header that names each column and its unit. */
final class CsvWriter {
  private static final List<String> HEADER =
      List.of(
          "signal",
          "signal_sha256",
          "channel",
          "sample_rate_hz",
          "id",
          "kind",
          "tier",
          "label",
          "start_s",
          "end_s",
          "low_hz",
          "high_hz",
          "start_sample",
          "end_sample",
          "author",
          "made");

  private CsvWriter() {}

  static String write(Annotations annotations) {
    StringBuilder out = new StringBuilder(row(HEADER));
    annotations.list().forEach(one -> out.append(row(values(annotations.signal(), one))));
    return out.toString();
  }

  private static List<String> values(AnnotatedSignal signal, Annotation one) {
    Mark mark = one.mark();
    boolean point = mark instanceof Mark.Point;
    return List.of(
        signal.id(),
        signal.sha256().hex(),
        Integer.toString(signal.channel()),
        Integer.toString(signal.hertz()),
        one.id().toString(),
        mark.kind(),
        one.tier(),
        one.label(),
        signal.decimalSeconds(mark.start()),
        point ? "" : signal.decimalSeconds(mark.end()),
        mark.frequencies().map(band -> AnnotationJson.decimal(band.lowHz())).orElse(""),
        mark.frequencies().map(band -> AnnotationJson.decimal(band.highHz())).orElse(""),
        Long.toString(mark.start()),
        point ? "" : Long.toString(mark.end()),
        one.author(),
        UtcTime.format(one.made()));
  }

  private static String row(List<String> values) {
    return values.stream().map(CsvText::quoted).collect(Collectors.joining(",", "", "\r\n"));
  }
}
