package org.palimpsest.evidence.casefile;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.palimpsest.evidence.format.CanonicalJson;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.JsonParser;

/**
 * The file that says who writes a case, for the person who is refused meanwhile. It locks nothing:
 * SQLite does, so that a file that a crash left behind is in nobody's way.
 */
final class Owner {
  private static final int LARGEST = 1 << 12;

  private final Path file;

  Owner(Path folder) {
    this.file = folder.resolve("case.owner");
  }

  /** Says that {@code name} writes, from {@code since} on, in this process. */
  void claim(String name, Instant since) {
    JsonObject owner =
        JsonObject.empty()
            .with("name", name)
            .with("host", host())
            .with("process", ProcessHandle.current().pid())
            .with("since", since.truncatedTo(ChronoUnit.MILLIS).toString());
    try {
      // whoever passed the case on may have left a link to a file of ours here
      Files.deleteIfExists(file);
      Files.writeString(file, CanonicalJson.text(owner) + "\n", StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      return; // a case that can be written is written, also where nobody can say by whom
    }
  }

  /** Takes the word back. */
  void release() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      return; // means nothing once the lock is gone
    }
  }

  /** Who it is, in words. */
  String describe() {
    try (var in = Files.newInputStream(file)) {
      JsonObject owner = JsonParser.parseObject(in.readNBytes(LARGEST - 1));
      return clean(owner.string("name"))
          + " (process "
          + owner.integer("process")
          + " on "
          + clean(owner.string("host"))
          + ", since "
          + clean(owner.string("since"))
          + ")";
    } catch (IOException | IllegalArgumentException e) {
      return "another program";
    }
  }

  /** What another program wrote goes to a terminal. */
  private static String clean(String text) {
    return text.replaceAll("\\p{C}", "\uFFFD");
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "this computer";
    }
  }
}
