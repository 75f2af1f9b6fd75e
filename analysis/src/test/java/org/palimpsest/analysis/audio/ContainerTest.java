package org.palimpsest.analysis.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A kind of file")
final class ContainerTest {
  @ParameterizedTest
  @CsvSource({
    "WAV, 524946460000000057415645",
    "FLAC, 664c6143",
    "OGG, 4f676753",
    "MP4, 0000001c667479704d344120",
    "MATROSKA, 1a45dfa3",
    "AMR, 2321414d520a",
    "AMR, 2321414d522d57420a",
    "AIFF, 464f524d0000000041494646",
    "AIFF, 464f524d0000000041494643",
    "MPEG, 49443303",
    "MPEG, fffb9064",
    "MPEG, fff15040"
  })
  @DisplayName("is known by its first bytes")
  void isKnown(Container container, String head) {
    assertThat(Container.of(HexFormat.of().parseHex(head))).contains(container);
  }

  @ParameterizedTest
  @CsvSource({"fb906400", "ff1b0000", "fffb", "52494646000000004156492e", "4f6767", "''"})
  @DisplayName("is not seen where it is not")
  void isNotSeen(String head) {
    assertThat(Container.of(HexFormat.of().parseHex(head))).isEmpty();
  }

  @Test
  @DisplayName("may have several names, and objects to those of others only")
  void objectsToNames() {
    assertThat(Container.OGG.remark("a.b.Opus")).isEmpty();
    assertThat(Container.MP4.remark("a.aac")).isEmpty();
    assertThat(Container.MPEG.remark("a.aac")).isEmpty();
    assertThat(Container.MPEG.remark("wav")).isEmpty();
    assertThat(Container.MPEG.remark("a.bin")).isEmpty();
    assertThat(Container.AMR.remark("a.b.WAV")).contains("named .wav, but its content is AMR");
  }

  @Test
  @DisplayName("has its endings offered where files are chosen")
  void offersEndings() {
    assertThat(RecordingReader.ENDINGS)
        .contains("wav", "flac", "mp3", "m4a", "opus", "ogg", "amr", "webm", "aiff")
        .doesNotHaveDuplicates()
        .allMatch(ending -> ending.matches("[a-z0-9]+"));
  }
}
