package org.palimpsest.analysis.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.RecordingReader;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.analysis.signal.PitchTrack;

/**
 * Against Praat on the demonstration's four open recordings, and on ten speakers more where the
 * environment variable PALIMPSEST_SPEECH names a folder with a folder of recordings for each.
 */
@DisplayName("measures agree with Praat's")
final class PraatTest {
  private static final String SPEECH = "PALIMPSEST_SPEECH";
  private static final Path DEMO = Path.of("../app/src/main/resources/org/palimpsest/app/demo");

  @TempDir Path folder;
  private final Differences pitch = new Differences("pitch, Hz");
  private final Differences yin = new Differences("YIN's pitch, Hz");
  private final Differences intensity = new Differences("intensity, dB");
  private final Differences ltas = new Differences("LTAS, dB");
  private final List<Differences> formants =
      List.of(new Differences("F1, Hz"), new Differences("F2, Hz"), new Differences("F3, Hz"));
  private int frames;
  private int voicingDiffers;
  private int yinVoicingDiffers;
  private int formantCountDiffers;
  private int formantFrames;

  @Test
  @DisplayName("within the tolerances of docs/methods/signal-measures.md")
  void agrees() throws Exception {
    Optional<String> version = Praat.version();
    if (version.isEmpty()) {
      System.out.println("no comparison with Praat: it is not installed (Debian package praat)");
    }
    assumeTrue(version.isPresent(), "praat is not installed (Debian package praat)");
    for (Path file : recordings()) {
      compare(
          new RecordingReader().read(file, OptionalInt.empty()).clip(),
          file.getFileName().toString());
    }
    say(version.get());
    assertThat(pitch.count()).isGreaterThan(500);
    assertThat(pitch.quantile(0.5)).isLessThan(0.01);
    assertThat(pitch.quantile(0.95)).isLessThan(0.1);
    assertThat((double) voicingDiffers / frames).isLessThan(0.01);
    assertThat(intensity.quantile(0.95)).isLessThan(0.1);
    assertThat(intensity.quantile(0.5)).isLessThan(0.001);
    assertThat(ltas.quantile(0.5)).isLessThan(0.05);
    assertThat(ltas.quantile(0.95)).isLessThan(1);
    for (Differences formant : formants) {
      assertThat(formant.quantile(0.5)).isLessThan(1.5);
      assertThat(formant.quantile(0.95)).isLessThan(50);
    }
    assertThat((double) formantCountDiffers / formantFrames).isLessThan(0.06);
  }

  private void say(String version) {
    System.out.println(version);
    System.out.printf("voicing differs in %d of %d frames%n", voicingDiffers, frames);
    System.out.printf("YIN's voicing differs in %d of %d frames%n", yinVoicingDiffers, frames);
    System.out.printf(
        "number of formants differs in %d of %d active frames%n",
        formantCountDiffers, formantFrames);
    Stream.concat(Stream.of(pitch, yin, intensity, ltas), formants.stream())
        .forEach(System.out::println);
  }

  private static List<Path> recordings() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String name : new String[] {"rms-original", "rms-known", "slt-original", "slt-known"}) {
      files.add(DEMO.resolve(name + ".flac"));
    }
    String speech = System.getenv(SPEECH);
    if (speech == null || !Files.isDirectory(Path.of(speech))) {
      System.out.println(SPEECH + " names no folder: compared on the demonstration alone");
      return files;
    }
    try (Stream<Path> speakers = Files.list(Path.of(speech))) {
      for (Path speaker : speakers.filter(Files::isDirectory).sorted().limit(10).toList()) {
        try (Stream<Path> own = Files.list(speaker)) {
          own.filter(f -> f.toString().endsWith(".flac"))
              .sorted()
              .findFirst()
              .ifPresent(files::add);
        }
      }
    }
    return files;
  }

  private void compare(AudioClip clip, String stem) throws Exception {
    Praat.Measures theirs = new Praat(folder).measure(clip, stem);
    comparePitch(clip, theirs.pitch());
    compareFormants(clip, theirs.formants());
    FrameGrid grid = grid(clip, theirs.intensity());
    double[] levels =
        new IntensityTracker(IntensitySettings.defaults(), clip.rate().hertz()).track(clip, grid);
    for (int i = 0; i < levels.length; i++) {
      intensity.add(levels[i] + IntensityTracker.PASCAL_OFFSET_DB, theirs.intensity().get(i)[1]);
    }
    Ltas ours = Ltas.of(clip, new SampleRange(0, clip.length()), 100);
    assertThat(theirs.ltas().size()).isEqualTo(ours.densityDb().length);
    for (int band = 0; band < ours.densityDb().length; band++) {
      double level = ours.densityDb()[band] + IntensityTracker.PASCAL_OFFSET_DB;
      ltas.add(level, theirs.ltas().get(band)[1]);
    }
  }

  private void comparePitch(AudioClip clip, List<double[]> theirs) {
    FrameGrid grid = grid(clip, theirs);
    int hertz = clip.rate().hertz();
    double[] ours =
        new PitchTracker(PitchSettings.defaults(), hertz, ClipSurvey.of(clip)).track(clip, grid);
    PitchTrack track = PitchTrack.of(clip);
    for (int i = 0; i < ours.length; i++) {
      frames++;
      boolean voiced = !Double.isNaN(theirs.get(i)[1]);
      voicingDiffers += voiced == ours[i] > 0 ? 0 : 1;
      if (voiced && ours[i] > 0) {
        pitch.add(ours[i], theirs.get(i)[1]);
      }
      int other = (int) Math.round((grid.centre(i) / hertz - 0.032) / 0.010);
      if (other >= 0 && other < track.frames()) {
        yinVoicingDiffers += voiced == track.isVoiced(other) ? 0 : 1;
        if (voiced && track.isVoiced(other)) {
          yin.add(track.hertz(other), theirs.get(i)[1]);
        }
      }
    }
  }

  private void compareFormants(AudioClip clip, List<double[]> theirs) {
    FrameGrid grid = grid(clip, theirs);
    List<List<Formant>> ours =
        new FormantTracker(FormantSettings.defaults(), clip.rate().hertz()).track(clip, grid);
    SpeechActivity activity = new SpeechActivity(ClipSurvey.of(clip));
    double[] levels =
        new IntensityTracker(IntensitySettings.defaults(), clip.rate().hertz()).track(clip, grid);
    for (int i = 0; i < ours.size(); i++) {
      if (!activity.isActive(levels[i])) {
        continue;
      }
      formantFrames++;
      boolean asMany = ours.get(i).size() == (int) theirs.get(i)[1];
      formantCountDiffers += asMany ? 0 : 1;
      for (int k = 0; asMany && k < Math.min(3, ours.get(i).size()); k++) {
        formants.get(k).add(ours.get(i).get(k).hertz(), theirs.get(i)[2 + 2 * k]);
      }
    }
  }

  /** Praat's frames; its first sample lies half a sample from 0. */
  private static FrameGrid grid(AudioClip clip, List<double[]> table) {
    double hertz = clip.rate().hertz();
    double hop = (table.get(table.size() - 1)[0] - table.get(0)[0]) / (table.size() - 1) * hertz;
    return new FrameGrid(table.get(0)[0] * hertz - 0.5, hop, table.size());
  }
}
