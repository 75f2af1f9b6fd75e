package org.palimpsest.app.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.analysis.signal.Window;

@DisplayName("a file of presets")
final class PresetFileTest {
  @TempDir Path folder;

  private Path json() {
    return folder.resolve("config").resolve("spectrogram-presets.json");
  }

  private PresetFile file() {
    return new PresetFile(folder.resolve("config"));
  }

  @Test
  @DisplayName("gives back what was written, and nothing where there is none")
  void writesAndReads() throws IOException {
    assertThat(file().read()).isEqualTo(new PresetFile.Read(List.of(), Optional.empty()));
    List<SpectrogramPreset> own =
        List.of(
            new SpectrogramPreset(
                "Näher am Ohr \"1\"",
                new SpectrogramSettings(
                    Window.GAUSSIAN,
                    0.04,
                    0.875,
                    8,
                    -90,
                    -20,
                    FrequencyScale.MEL,
                    ColourMap.CIVIDIS)),
            new SpectrogramPreset("b", SpectrogramSettings.defaults()));
    file().write(own);
    assertThat(file().read()).isEqualTo(new PresetFile.Read(own, Optional.empty()));
    file().write(List.of());
    assertThat(file().read().presets()).isEmpty();
    try (Stream<Path> left = Files.list(json().getParent())) {
      assertThat(left).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{\"format\": \"something-else\", \"presets\": []}",
        "{\"format\": \"palimpsest-spectrogram-presets-1\"}",
        "{\"format\": \"palimpsest-spectrogram-presets-1\", \"presets\": [null]}",
        "{\"format\": \"palimpsest-spectrogram-presets-1\", \"presets\": [{\"name\": \"x\"}]}",
        "{\"format\": \"palimpsest-spectrogram-presets-1\", \"presets\": [{\"name\": \"x\","
            + " \"window\": \"SQUARE\", \"windowSeconds\": 1, \"overlap\": 0, \"zeroPadding\": 1,"
            + " \"floorDb\": -9, \"ceilingDb\": 0, \"scale\": \"MEL\", \"colours\": \"GREY\"}]}",
        "{\"format\": \"palimpsest-spectrogram-presets-1\", \"presets\": [{\"name\": \"x\","
            + " \"window\": \"HANN\", \"windowSeconds\": -1, \"overlap\": 0, \"zeroPadding\": 1,"
            + " \"floorDb\": -9, \"ceilingDb\": 0, \"scale\": \"MEL\", \"colours\": \"GREY\"}]}"
      })
  @DisplayName("that is damaged is left alone, with one line that names it")
  void refusesDamage(String content) throws IOException {
    Files.createDirectories(json().getParent());
    Files.writeString(json(), content);
    PresetFile.Read read = file().read();
    assertThat(read.presets()).isEmpty();
    assertThat(read.problem()).hasValueSatisfying(line -> assertThat(line).contains(json() + ""));
    assertThat(read.problem().orElseThrow().lines()).hasSize(1);
    assertThat(Files.readString(json())).isEqualTo(content);
  }

  @Test
  @DisplayName("with two presets of one name is refused, and so is a folder in its place")
  void refusesDoubles() throws IOException {
    SpectrogramPreset one = new SpectrogramPreset("a", SpectrogramSettings.defaults());
    file().write(List.of(one, one));
    assertThat(file().read().problem()).isPresent();
    Files.delete(json());
    Files.createDirectory(json());
    assertThat(file().read().problem()).isPresent();
  }

  @Test
  @DisplayName("holds presets with names, and settings within limits")
  void limits() {
    SpectrogramSettings standard = SpectrogramSettings.defaults();
    assertThatThrownBy(() -> new SpectrogramPreset(" ", standard))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(SpectrogramPreset.builtIn())
        .extracting(SpectrogramPreset::name)
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(4);
    assertThat(SpectrogramPreset.builtIn().get(0).settings()).isEqualTo(standard);
    for (int padding : new int[] {0, 3, 16}) {
      assertThatThrownBy(
              () ->
                  new SpectrogramSettings(
                      Window.HANN,
                      0.02,
                      0.5,
                      padding,
                      -90,
                      0,
                      FrequencyScale.LINEAR,
                      ColourMap.GREY))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
