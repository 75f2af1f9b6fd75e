package org.palimpsest.app.ui.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.analysis.signal.Window;
import org.palimpsest.app.picture.ColourMap;
import org.palimpsest.app.picture.FrequencyScale;
import org.palimpsest.app.picture.SpectrogramSettings;
import org.palimpsest.evidence.format.JsonObject;

@DisplayName("the window's state")
final class StateFolderTest {
  private static final UUID CASE = UUID.fromString("6f1c2a34-5b6d-4e7f-8091-a2b3c4d5e6f7");
  private static final LanesState LANES =
      new LanesState(
          "R1",
          true,
          true,
          12.5,
          0.0625,
          false,
          77,
          Optional.of(new SampleRange(5, 900)),
          RecordJson.of(SpectrogramSettings.defaults()),
          "Q1");

  @TempDir Path root;
  private final List<String> said = new ArrayList<>();

  private StateFolder states() {
    return StateFolder.in(root.resolve("window"), said::add);
  }

  @Test
  @DisplayName("comes back as it was kept")
  void roundTrip() {
    CaseState state = new CaseState(Optional.of(LANES), "C1", List.of(0.2, 0.75), List.of(0.7));
    states().keep(CASE, state);
    assertThat(states().ofCase(CASE)).contains(state);
    CaseState bare = new CaseState(Optional.empty(), "", List.of(), List.of());
    states().keep(CASE, bare);
    assertThat(states().ofCase(CASE)).contains(bare);
    WindowState window =
        new WindowState(1200, 800.5, true, Look.CONTRAST, 150, Optional.of(Path.of("/cases/a")));
    states().keep(window);
    assertThat(states().window()).isEqualTo(window);
    assertThat(said).isEmpty();
  }

  @Test
  @DisplayName("is read as it was kept before the original was a lane")
  void older() throws Exception {
    CaseState state = new CaseState(Optional.of(LANES), "C1", List.of(0.2), List.of(0.7));
    states().keep(CASE, state);
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String now = Files.readString(file);
        Files.writeString(file, now.replaceFirst("\"original\": ?true,", ""));
      }
    }
    LanesState read = states().ofCase(CASE).orElseThrow().lanes().orElseThrow();
    assertThat(read.original()).isFalse();
    assertThat(read.difference()).isTrue();
    assertThat(said).isEmpty();
  }

  @Test
  @DisplayName("is none before the first start, and nothing is said of that")
  void first() {
    assertThat(states().window()).isEqualTo(WindowState.FIRST);
    assertThat(states().ofCase(CASE)).isEmpty();
    assertThat(said).isEmpty();
    assertThat(root.resolve("window")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"format\":\"palimpsest-case-state/1\"}",
        "{\"columns\":[\"x\"],\"format\":\"f\",\"rows\":[],\"selected\":\"\"}",
        "{\"columns\":[\"NaN\"],\"format\":\"f\",\"rows\":[],\"selected\":\"\"}",
        "{\"columns\":[],\"format\":\"f\",\"lanes\":7,\"rows\":[],\"selected\":\"\"}",
      })
  @DisplayName("that cannot be read is none, and one line says so")
  void corrupt(String content) throws Exception {
    states().keep(CASE, new CaseState(Optional.of(LANES), "", List.of(), List.of()));
    Path file = root.resolve("window/case-" + CASE + ".json");
    Files.writeString(file, content);
    assertThat(states().ofCase(CASE)).isEmpty();
    assertThat(said).singleElement().matches(line -> line.lines().count() == 1);
    assertThat(said.get(0)).startsWith(file.toString()).endsWith("it begins afresh");
  }

  @Test
  @DisplayName("that cannot be kept is said, and harms nothing")
  void notWritable() throws Exception {
    Files.writeString(root.resolve("window"), "a file where the folder ought to be");
    states().keep(WindowState.FIRST);
    assertThat(said).singleElement().matches(line -> line.contains("cannot be kept"));
  }

  @Test
  @DisplayName("of nobody is kept nowhere")
  void nobody() {
    StateFolder none = StateFolder.none();
    none.keep(WindowState.FIRST.withScale(200));
    assertThat(none.window()).isEqualTo(WindowState.FIRST);
    assertThat(none.ofCase(CASE)).isEmpty();
  }

  @Test
  @DisplayName("has a scale of those that there are, and a theme likewise")
  void known() {
    assertThat(WindowState.FIRST.withScale(1).scalePercent()).isEqualTo(100);
    assertThat(WindowState.FIRST.withScale(200).scalePercent()).isEqualTo(200);
    assertThat(Look.of("contrast")).isEqualTo(Look.CONTRAST);
    assertThat(Look.of("pink")).isEqualTo(Look.DARK);
    WindowState maximized = WindowState.FIRST.withSize(900, 700, false).withSize(5, 5, true);
    assertThat(maximized.width()).isEqualTo(900); // for when it is made smaller again
  }

  @Test
  @DisplayName("keeps settings by their names, so that one more or less spoils none")
  void settings() {
    SpectrogramSettings odd =
        new SpectrogramSettings(
            Window.HAMMING, 0.05, 0.5, 4, -90, -20, FrequencyScale.MEL, ColourMap.VIRIDIS);
    SpectrogramSettings standard = SpectrogramSettings.defaults();
    assertThat(RecordJson.read(RecordJson.of(odd), standard)).isEqualTo(odd);
    JsonObject later = RecordJson.of(odd).with("notThought", "of").with("colours", "INFRARED");
    SpectrogramSettings read = RecordJson.read(later, standard);
    assertThat(read.colours()).isEqualTo(standard.colours());
    assertThat(read.floorDb()).isEqualTo(-90);
    assertThat(RecordJson.read(JsonObject.empty(), standard)).isEqualTo(standard);
    JsonObject impossible = RecordJson.of(odd).with("ceilingDb", "-200");
    assertThat(RecordJson.read(impossible, standard)).isEqualTo(standard);
    assertThat(RecordJson.read(JsonObject.empty().with("floorDb", "x"), standard))
        .isEqualTo(standard);
  }
}
