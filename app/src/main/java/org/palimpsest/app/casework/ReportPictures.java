package org.palimpsest.app.casework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.restoration.Restored;
import org.palimpsest.analysis.signal.Levels;
import org.palimpsest.app.picture.ColourMap;
import org.palimpsest.app.picture.SpectrogramPainter;
import org.palimpsest.app.picture.SpectrogramSettings;
import org.palimpsest.app.report.ReportCurve;
import org.palimpsest.app.report.ReportFigure;
import org.palimpsest.app.words.Span;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.LedgerEntry;

/**
 * What the report shows of signals: a spectrogram of each that a completed restoration read or
 * made, of what it removed, and the levels of both over time.
 */
record ReportPictures(List<ReportFigure> figures, List<ReportCurve> curves) {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 260;
  private static final int POINTS = 500; // of a curve, at most
  private static final int SHORTEST = 400; // samples of a point: 25 ms

  static ReportPictures of(SoundArchive sounds, CaseFile file, List<LedgerEntry> entries)
      throws RefusedException {
    Map<String, ReportFigure> figures = new LinkedHashMap<>();
    List<ReportCurve> curves = new ArrayList<>();
    Map<String, List<StepView>> completed =
        CaseView.of(entries).restorations().stream()
            .filter(StepView::completed)
            .collect(
                Collectors.groupingBy(
                    StepView::subject, LinkedHashMap::new, Collectors.toUnmodifiableList()));
    for (Map.Entry<String, List<StepView>> restored : completed.entrySet()) {
      String subject = restored.getKey();
      AudioClip before = sounds.load(file, subject).clip();
      if (!figures.containsKey(subject)) {
        figures.put(subject, figure(subject, before, doubtful(sounds, file, subject, before)));
      }
      for (StepView restoration : restored.getValue()) {
        AudioClip after = sounds.load(file, restoration.id()).clip();
        List<Span> doubtful = doubtful(sounds, file, restoration.id(), after);
        figures.put(restoration.id(), figure(restoration.id(), after, doubtful));
        if (before.length() == after.length() && before.rate().equals(after.rate())) {
          AudioClip removed = before.minus(after);
          String id = subject + "−" + restoration.id();
          figures.put(id, figure(id, removed, List.of()));
          curves.add(
              new ReportCurve(restoration.id(), before.seconds(), levels(before), levels(removed)));
        }
      }
    }
    return new ReportPictures(List.copyOf(figures.values()), List.copyOf(curves));
  }

  private static List<Span> doubtful(SoundArchive sounds, CaseFile file, String id, AudioClip clip)
      throws RefusedException {
    return sounds
        .confidence(file, id)
        .map(
            track -> Span.of(track.doubtful(), Restored.WINDOW, clip.rate().hertz(), clip.length()))
        .orElse(List.of());
  }

  private static ReportFigure figure(String id, AudioClip clip, List<Span> doubtful) {
    SpectrogramSettings print = SpectrogramSettings.defaults().with(ColourMap.INVERSE_GREY);
    double samplesPerPixel = (double) clip.length() / WIDTH;
    int[] pixels = SpectrogramPainter.paint(clip, 0, samplesPerPixel, WIDTH, HEIGHT, print);
    return new ReportFigure(
        id,
        print.describe(),
        WIDTH,
        HEIGHT,
        new ReportFigure.Pixels(pixels),
        clip.seconds(),
        clip.rate().hertz() / 2.0,
        doubtful);
  }

  private static ReportCurve.Levels levels(AudioClip clip) {
    int points = Math.max(1, Math.min(POINTS, clip.length() / SHORTEST));
    double[] levels = new double[points];
    for (int p = 0; p < points; p++) {
      int from = (int) ((long) p * clip.length() / points);
      int to = (int) ((p + 1L) * clip.length() / points);
      double energy = 0;
      for (int i = from; i < to; i++) {
        energy += (double) clip.at(i) * clip.at(i);
      }
      levels[p] = Levels.decibels(energy, Math.max(1, to - from));
    }
    return new ReportCurve.Levels(levels);
  }
}
