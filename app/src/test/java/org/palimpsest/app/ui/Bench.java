package org.palimpsest.app.ui;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import javafx.stage.Stage;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.SampleRate;
import org.palimpsest.analysis.audio.WavWriter;
import org.palimpsest.app.casework.ExhibitRole;
import org.palimpsest.app.casework.ImportRecording;
import org.palimpsest.app.casework.Passwords;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.app.task.BackgroundTasks;
import org.palimpsest.app.task.ErrorLog;
import org.palimpsest.app.ui.session.CaseSession;
import org.palimpsest.evidence.casefile.CaseDescription;
import org.palimpsest.evidence.casefile.CaseFile;

/** A workbench in a temporary folder, with recordings that are made on the spot. */
public final class Bench {
  public static final CaseDescription DESCRIPTION =
      new CaseDescription(
          "Harbour call",
          "Court order 12/26",
          "Whose voice?",
          ZoneId.of("Europe/Rome"),
          "A. Rossi");

  private final Path folder;
  private final Workbench workbench;
  private final ErrorLog errors = new ErrorLog(Clock.systemUTC());

  public Bench(Path folder) {
    this.folder = folder;
    this.workbench =
        new Workbench(
            Path.of(System.getProperty("palimpsest.models")),
            folder.resolve("user"),
            "test",
            Clock.systemUTC());
  }

  public Workbench workbench() {
    return workbench;
  }

  /** The whole window, on this workbench; its demo is the bench's own case. */
  WorkbenchStage window(Stage stage, BackgroundTasks tasks) {
    return new WorkbenchStage(
        stage,
        workbench,
        Passwords.NONE,
        Optional.of(this::caseFolder),
        folder.resolve("config"),
        tasks,
        status -> {});
  }

  public ErrorLog errors() {
    return errors;
  }

  public BackgroundTasks directTasks() {
    return BackgroundTasks.direct(errors);
  }

  public Path caseFolder() {
    return folder.resolve("case.palimpsest");
  }

  /** A new case, everything at once on the calling thread. */
  public CaseSession newCase() throws Exception {
    CaseFile file = workbench.openCase().create(caseFolder(), DESCRIPTION, Passwords.NONE);
    return new CaseSession(workbench, file, directTasks(), Optional.empty());
  }

  public ImportRecording.Request request(Path file, ExhibitRole role) {
    return new ImportRecording.Request(
        file, role, Optional.empty(), Optional.of("Bianchi"), OptionalInt.empty(), false);
  }

  /** Speech-like: harmonics of a gliding voice in syllables, over a little noise. */
  public static AudioClip voice(double seconds, double pitch) {
    int n = (int) (seconds * SampleRate.WORKING.hertz());
    float[] samples = new float[n];
    Random noise = new Random(7);
    double phase = 0;
    for (int i = 0; i < n; i++) {
      double t = i / (double) SampleRate.WORKING.hertz();
      double syllable = Math.max(0, Math.sin(2 * Math.PI * 2.7 * t));
      phase += 2 * Math.PI * pitch * (1 + 0.1 * Math.sin(3 * t)) / SampleRate.WORKING.hertz();
      double value = 0.0008 * noise.nextGaussian();
      for (int k = 1; k <= 24; k++) {
        double formant = Math.exp(-Math.pow((k * pitch - 600) / 500, 2)) + 0.12 / k;
        value += 0.08 * syllable * formant * Math.sin(k * phase);
      }
      samples[i] = (float) value;
    }
    return AudioClip.of(samples, SampleRate.WORKING);
  }

  public Path wav(String name, AudioClip clip) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      WavWriter.write(clip, out);
    }
    return file;
  }

  /** A protected recording, by the shipped protector. */
  public Path protectedVoice(double seconds) throws Exception {
    Path open = wav("open.wav", voice(seconds, 120));
    Path out = folder.resolve("protected.wav");
    workbench.protectRecording().run(open, OptionalInt.empty(), "ssed-protector", out);
    return out;
  }
}
