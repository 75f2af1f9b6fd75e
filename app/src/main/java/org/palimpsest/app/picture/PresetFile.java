package org.palimpsest.app.picture;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.palimpsest.analysis.signal.Window;

/** The user's own presets, in a JSON file that is replaced as a whole. */
public final class PresetFile {
  private static final String FORMAT = "palimpsest-spectrogram-presets-1";
  private static final long LARGEST = 1 << 20;

  private final Path file;
  private final Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  /**
   * @param folder of the user's settings; made when something is written
   */
  public PresetFile(Path folder) {
    this.file = folder.resolve("spectrogram-presets.json");
  }

  /** As in the file: boxed, because any of them may be missing. */
  private record Line(
      String name,
      String window,
      Double windowSeconds,
      Double overlap,
      Integer zeroPadding,
      Double floorDb,
      Double ceilingDb,
      String scale,
      String colours) {
    static Line of(SpectrogramPreset preset) {
      SpectrogramSettings s = preset.settings();
      return new Line(
          preset.name(),
          s.window().name(),
          s.windowSeconds(),
          s.overlap(),
          s.zeroPadding(),
          s.floorDb(),
          s.ceilingDb(),
          s.scale().name(),
          s.colours().name());
    }

    SpectrogramPreset preset() {
      Object[] all = {
        name, window, windowSeconds, overlap, zeroPadding, floorDb, ceilingDb, scale, colours
      };
      if (Arrays.asList(all).contains(null)) {
        throw new IllegalArgumentException("something is missing in it");
      }
      return new SpectrogramPreset(
          name,
          new SpectrogramSettings(
              Window.valueOf(window),
              windowSeconds,
              overlap,
              zeroPadding,
              floorDb,
              ceilingDb,
              FrequencyScale.valueOf(scale),
              ColourMap.valueOf(colours)));
    }
  }

  private record Content(String format, List<Line> presets) {}

  /**
   * What was read.
   *
   * @param problem why there is nothing although there is a file, in a line
   */
  public record Read(List<SpectrogramPreset> presets, Optional<String> problem) {}

  /** Empty where there is no file; a damaged one is left as it is. */
  public Read read() {
    if (!Files.exists(file)) {
      return new Read(List.of(), Optional.empty());
    }
    try {
      if (Files.size(file) > LARGEST) {
        return refused("it is too large");
      }
      Content content =
          gson.fromJson(Files.readString(file, StandardCharsets.UTF_8), Content.class);
      if (content == null || content.presets() == null || !FORMAT.equals(content.format())) {
        return refused("it is not of format " + FORMAT);
      }
      List<SpectrogramPreset> presets = content.presets().stream().map(PresetFile::preset).toList();
      Set<String> names = new HashSet<>();
      return presets.stream().allMatch(p -> names.add(p.name()))
          ? new Read(presets, Optional.empty())
          : refused("two presets have one name");
    } catch (JsonParseException e) {
      return refused("it is not JSON of that form");
    } catch (IllegalArgumentException e) {
      return refused(e.getMessage());
    } catch (IOException e) {
      return refused("it cannot be read");
    }
  }

  /** Replaces the file; the one before stays whole until the new one is. */
  public void write(List<SpectrogramPreset> presets) throws IOException {
    Files.createDirectories(file.getParent());
    Content content = new Content(FORMAT, presets.stream().map(Line::of).toList());
    Path next = Files.createTempFile(file.getParent(), "presets", ".part");
    try {
      Files.writeString(next, gson.toJson(content) + "\n", StandardCharsets.UTF_8);
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(next);
    }
  }

  private static SpectrogramPreset preset(Line line) {
    if (line == null) {
      throw new IllegalArgumentException("a preset in it is null");
    }
    return line.preset();
  }

  private Read refused(String why) {
    return new Read(
        List.of(), Optional.of(file + " is not used: " + why + "; move it away or mend it"));
  }
}
