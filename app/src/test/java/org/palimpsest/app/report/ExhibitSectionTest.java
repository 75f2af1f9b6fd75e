package org.palimpsest.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.JsonObject;

@DisplayName("the exhibits of a report")
final class ExhibitSectionTest {
  @Test
  @DisplayName("have their file's full hash and its size to the byte")
  void hashAndSize() throws Exception {
    Printed printed = print(Entries.recording("Q1", "Call", "call.wav", 48_044_123_456L));
    assertThat(printed.squeezed())
        .contains(Entries.hash("call.wav").hex() + "48044123456bytes", "Q1questioned");
  }

  @Test
  @DisplayName("that were not decoded are said to be taken as they are")
  void asItIs() throws Exception {
    JsonObject file = Entries.recording("Q1", "Call", "call.amr", 9);
    assertThat(print(file).squeezed()).contains("notdecodable;takenasitis");
    assertThat(print(file.with("facts", Entries.facts())).squeezed())
        .doesNotContain("notdecodable");
  }

  @Test
  @DisplayName("have the facts of their format, in the same digits everywhere")
  void facts() throws Exception {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      JsonObject file = Entries.recording("Q1", "Call", "call.wav", 9);
      assertThat(print(file.with("facts", Entries.facts())).squeezed())
          .contains("WAVEPCM16,16000Hz,channel1of2,1.50s,24000samples,7atfullscale(riff1)");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  @DisplayName("have how much is active and how far it stands out, where an entry says so")
  void active() throws Exception {
    JsonObject file = Entries.recording("Q1", "Call", "call.wav", 9);
    JsonObject facts = Entries.facts().with("activeSeconds", "1.2");
    assertThat(print(file.with("facts", facts)).squeezed())
        .contains("7atfullscale,1.20sactivebyenergy(riff1)");
    assertThat(print(file.with("facts", facts.with("activeSnrDb", "31.25"))).squeezed())
        .contains("1.20sactivebyenergy,31.3dBabovetherest(riff1)");
  }

  @Test
  @DisplayName("name label and file, but once where they are the same")
  void labelAndFile() throws Exception {
    assertThat(print(Entries.recording("Q1", "Call", "call.wav", 9)).text())
        .contains("Call. call.wav.");
    Printed same = print(Entries.recording("Q1", "call.wav", "call.wav", 9));
    assertThat(same.count("call.wav")).isEqualTo(1);
    assertThat(same.text()).contains("call.wav.");
  }

  @Test
  @DisplayName("name their speaker where one was entered")
  void speaker() throws Exception {
    JsonObject file = Entries.recording("K1", "Call", "call.wav", 9);
    assertThat(print(file.with("speaker", "N. N.")).squeezed())
        .contains("Call.call.wav.Speaker:N.N..");
    assertThat(print(file).text()).doesNotContain("Speaker:");
  }

  @Test
  @DisplayName("are all printed, in the ledger's order")
  void all() throws Exception {
    List<JsonObject> files =
        IntStream.range(10, 70)
            .mapToObj(i -> Entries.recording("Q" + i, "L" + i, "f" + i + ".wav", i))
            .toList();
    Printed printed = print(files.toArray(JsonObject[]::new));
    assertThat(printed.pages()).hasSizeGreaterThan(1);
    assertThat(printed.squeezed())
        .containsSubsequence(
            IntStream.range(10, 70)
                .mapToObj(i -> Entries.hash("f" + i + ".wav").hex() + i + "bytes")
                .toList());
  }

  @Test
  @DisplayName("are said to be none where nothing was imported")
  void none() throws Exception {
    assertThat(print().text()).contains("Exhibits", "None.").doesNotContain("SHA-256");
  }

  private static Printed print(JsonObject... imports) throws Exception {
    List<LedgerEntry> entries =
        IntStream.range(0, imports.length)
            .mapToObj(i -> Entries.entry(i + 1, EntryKind.RECORDING_IMPORTED, imports[i]))
            .toList();
    return Printed.of(pages -> ExhibitSection.set(pages, entries));
  }
}
