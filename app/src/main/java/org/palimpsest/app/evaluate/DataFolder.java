package org.palimpsest.app.evaluate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.RecordingReader;
import org.palimpsest.analysis.compare.SpeakerEncoder;
import org.palimpsest.analysis.signal.Levels;
import org.palimpsest.evidence.format.Sha256;

/** Reads a folder of {@code speaker/utterance.flac} or {@code .wav}. */
final class DataFolder {
  private final RecordingReader reader;

  DataFolder(RecordingReader reader) {
    this.reader = reader;
  }

  /**
   * @param wanted every (n / wanted)-th of the sorted list; empty or more than there are: all
   * @throws RefusedException if there are too few speakers or utterances for trials
   */
  DataSet read(Path folder, OptionalInt wanted) throws RefusedException {
    if (!Files.isDirectory(folder)) {
      throw new RefusedException(folder + ": no such folder");
    }
    List<String> skipped = new ArrayList<>();
    List<Path> candidates = new ArrayList<>();
    for (Path speaker : children(folder).stream().filter(Files::isDirectory).toList()) {
      for (Path file : children(speaker)) {
        if (isAudio(file)) {
          candidates.add(file);
        } else {
          skipped.add(relative(folder, file) + ": neither .flac nor .wav");
        }
      }
    }
    if (candidates.isEmpty()) {
      throw new RefusedException(
          folder + ": no recordings in it; they are expected as speaker/utterance.flac or .wav");
    }
    int count = Math.min(candidates.size(), wanted.orElse(candidates.size()));
    List<Utterance> utterances = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Path file = candidates.get((int) ((long) candidates.size() * i / count));
      try {
        utterances.add(utterance(folder, file));
      } catch (RefusedException e) {
        skipped.add(e.getMessage().replace(file.toString(), relative(folder, file)));
      }
    }
    requireTrials(folder, utterances);
    return new DataSet(
        folder.toAbsolutePath().normalize().getFileName().toString(), utterances, skipped);
  }

  /** The clip of an utterance, as {@code protect} reads it. */
  AudioClip clip(Path file) throws RefusedException {
    return reader.read(file, OptionalInt.empty()).clip();
  }

  private Utterance utterance(Path folder, Path file) throws RefusedException {
    AudioClip clip = clip(file);
    if (clip.seconds() < SpeakerEncoder.SHORTEST_SECONDS) {
      throw new RefusedException(file + ": shorter than " + SpeakerEncoder.SHORTEST_SECONDS + " s");
    }
    if (Levels.peak(clip) < SpeakerEncoder.SOFTEST_PEAK) {
      throw new RefusedException(file + ": silent");
    }
    ByteBuffer bytes = ByteBuffer.allocate(4 * clip.length()).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < clip.length(); i++) {
      bytes.putFloat(clip.at(i));
    }
    return new Utterance(
        file,
        file.getParent().getFileName().toString(),
        relative(folder, file),
        clip.length(),
        Sha256.hash(bytes.array()).hex());
  }

  private static void requireTrials(Path folder, List<Utterance> utterances)
      throws RefusedException {
    long speakers = utterances.stream().map(Utterance::speaker).distinct().count();
    if (speakers < 2) {
      throw new RefusedException(
          String.format(
              "%s: %d usable speakers among the chosen recordings; an evaluation needs two or more",
              folder, speakers));
    }
    boolean pairs =
        utterances.stream()
            .filter(Utterance::isLongEnoughForTrials)
            .collect(Collectors.groupingBy(Utterance::speaker, Collectors.counting()))
            .values()
            .stream()
            .anyMatch(n -> n > 1);
    if (!pairs) {
      throw new RefusedException(
          folder
              + ": no speaker has two chosen recordings of at least 2 s; choose more"
              + " with --utterances");
    }
  }

  private static boolean isAudio(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return Files.isRegularFile(file) && (name.endsWith(".flac") || name.endsWith(".wav"));
  }

  private static String relative(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  /** What does not begin with a dot, sorted. */
  private static List<Path> children(Path folder) throws RefusedException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.filter(p -> !p.getFileName().toString().startsWith("."))
          .sorted((a, b) -> a.getFileName().toString().compareTo(b.getFileName().toString()))
          .toList();
    } catch (IOException e) {
      throw new RefusedException(folder + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }
}
