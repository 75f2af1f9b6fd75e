package org.palimpsest.analysis.audio;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The kinds of files that are read here: known by their first bytes, often named by an ending. */
enum Container {
  WAV("WAV", "wav", "wave") {
    @Override
    boolean begins(byte[] head) {
      return has(head, 0, "RIFF") && has(head, 8, "WAVE");
    }
  },
  FLAC("FLAC", "flac") {
    @Override
    boolean begins(byte[] head) {
      return has(head, 0, "fLaC");
    }
  },
  OGG("Ogg", "ogg", "oga", "opus", "spx") {
    @Override
    boolean begins(byte[] head) {
      return has(head, 0, "OggS");
    }
  },
  MP4("MP4", "m4a", "mp4", "m4b", "3gp", "3g2", "mov", "aac") {
    @Override
    boolean begins(byte[] head) {
      return has(head, 4, "ftyp");
    }
  },
  MATROSKA("Matroska", "mka", "mkv", "webm") {
    @Override
    boolean begins(byte[] head) {
      return has(head, 0, "\u001aE\u00df\u00a3");
    }
  },
  AMR("AMR", "amr", "awb", "3ga") {
    @Override
    boolean begins(byte[] head) {
      return has(head, 0, "#!AMR");
    }
  },
  AIFF("AIFF", "aif", "aiff", "aifc") {
    @Override
    boolean begins(byte[] head) {
      return has(head, 0, "FORM") && (has(head, 8, "AIFF") || has(head, 8, "AIFC"));
    }
  },
  MPEG("MPEG audio", "mp3", "mp2", "aac") {
    /** An ID3 tag, or eleven bits of a frame's header; layer 0 is AAC's own framing. */
    @Override
    boolean begins(byte[] head) {
      return has(head, 0, "ID3")
          || (head.length > 3 && head[0] == (byte) 0xFF && (head[1] & 0xE0) == 0xE0);
    }
  };

  private final String title;
  private final String endings; // with a blank around each

  Container(String title, String... endings) {
    this.title = title;
    this.endings = " " + String.join(" ", endings) + " ";
  }

  /** Whether a file that begins with {@code head} is of this kind. */
  abstract boolean begins(byte[] head);

  String title() {
    return title;
  }

  static Optional<Container> of(byte[] head) {
    return Arrays.stream(values()).filter(c -> c.begins(head)).findFirst();
  }

  static List<String> allEndings() {
    return Arrays.stream(values())
        .flatMap(c -> Pattern.compile(" ").splitAsStream(c.endings.strip()))
        .distinct()
        .toList();
  }

  /** What to remark where the name's ending is that of other kinds of files only. */
  Optional<String> remark(String fileName) {
    String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String word = " " + ending + " ";
    boolean known = Arrays.stream(values()).anyMatch(c -> c.endings.contains(word));
    return fileName.contains(".") && known && !endings.contains(word)
        ? Optional.of("named ." + ending + ", but its content is " + title)
        : Optional.empty();
  }

  private static boolean has(byte[] head, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return head.length >= at + bytes.length
        && Arrays.equals(head, at, at + bytes.length, bytes, 0, bytes.length);
  }
}
