package org.palimpsest.app.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.restoration.Confidence;
import org.palimpsest.app.testing.Bench;
import org.palimpsest.app.testing.Voice;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.format.Sha256;

@DisplayName("the sound of a case")
final class SoundArchiveTest {
  @TempDir private Path folder;
  private Bench bench;
  private SoundArchive sounds;
  private CaseFile file;

  @BeforeEach
  void makeCase() throws Exception {
    bench = new Bench(folder);
    sounds = bench.workbench().sounds();
    file = bench.newCase("a");
  }

  @AfterEach
  void closeCase() throws Exception {
    file.close();
  }

  private Exhibit take(Path path, OptionalInt channel, boolean asIs) throws Exception {
    ImportRecording importer = bench.workbench().importRecording();
    return importer.run(
        file,
        importer.accept(
            new ImportRecording.Request(
                path, ExhibitRole.QUESTIONED, Optional.empty(), Optional.empty(), channel, asIs)));
  }

  @Test
  @DisplayName("has a confidence track where the method gave one, kept and named beside the signal")
  void confidence() throws Exception {
    bench.take(file, bench.protectedVoice("q.wav", 120, 0.5), ExhibitRole.QUESTIONED);
    for (String method : new String[] {"inversion", "learned-remover"}) {
      bench.perform(
          file,
          bench
              .workbench()
              .restoreSpeech()
              .plan(
                  file,
                  new RestoreSpeech.Request(
                      "Q1", method, Optional.of("ssed-protector"), Map.of(), Optional.empty())));
    }
    Confidence track = sounds.confidence(file, "R1").orElseThrow();
    assertThat(track.windows()).isEqualTo(20);
    assertThat(track.boundLsb(10)).isBetween(0.05, 2.0);
    assertThat(track.certain().cardinality()).isGreaterThan(4_000);
    Sha256 kept = sounds.hashOf(file, "R1-confidence");
    assertThat(kept).isNotEqualTo(sounds.hashOf(file, "R1"));
    assertThat(Files.readAllBytes(file.blobs().path(kept)))
        .isEqualTo(ConfidenceText.write(track, 8_000));
    assertThat(sounds.confidence(file, "R2")).isEmpty();
    assertThat(sounds.confidence(file, "Q1")).isEmpty();
    assertThatThrownBy(() -> sounds.hashOf(file, "R2-confidence"))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  @DisplayName("of questioned and known recordings is found by their ids")
  void byId() throws Exception {
    bench.take(file, bench.voice("q.wav", 120, 0.5), ExhibitRole.QUESTIONED);
    bench.take(file, bench.voice("k.wav", 160, 0.7), ExhibitRole.KNOWN);
    SoundArchive.Sound questioned = sounds.load(file, "Q1");
    SoundArchive.Sound known = sounds.load(file, "K1");
    assertThat(questioned.clip().toArray()).isEqualTo(Voice.speak(120, 0.5).toArray());
    assertThat(known.clip().toArray()).isEqualTo(Voice.speak(160, 0.7).toArray());
    assertThat(questioned.artifact().id()).isEqualTo("Q1");
    assertThat(questioned.artifact().sha256())
        .isEqualTo(Sha256.hash(Files.readAllBytes(bench.path("q.wav"))));
    assertThat(questioned.channel()).isEqualTo(1);
  }

  @Test
  @DisplayName("of a file with several channels is the one that was chosen at import")
  void respectsTheChannel() throws Exception {
    AudioClip left = Voice.speak(120, 0.5);
    AudioClip right = Voice.speak(170, 0.5);
    Path stereo = bench.channels("stereo.wav", 16_000, left, right);
    take(stereo, OptionalInt.of(2), false);
    take(stereo, OptionalInt.of(1), false);
    assertThat(sounds.load(file, "Q1").clip().toArray()).isEqualTo(right.toArray());
    assertThat(sounds.load(file, "Q1").channel()).isEqualTo(2);
    assertThat(sounds.load(file, "Q2").clip().toArray()).isEqualTo(left.toArray());
    assertThat(sounds.hashOf(file, "Q1")).isEqualTo(sounds.hashOf(file, "Q2"));
  }

  @Test
  @DisplayName("of a restoration is the signal that it made, as it was stored")
  void ofARestoration() throws Exception {
    AudioClip silent = AudioClip.of(new float[8_000], Voice.speak(120, 0.5).rate());
    Path stereo = bench.channels("stereo.wav", 16_000, silent, Voice.speak(120, 0.5));
    take(stereo, OptionalInt.of(2), false);
    RestoreSpeech.Request request =
        new RestoreSpeech.Request(
            "Q1", "learned-remover", Optional.empty(), Map.of(), Optional.empty());
    StepView step = bench.perform(file, bench.workbench().restoreSpeech().plan(file, request));
    SoundArchive.Sound restored = sounds.load(file, "R1");
    assertThat(restored.artifact()).isEqualTo(step.output().orElseThrow());
    assertThat(restored.channel()).isEqualTo(1);
    assertThat(restored.clip().length()).isEqualTo(8_000);
    assertThat(restored.clip().toArray()).isNotEqualTo(Voice.speak(120, 0.5).toArray());
    assertThat(sounds.hashOf(file, "R1")).isEqualTo(step.output().orElseThrow().sha256());
    assertThat(sounds.hashOf(file, "R1")).isNotEqualTo(sounds.hashOf(file, "Q1"));
  }

  @Test
  @DisplayName("is not to be had of a file that was taken as it is, only its hash")
  void asIs() throws Exception {
    Path damaged = Files.writeString(bench.path("damaged.wav"), "RIFF damaged");
    Exhibit exhibit = take(damaged, OptionalInt.empty(), true);
    assertThatThrownBy(() -> sounds.load(file, "Q1"))
        .isInstanceOf(RefusedException.class)
        .hasMessage("Q1 was taken as it is and cannot be decoded");
    assertThat(sounds.hashOf(file, "Q1")).isEqualTo(exhibit.blob().sha256());
  }

  @Test
  @DisplayName("is refused by its id when its bytes are gone")
  void missingBlob() throws Exception {
    Exhibit exhibit = bench.take(file, bench.voice("q.wav", 120, 0.5), ExhibitRole.QUESTIONED);
    Path blob = file.blobs().path(exhibit.blob().sha256());
    assertThat(blob.toFile().setWritable(true)).isTrue();
    Files.delete(blob);
    assertThatThrownBy(() -> sounds.load(file, "Q1"))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith("Q1: ")
        .hasMessageContaining(exhibit.blob().sha256().hex());
  }

  @Test
  @DisplayName("that was looked at while it arrived is refused all the same when it was changed")
  void changedBlob() throws Exception {
    Exhibit exhibit = bench.take(file, bench.voice("q.wav", 120, 0.5), ExhibitRole.QUESTIONED);
    Path blob = file.blobs().path(exhibit.blob().sha256());
    assertThat(blob.toFile().setWritable(true)).isTrue();
    byte[] bytes = Files.readAllBytes(blob);
    for (int at : new int[] {0, 5000}) { // it decodes no more; it decodes to another sound
      byte[] changed = bytes.clone();
      changed[at] ^= 1;
      Files.write(blob, changed);
      assertThatThrownBy(() -> sounds.load(file, "Q1", clip -> {}))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("was changed");
    }
    Files.write(blob, bytes);
    assertThat(sounds.load(file, "Q1", clip -> {}).clip().toArray())
        .isEqualTo(sounds.load(file, "Q1").clip().toArray());
  }

  @Test
  @DisplayName("of an unknown id is refused with the ids there are")
  void unknownId() throws Exception {
    bench.take(file, bench.voice("q.wav", 120, 0.5), ExhibitRole.QUESTIONED);
    assertThatThrownBy(() -> sounds.load(file, "R1"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("no exhibit or restoration R1")
        .hasMessageContaining("it has Q1");
    assertThatThrownBy(() -> sounds.hashOf(file, "K1"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("it has Q1");
  }
}
