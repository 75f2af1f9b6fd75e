package org.palimpsest.app.testing;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.Progress;
import org.palimpsest.app.casework.Exhibit;
import org.palimpsest.app.casework.ExhibitRole;
import org.palimpsest.app.casework.ImportRecording;
import org.palimpsest.app.casework.Passwords;
import org.palimpsest.app.casework.PlannedStep;
import org.palimpsest.app.casework.StepView;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.app.cli.PalimpsestCommandLine;
import org.palimpsest.evidence.casefile.CaseDescription;
import org.palimpsest.evidence.casefile.CaseFile;

/** A workbench on the shipped packages with a private user folder, and its command line. */
public final class Bench {
  public static final Path SHIPPED = Path.of(System.getProperty("palimpsest.models"));

  private final Path folder;
  private final Workbench workbench;

  /** The folder of the one package of this id that the tests know. */
  public static Path shipped(String id) {
    try (Stream<Path> versions = Files.list(SHIPPED.resolve(id))) {
      return versions
          .reduce(
              (a, b) -> {
                throw new IllegalStateException(a + " and " + b);
              })
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code id@version} of that package. */
  public static String reference(String id) {
    return id + "@" + version(id);
  }

  public static String version(String id) {
    return shipped(id).getFileName().toString();
  }

  public Bench(Path folder) {
    this.folder = folder;
    this.workbench = new Workbench(SHIPPED, folder.resolve("user"), "test", Clock.systemUTC());
  }

  /** What a command did. */
  public record Run(int status, String out, String err) {
    public List<JsonObject> json() {
      return out.lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
    }

    public JsonObject one() {
      return json().get(0);
    }
  }

  public Workbench workbench() {
    return workbench;
  }

  public Path path(String name) {
    return folder.resolve(name);
  }

  public Run run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status = new PalimpsestCommandLine(workbench, "test", stream(out), stream(err)).run(args);
    return new Run(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** A new case; the caller closes it. */
  public CaseFile newCase(String name) throws Exception {
    CaseDescription description =
        new CaseDescription(
            "A test", "court order 1/26", "to test", ZoneId.of("Europe/Berlin"), "Ada Examiner");
    return workbench.openCase().create(path(name), description, Passwords.NONE);
  }

  /** A voice in a file. */
  public Path voice(String name, double pitchHz, double seconds) throws IOException {
    return Voice.write(Voice.speak(pitchHz, seconds), path(name));
  }

  /** The same voice, protected by the shipped protector. */
  public Path protectedVoice(String name, double pitchHz, double seconds) throws Exception {
    Path original = voice("original-of-" + name, pitchHz, seconds);
    workbench.protectRecording().run(original, OptionalInt.empty(), "ssed-protector", path(name));
    return path(name);
  }

  /** Takes a file into a case, as it comes. */
  public Exhibit take(CaseFile file, Path recording, ExhibitRole role) throws Exception {
    ImportRecording importer = workbench.importRecording();
    return importer.run(
        file,
        importer.accept(
            new ImportRecording.Request(
                recording, role, Optional.empty(), Optional.empty(), OptionalInt.empty(), false)));
  }

  /** Runs a planned step to its entry. */
  public StepView perform(CaseFile file, PlannedStep step) throws Exception {
    return workbench.runAnalysis().run(file, step, Progress.NONE, Cancellation.NEVER);
  }

  /** Writes a 16-bit WAV of several channels of one length. */
  public Path channels(String name, int hertz, AudioClip... channels) throws IOException {
    int data = 2 * channels.length * channels[0].length();
    ByteBuffer out = ByteBuffer.allocate(44 + data).order(ByteOrder.LITTLE_ENDIAN);
    out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + data);
    out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1);
    out.putShort((short) channels.length).putInt(hertz).putInt(2 * channels.length * hertz);
    out.putShort((short) (2 * channels.length)).putShort((short) 16);
    out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(data);
    for (int i = 0; i < channels[0].length(); i++) {
      for (AudioClip channel : channels) {
        out.putShort(Pcm16.code(channel.at(i)));
      }
    }
    return Files.write(path(name), out.array());
  }

  /** Copies a folder with all that is in it. */
  public static void copyFolder(Path from, Path to) throws IOException {
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path source : walk.toList()) {
        Path target = to.resolve(from.relativize(source).toString());
        if (Files.isDirectory(source)) {
          Files.createDirectories(target);
        } else {
          Files.copy(source, target);
        }
      }
    }
  }

  /** Every file of a folder with its bytes, to see that nothing changed. */
  public static SortedMap<String, String> bytesOf(Path folder) throws IOException {
    SortedMap<String, String> bytes = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        bytes.put(
            folder.relativize(file).toString(),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return bytes;
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
