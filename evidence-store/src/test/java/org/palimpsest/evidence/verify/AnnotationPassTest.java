package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.blob.BlobRef;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.BlobUse;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.Sha256;

@DisplayName("annotations in the ledger")
final class AnnotationPassTest {
  private static final Sha256 RECORDING =
      Sha256.hash("recording 1".getBytes(StandardCharsets.UTF_8));
  private static final String POINT =
      "{'author':'a','id':'i1','kind':'point','label':'click','made':'2026-03-01T12:00:00.000Z',"
          + "'start':7,'tier':'t'}";
  private static final String BOX =
      "{'author':'a','end':9,'highHz':'900.5','id':'i2','kind':'box','label':'hum','lowHz':'0',"
          + "'made':'2026-03-01T12:00:00.000Z','start':7,'tier':'t'}";
  private static final String SOUND =
      "{'annotations':["
          + POINT
          + ","
          + BOX
          + "],'format':'palimpsest-annotations/1','signal':{'channel':1,'id':'rec-1',"
          + "'sampleRateHz':16000,'samples':10,'sha256':'"
          + RECORDING
          + "'}}";

  @TempDir Path desk;
  private Laboratory lab;

  @BeforeEach
  void makeCase() throws Exception {
    lab = new Laboratory(desk).withCase(1);
  }

  @Test
  @DisplayName("that fit their entry are no finding")
  void sound() throws Exception {
    assertThat(findings(SOUND, 2)).isEmpty();
    String none = SOUND.substring(0, 16) + SOUND.substring(SOUND.indexOf("],'format'"));
    assertThat(findings(none, 0)).isEmpty();
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "'start':7,'tier' | 'start':10,'tier' | i1 lies outside the signal",
        "'start':7,'tier' | 'start':-1,'tier' | i1 lies outside the signal",
        "'end':9 | 'end':7 | i2 lies outside the signal",
        "'end':9 | 'end':11 | i2 lies outside the signal",
        "'point' | 'circle' | i1 is of no known kind",
        "'highHz':'900.5' | 'highHz':'0' | i2 has an impossible range of frequencies",
        "'lowHz':'0' | 'lowHz':'-1' | i2 has an impossible range of frequencies",
        "'id':'i2' | 'id':'i1' | the id i1 is given twice",
        "'label':'click' | 'label':' ' | i1 says nothing",
        "'author':'a','end' | 'author':'','end' | no id or no author",
        "00.000Z','start':7,'tier | 00Z','start':7,'tier | the field \"time\"",
        "'samples':10 | 'samples':0 | their signal is impossible",
        "'id':'rec-1' | 'id':'rec-2' | of another signal",
        "annotations/1 | annotations/2 | another format",
        "{'annotations':[ | { 'annotations':[ | not in canonical form",
        "'tier':'t'}, | 'tier':'t'} | the annotations:",
      })
  @DisplayName("that do not are")
  void broken(String from, String to, String words) throws Exception {
    assertThat(SOUND).contains(from);
    assertThat(findings(SOUND.replaceFirst(java.util.regex.Pattern.quote(from), to), 2))
        .singleElement()
        .matches(f -> f.cause() == Cause.ANNOTATIONS_INVALID && f.words().contains(words))
        .matches(f -> f.line().lines().count() == 1);
  }

  @Test
  @DisplayName("that are not as many as the entry says are a finding")
  void count() throws Exception {
    assertThat(findings(SOUND, 3)).singleElement().matches(f -> f.words().contains("says 3"));
  }

  @Test
  @DisplayName("that were changed in the case are a finding, and those that are gone are said once")
  void changed() throws Exception {
    assertThat(findings(SOUND, 2)).isEmpty();
    Path blob = lab.folder().resolve("blobs").resolve(Sha256.hash(bytes(SOUND)).blobPath());
    assertThat(blob.toFile().setWritable(true)).isTrue();
    Files.write(blob, bytes(SOUND.replace("click", "chair")));
    assertThat(verify()).extracting(Finding::cause).containsExactly(Cause.BLOB_CHANGED);
    Files.delete(blob);
    assertThat(verify()).extracting(Finding::cause).containsExactly(Cause.BLOB_MISSING);
  }

  private List<Finding> findings(String list, long count) throws Exception {
    try (CaseFile open = lab.open()) {
      BlobRef blob = Laboratory.put(open, list.replace('\'', '"'));
      JsonObject signal =
          JsonObject.empty().with("id", "rec-1").with("sha256", RECORDING.toString());
      JsonObject fields =
          JsonObject.empty()
              .with("id", "A" + open.size())
              .with("signal", signal)
              .with("count", count);
      open.append(
          EntryDraft.of(
              EntryKind.ANNOTATIONS_ENTERED, fields, List.of(new BlobUse(blob, "annotations"))));
    }
    return verify();
  }

  private List<Finding> verify() {
    VerifyOptions options = new VerifyOptions(false, Optional.empty(), List.of(), Instant.now());
    return new CaseVerifier().verify(lab.folder(), AnchorSource.none(), options).findings();
  }

  private static byte[] bytes(String list) {
    return list.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }
}
