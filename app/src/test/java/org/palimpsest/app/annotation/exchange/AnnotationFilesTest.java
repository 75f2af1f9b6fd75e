package org.palimpsest.app.annotation.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.app.annotation.Annotation;
import org.palimpsest.app.annotation.Annotations;
import org.palimpsest.app.annotation.Band;
import org.palimpsest.app.annotation.Mark;
import org.palimpsest.app.annotation.Marked;

@DisplayName("a file of annotations")
final class AnnotationFilesTest {
  private static final AnnotationFiles.Defaults DEFAULTS =
      new AnnotationFiles.Defaults("imported", "B. Verdi", Marked.NOON);
  private static final String SHORT =
      "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\n0\n10\n<exists>\n2\n"
          + "\"IntervalTier\"\n\"words\"\n0\n10\n3\n0\n1.5\n\"\"\n1.5\n2\n\"say \"\"hey\"\"\"\n"
          + "2\n10\n\"\"\n\"TextTier\"\n\"clicks\"\n0\n10\n1\n2.5\n\"tock\"\n";

  @TempDir Path folder;

  private List<Annotation> read(Path file) throws RefusedException {
    return AnnotationFiles.read(file, Marked.SIGNAL, Set.of(), DEFAULTS);
  }

  private Path file(String name, String text, Charset charset) throws Exception {
    return Files.write(folder.resolve(name), text.getBytes(charset));
  }

  private static List<String> essence(List<Annotation> list) {
    return list.stream()
        .sorted(Annotation.ORDER)
        .map(a -> a.mark() + " " + a.tier() + " " + a.label())
        .toList();
  }

  @Test
  @DisplayName("in CSV gives back every field")
  void csv() throws Exception {
    Path csv = folder.resolve("a.csv");
    AnnotationFiles.write(csv, Marked.some());
    Annotations some = Marked.some();
    Path exact = folder.resolve("exact.csv");
    AnnotationFiles.write(exact, some);
    assertThat(new Annotations(Marked.SIGNAL, read(exact))).isEqualTo(some);
    String text = Files.readString(csv);
    assertThat(text.lines().findFirst().orElseThrow())
        .contains("start_s,end_s,low_hz,high_hz")
        .contains("sample_rate_hz")
        .contains("signal_sha256");
    assertThat(text).contains("\"click, \"\"loud\"\"\"");
  }

  @Test
  @DisplayName("in CSV of other programs needs start_s and label only, with any separator")
  void otherCsv() throws Exception {
    Path csv =
        file(
            "b.csv",
            "\ufeffLabel;start_s;End_S\r\nhum;0.5;\r\n\r\nhiss;1;1.25",
            StandardCharsets.UTF_8);
    assertThat(essence(read(csv)))
        .containsExactly(
            "Point[start=8000] imported hum", "Region[start=16000, end=20000] imported hiss");
    assertThat(read(csv).get(0).author()).isEqualTo("B. Verdi");
  }

  @Test
  @DisplayName("in Praat's form gives back places, tiers, labels and frequencies")
  void textGrid() throws Exception {
    Path grid = folder.resolve("a.TextGrid");
    AnnotationFiles.write(grid, Marked.some());
    assertThat(essence(read(grid))).isEqualTo(essence(Marked.some().list()));
  }

