package org.palimpsest.app.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.SampleRate;
import org.palimpsest.app.testing.Bench;
import org.palimpsest.app.testing.Voice;
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.Sha256;

@DisplayName("a recording that comes into custody")
final class ImportRecordingTest {
  @TempDir private Path folder;
  private Bench bench;
  private ImportRecording importer;

  @BeforeEach
  void makeBench() {
    bench = new Bench(folder);
    importer = bench.workbench().importRecording();
  }

  private static ImportRecording.Request plain(Path file) {
    return request(file, OptionalInt.empty(), false);
  }

  private static ImportRecording.Request request(Path file, OptionalInt channel, boolean asIs) {
    return new ImportRecording.Request(
        file, ExhibitRole.QUESTIONED, Optional.empty(), Optional.empty(), channel, asIs);
  }

  @Test
  @DisplayName("is numbered within its role")
  void idsByRole() throws Exception {
    Path voice = bench.voice("v.wav", 120, 0.5);
    try (CaseFile file = bench.newCase("a")) {
      assertThat(bench.take(file, voice, ExhibitRole.KNOWN).id()).isEqualTo("K1");
      assertThat(bench.take(file, voice, ExhibitRole.QUESTIONED).id()).isEqualTo("Q1");
      assertThat(bench.take(file, voice, ExhibitRole.KNOWN).id()).isEqualTo("K2");
      assertThat(bench.take(file, voice, ExhibitRole.KNOWN).id()).isEqualTo("K3");
      assertThat(bench.take(file, voice, ExhibitRole.QUESTIONED).id()).isEqualTo("Q2");
    }
    try (CaseFile file = bench.workbench().openCase().forWriting(bench.path("a"), Passwords.NONE)) {
      assertThat(bench.take(file, voice, ExhibitRole.KNOWN).id()).isEqualTo("K4");
    }
  }

  @Test
  @DisplayName("bears its file's name unless the examiner labels it, and no speaker unless stated")
  void labelAndSpeaker() throws Exception {
    Path voice = bench.voice("Gespräch 3.wav", 120, 0.5);
    try (CaseFile file = bench.newCase("a")) {
      Exhibit plain = importer.run(file, importer.accept(plain(voice)));
      assertThat(plain.label()).isEqualTo("Gespräch 3.wav");
      assertThat(plain.speaker()).isEmpty();
      assertThat(file.entry(plain.seq()).body().has("speaker")).isFalse();
      Exhibit named =
          importer.run(
              file,
              importer.accept(
                  new ImportRecording.Request(
                      voice,
                      ExhibitRole.KNOWN,
                      Optional.of("call of 3 May"),
                      Optional.of("N. N."),
                      OptionalInt.empty(),
                      false)));
      assertThat(named.label()).isEqualTo("call of 3 May");
      assertThat(named.fileName()).isEqualTo("Gespräch 3.wav");
      assertThat(named.speaker()).contains("N. N.");
      assertThat(CaseView.of(file).exhibits()).containsExactly(plain, named);
    }
  }

  @Test
  @DisplayName("is kept byte for byte, and the file it came from is left alone")
  void keepsTheBytes() throws Exception {
    Path voice = bench.voice("v.wav", 120, 0.5);
    byte[] before = Files.readAllBytes(voice);
    java.nio.file.attribute.FileTime time = Files.getLastModifiedTime(voice);
    try (CaseFile file = bench.newCase("a")) {
      Exhibit exhibit = bench.take(file, voice, ExhibitRole.QUESTIONED);
      assertThat(exhibit.blob().sha256()).isEqualTo(Sha256.hash(before));
      assertThat(exhibit.blob().size()).isEqualTo(before.length);
      assertThat(file.blobs().path(exhibit.blob().sha256())).hasBinaryContent(before);
      assertThat(voice).hasBinaryContent(before);
      assertThat(Files.getLastModifiedTime(voice)).isEqualTo(time);
    }
  }

  @Test
  @DisplayName("has one entry that says what the decoder found")
  void entryFields() throws Exception {
    try (CaseFile file = bench.newCase("a")) {
      Exhibit exhibit = bench.take(file, bench.voice("v.wav", 120, 0.5), ExhibitRole.QUESTIONED);
      assertThat(file.size()).isEqualTo(2);
      LedgerEntry entry = file.entry(1);
      JsonObject body = entry.body();
      assertThat(exhibit.seq()).isEqualTo(1);
      assertThat(entry.kind()).isEqualTo("recording-imported");
      assertThat(body.string("id")).isEqualTo("Q1");
      assertThat(body.string("role")).isEqualTo("questioned");
      assertThat(body.string("fileName")).isEqualTo("v.wav");
      assertThat(body.bool("decodable")).isTrue();
      assertThat(body.object("facts").string("format")).isEqualTo("WAV, PCM 16 bit");
      assertThat(body.object("facts").string("decoder")).isNotBlank();
      assertThat(body.object("facts").integer("frames")).isEqualTo(8_000);
      assertThat(entry.blobs()).hasSize(1);
      assertThat(entry.blobs().get(0).role()).isEqualTo("recording");
    }
  }

