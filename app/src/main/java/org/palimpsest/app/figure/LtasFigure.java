package org.palimpsest.app.figure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.palimpsest.analysis.audio.SampleRange;

/**
 * Long-term spectra of a stretch of several signals, as a file.
 *
 * @param curves one for each of the signals
 */
public record LtasFigure(
    FigureWords words, SampleRange range, List<FigureSignal> signals, List<LtasPlot.Curve> curves) {

  /** As PDF, or as PNG of 300 dots an inch where the name ends so. */
  public void write(Path out) throws IOException {
    FigureFile.write(out, words.title(), this::draw);
  }

  private void draw(PdfPen pen) {
    List<String> captions = new ArrayList<>();
    captions.add(
        String.format(
            Locale.ROOT,
            "Long-term average spectrum: power density in bands of %.0f Hz, dB re 1/Hz, where a"
                + " full-scale square wave has power 1; Hann windows at three quarters overlap.",
            curves.get(0).ltas().bandHertz()));
    for (FigureSignal signal : signals) {
      captions.add(signal.id() + ", " + signal.kind() + ": " + signal.origin());
    }
    captions.add(words.stretch(range, signals.get(0).clip().rate().hertz()));
    Plot room = words.set(pen, captions);
    new LtasPlot(pen, Ink.PRINT).draw(curves, room.left(), room.top(), room.width(), room.height());
  }
}