  @Test
  @DisplayName("in Praat's form puts what overlaps into further tiers, and points apart")
  void overlaps() throws Exception {
    Path grid = folder.resolve("o.TextGrid");
    AnnotationFiles.write(
        grid,
        Marked.of(
            Marked.one(new Mark.Region(0, 100), "t", "a"),
            Marked.one(new Mark.Region(50, 160_000), "t", "b"),
            Marked.one(new Mark.Region(100, 200), "t", "c"),
            Marked.one(new Mark.Point(7), "t", "d"),
            Marked.one(new Mark.Point(7), "t", "e")));
    assertThat(read(grid).stream().map(a -> a.tier() + a.label()))
        .contains("ta", "tc", "t (2)b")
        .hasSize(5);
    assertThat(read(grid).stream().filter(a -> a.mark() instanceof Mark.Point).map(a -> a.tier()))
        .containsExactlyInAnyOrder("t (3)", "t (4)"); // which is first, their random ids decide
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE"})
  @DisplayName("in Praat's short form is read in each of Praat's encodings")
  void shortForm(String charset) throws Exception {
    String mark = charset.equals("UTF-8") ? "" : "\ufeff";
    Path grid = file("s.TextGrid", mark + SHORT, Charset.forName(charset));
    assertThat(essence(read(grid)))
        .containsExactly(
            "Region[start=24000, end=32000] words say \"hey\"", "Point[start=40000] clicks tock");
    Path windows = file("w.TextGrid", mark + SHORT.replace("\n", "\r\n"), Charset.forName(charset));
    assertThat(essence(read(windows))).isEqualTo(essence(read(grid)));
  }

  @Test
  @DisplayName("without tiers or rows has no annotations")
  void empty() throws Exception {
    Path grid = folder.resolve("e.TextGrid");
    AnnotationFiles.write(grid, Marked.of());
    assertThat(read(grid)).isEmpty();
    Path csv = folder.resolve("e.csv");
    AnnotationFiles.write(csv, Marked.of());
    assertThat(read(csv)).isEmpty();
  }

  @Test
  @DisplayName("that breaks off anywhere is refused in one line that names the file, or was whole")
  void truncated() throws Exception {
    Path whole = folder.resolve("t.TextGrid");
    AnnotationFiles.write(whole, Marked.some());
    String text = Files.readString(whole);
    int refused = 0;
    for (int length = 0; length < text.stripTrailing().length(); length++) {
      Path cut = file("cut.TextGrid", text.substring(0, length), StandardCharsets.UTF_8);
      try {
        read(cut);
      } catch (RefusedException e) {
        refused++;
        assertThat(e.getMessage()).startsWith(cut.toString()).doesNotContain("\n");
      }
    }
    assertThat(refused).isEqualTo(text.stripTrailing().length());
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "\"TextGrid\" | \"Sound\" | this is no TextGrid",
        "<exists> | yes | <exists> is a flag in angle brackets, not 2",
        "IntervalTier | PitchTier | a tier of the class PitchTier",
        "1.5\\n2\\n | 2\\n1.5\\n | an interval from 2.0 to 1.5 s",
        "2.5 | 25 | lies outside Q1",
        "2.5 | -1 | lies outside Q1",
        "2.5 | NaN | the time of a point",
        "<exists>\\n2 | <exists>\\n2000000000 | the file ends",
        "<exists>\\n2 | <exists>\\n1.5 | the number of tiers is 1.5",
        "<exists>\\n2 | <exists>\\n-1 | the number of tiers is -1",
        "\"tock\" | \"tock | the file ends within a text",
      })
  @DisplayName("in Praat's form that makes no sense is refused with its line:")
  void hostile(String from, String to, String words) throws Exception {
    String before = from.replace("\\n", "\n");
    assertThat(SHORT).contains(before);
    Path grid =
        file(
            "h.TextGrid",
            SHORT.replaceFirst(java.util.regex.Pattern.quote(before), to.replace("\\n", "\n")),
            StandardCharsets.UTF_8);
    assertThatThrownBy(() -> read(grid))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(words)
        .hasMessageMatching("[^\\n]*h.TextGrid: line \\d+: [^\\n]*");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "label,end_s | line 1: the header has no columns",
        "'' | it is empty",
        "label,start_s\\n,1 | line 2: it has no label",
        "label,start_s\\na, | line 2: it has no start_s",
        "label,start_s\\na,'1,5' | line 2: start_s is a number with a decimal point",
        "label,start_s,end_s\\na,1,1 | line 2: it ends at 1.0 s",
        "label,start_s,low_hz\\na,1,5 | line 2: a box has end_s, low_hz and high_hz",
        "label,start_s,end_s,low_hz,high_hz\\na,1,2,5,4 | line 2: a range of frequencies",
        "label,start_s\\na,11 | line 2: 11.000000 s lies outside Q1",
        "label,start_s\\n'a | line 2: the file ends within quotation marks",
        "label,start_s,made\\na,1,noon | line 2:",
      })
  @DisplayName("in CSV that makes no sense is refused with its line:")
  void hostileCsv(String text, String words) throws Exception {
    String csv = text.replace("\\n", "\n").replace('\'', '"');
    Path file = file("h.csv", csv.equals("\"\"") ? "" : csv, StandardCharsets.UTF_8);
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(words);
  }

  @Test
  @DisplayName("that is no text or is not there is refused")
  void noText() throws Exception {
    Path binary = Files.write(folder.resolve("b"), new byte[] {(byte) 0xc3, 0x28, 0, 7});
    assertThatThrownBy(() -> read(binary)).hasMessageContaining("neither UTF-8 nor UTF-16");
    assertThatThrownBy(() -> read(folder.resolve("none"))).hasMessageContaining("cannot be read");
  }

  @Test
  @DisplayName("is never written over another")
  void notOver() throws Exception {
    Path csv = file("x.csv", "mine", StandardCharsets.UTF_8);
    assertThatThrownBy(() -> AnnotationFiles.write(csv, Marked.some()))
        .isInstanceOf(RefusedException.class);
    assertThat(Files.readString(csv)).isEqualTo("mine");
  }

  @Test
  @DisplayName("does not bring an id that is taken")
  void ids() throws Exception {
    Path csv = folder.resolve("i.csv");
    Annotation one = Marked.one(new Mark.Box(0, 9, new Band(0, 5)), "t", "l");
    AnnotationFiles.write(csv, Marked.of(one));
    assertThat(read(csv)).containsExactly(one);
    List<Annotation> again = AnnotationFiles.read(csv, Marked.SIGNAL, Set.of(one.id()), DEFAULTS);
    assertThat(again.get(0).id()).isNotEqualTo(one.id());
  }

  @Test
  @DisplayName("is read by Praat, and Praat's own files are read here")
  void praat() throws Exception {
    assumeTrue(hasPraat(), "praat is not installed (Debian package praat)");
    Path grid = folder.resolve("p.TextGrid");
    AnnotationFiles.write(grid, Marked.some());
    Path script = folder.resolve("p.praat");
    Files.writeString(
        script,
        """
        Read from file: "p.TextGrid"
        n = Get number of tiers
        writeInfoLine: n
        for t to n
          name$ = Get tier name: t
          appendInfoLine: name$
        endfor
        label$ = Get label of interval: 3, 2
        start = Get start time of interval: 3, 2
        appendInfoLine: label$, " ", fixed$ (start, 6)
        Save as short text file: "short.TextGrid"
        Save as text file: "long.TextGrid"
        """);
    Process praat =
        new ProcessBuilder("praat", "--run", "--utf8", script.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(praat.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(praat.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(said.lines().map(String::strip))
        .containsExactly("3", "events", "residue", "speech", "è una prova; 完了 🎧 1.000000");
    for (String name : List.of("short.TextGrid", "long.TextGrid")) {
      assertThat(essence(read(folder.resolve(name)))).isEqualTo(essence(Marked.some().list()));
    }
  }

  private static boolean hasPraat() {
    for (String place : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      if (!place.isEmpty() && Files.isExecutable(Path.of(place, "praat"))) {
        return true;
      }
    }
    return false;
  }

  @Test
  @DisplayName("of a hundred thousand annotations is written and read")
  void many() throws Exception {
    Annotation[] all = new Annotation[100_000];
    for (int i = 0; i < all.length; i++) {
      all[i] = Marked.click(i);
    }
    Path grid = folder.resolve("m.TextGrid");
    assertThatCode(() -> AnnotationFiles.write(grid, Marked.of(all))).doesNotThrowAnyException();
    assertThat(read(grid)).hasSize(all.length);
  }
}