  @Test
  @DisplayName("states rate, channels and length of the file, not of the working signal")
  void factsOfTheFile() throws Exception {
    AudioClip quiet = AudioClip.of(new float[4_410], SampleRate.WORKING);
    float[] loud = new float[4_410];
    loud[100] = 1;
    loud[200] = -1;
    loud[300] = 0.5f;
    AudioClip clipped = AudioClip.of(loud, SampleRate.WORKING);
    Path stereo = bench.channels("stereo.wav", 44_100, quiet, clipped);
    try (CaseFile file = bench.newCase("a")) {
      ImportRecording.Accepted second = importer.accept(request(stereo, OptionalInt.of(2), false));
      Exhibit.Facts facts = importer.run(file, second).facts().orElseThrow();
      assertThat(facts.sampleRateHz()).isEqualTo(44_100);
      assertThat(facts.channels()).isEqualTo(2);
      assertThat(facts.channel()).isEqualTo(2);
      assertThat(facts.frames()).isEqualTo(4_410);
      assertThat(facts.seconds()).isEqualTo(0.1);
      assertThat(facts.overloads()).isEqualTo(2);
      ImportRecording.Accepted first = importer.accept(request(stereo, OptionalInt.of(1), false));
      assertThat(importer.run(file, first).facts().orElseThrow().overloads()).isZero();
    }
  }

  @Test
  @DisplayName("of several channels is not taken before one is chosen, and only one it has")
  void needsTheChannel() throws Exception {
    AudioClip voice = Voice.speak(120, 0.2);
    Path stereo = bench.channels("stereo.wav", 16_000, voice, voice);
    assertThatThrownBy(() -> importer.accept(plain(stereo)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("2 channels");
    assertThatThrownBy(() -> importer.accept(request(stereo, OptionalInt.of(3), false)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("no channel 3");
  }

  @Test
  @DisplayName("that is no sound is taken as it is only on request, and never a folder")
  void asIs() throws Exception {
    Path damaged = Files.writeString(bench.path("damaged.bin"), "not a sound");
    assertThatThrownBy(() -> importer.accept(plain(damaged)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("neither WAV nor FLAC");
    assertThatThrownBy(() -> importer.accept(request(folder, OptionalInt.empty(), true)))
        .isInstanceOf(RefusedException.class);
    Path absent = bench.path("absent.wav");
    assertThatThrownBy(() -> importer.accept(request(absent, OptionalInt.empty(), true)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("no such file");
    try (CaseFile file = bench.newCase("a")) {
      Exhibit exhibit =
          importer.run(file, importer.accept(request(damaged, OptionalInt.empty(), true)));
      assertThat(exhibit.decodable()).isFalse();
      assertThat(exhibit.facts()).isEmpty();
      assertThat(file.entry(1).body().bool("decodable")).isFalse();
      assertThat(file.entry(1).body().has("facts")).isFalse();
      assertThat(file.blobs().path(exhibit.blob().sha256())).hasContent("not a sound");
    }
  }

  @Test
  @DisplayName("that decodes is examined even where it might be taken as it is")
  void asIsOfASoundFile() throws Exception {
    Path voice = bench.voice("v.wav", 120, 0.5);
    try (CaseFile file = bench.newCase("a")) {
      Exhibit exhibit =
          importer.run(file, importer.accept(request(voice, OptionalInt.empty(), true)));
      assertThat(exhibit.decodable()).isTrue();
    }
  }

  @Test
  @DisplayName("leaves no trace in the case when it is refused or only looked at")
  void nothingOnRefusal() throws Exception {
    Path voice = bench.voice("v.wav", 120, 0.5);
    Path gone = bench.voice("gone.wav", 130, 0.5);
    try (CaseFile file = bench.newCase("a")) {
      SortedMap<String, String> before = Bench.bytesOf(bench.path("a"));
      importer.accept(plain(voice));
      assertThatThrownBy(() -> importer.accept(plain(bench.path("absent.wav"))))
          .isInstanceOf(RefusedException.class);
      ImportRecording.Accepted accepted = importer.accept(plain(gone));
      Files.delete(gone);
      assertThatThrownBy(() -> importer.run(file, accepted))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("gone.wav");
      assertThat(file.size()).isEqualTo(1);
      assertThat(Bench.bytesOf(bench.path("a"))).isEqualTo(before);
    }
  }

  @Test
  @DisplayName("does not come into a case that is open for reading only")
  void readOnly() throws Exception {
    Path voice = bench.voice("v.wav", 120, 0.5);
    bench.newCase("a").close();
    SortedMap<String, String> before = Bench.bytesOf(bench.path("a"));
    try (CaseFile file = bench.workbench().openCase().readOnly(bench.path("a"))) {
      assertThatThrownBy(() -> bench.take(file, voice, ExhibitRole.KNOWN))
          .isInstanceOfAny(RefusedException.class, CaseException.class)
          .hasMessageContaining("reading only");
    }
    assertThat(Bench.bytesOf(bench.path("a"))).isEqualTo(before);
  }
}
