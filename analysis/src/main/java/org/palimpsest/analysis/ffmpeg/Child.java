package org.palimpsest.analysis.ffmpeg;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.palimpsest.analysis.RefusedException;

/**
 * A second Java with FFmpeg in it. It sees the input as its standard input, has no environment but
 * its class path, and ends when nobody listens.
 */
final class Child implements AutoCloseable {
  private static final String MAIN = "org.palimpsest.analysis.ffmpeg.child.Main";
  private static final String LIBRARY = "org/bytedeco/ffmpeg/linux-x86_64/libavcodec.so.62";

  private final Process process;
  private final DataInputStream answer;

  private Child(Process process) {
    this.process = process;
    this.answer = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
  }

  /** Starts one on {@code input}. */
  static Child start(Path cache, Path input, List<String> arguments)
      throws IOException, RefusedException {
    if (!librariesAreThere()) {
      throw new RefusedException(
          input + ": needs FFmpeg's libraries, which this program has for Linux on x86-64 only");
    }
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    if (!Files.isExecutable(java)) {
      throw new RefusedException(
          input + ": needs FFmpeg in a Java of its own, and there is no " + java);
    }
    Files.createDirectories(
        cache, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(options(cache));
    command.add(MAIN);
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.clear();
    // not in the command, where another user could read it and where it can be too long
    environment.put("CLASSPATH", System.getProperty("java.class.path"));
    builder.redirectInput(input.toFile());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return new Child(builder.start());
  }

  static boolean librariesAreThere() {
    return Child.class.getClassLoader().getResource(LIBRARY) != null;
  }

  private static List<String> options(Path cache) {
    return List.of(
        "-Xmx256m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:-CreateCoredumpOnCrash",
        "-XX:+SuppressFatalErrorMessage",
        "-Djava.awt.headless=true",
        "-Dorg.bytedeco.javacpp.maxPhysicalBytes=2g",
        "-Dorg.bytedeco.javacpp.cachedir=" + cache.toAbsolutePath());
  }

  DataInputStream answer() {
    return answer;
  }

  /** Ends it, whatever it does. */
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
