package org.palimpsest.analysis.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether an Ogg file ends where its stream says that it ends (RFC 3533, section 6): nothing else
 * in it shows that it was cut between two pages.
 */
final class OggEnd {
  private static final int LONGEST_PAGE = 27 + 255 + 255 * 255;
  private static final int HEADER = 27;
  private static final int LAST_PAGE = 4;

  private OggEnd() {}

  /** What to remark, if anything. */
  static Optional<String> remark(Path file) throws IOException {
    byte[] tail = tail(file);
    String text = new String(tail, StandardCharsets.ISO_8859_1);
    int page = text.lastIndexOf("OggS");
    while (page > 0 && !endsAt(tail, page, tail.length)) {
      page = text.lastIndexOf("OggS", page - 1); // these four may stand within a packet
    }
    if (page < 0 || !endsAt(tail, page, tail.length)) {
      return Optional.of("cut: the file ends within a page of Ogg");
    }
    return (tail[page + 5] & LAST_PAGE) == 0
        ? Optional.of("the stream does not end in this file: a part behind may be missing")
        : Optional.empty();
  }

  /** Whether a page that begins at {@code page} ends exactly at {@code end}. */
  private static boolean endsAt(byte[] bytes, int page, int end) {
    if (page + HEADER > end) {
      return false;
    }
    int segments = Byte.toUnsignedInt(bytes[page + HEADER - 1]);
    int at = page + HEADER + segments;
    for (int i = 0; i < segments && page + HEADER + i < end; i++) {
      at += Byte.toUnsignedInt(bytes[page + HEADER + i]);
    }
    return at == end;
  }

  private static byte[] tail(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long start = Math.max(0, channel.size() - LONGEST_PAGE);
      ByteBuffer tail = ByteBuffer.allocate((int) (channel.size() - start));
      while (tail.hasRemaining() && channel.read(tail, start + tail.position()) >= 0) {}
      return tail.array();
    }
  }
}
