package org.palimpsest.evidence.bundle;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.palimpsest.evidence.format.Sha256;

/**
 * A bag while it is written into a zip, front to back, in the order of the calls. Its bytes depend
 * on content, names and time alone.
 */
final class BagZip {
  private static final String PAYLOAD = "manifest-sha256.txt";
  private static final int BUFFER = 1 << 16;

  private final ZipOutputStream zip;
  private final String top;
  private final LocalDateTime time;
  private final SortedMap<String, Sha256> payload = new TreeMap<>();
  private final SortedMap<String, Sha256> tags = new TreeMap<>();
  private long payloadBytes;

  BagZip(OutputStream out, String name, Instant time) {
    this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    this.top = name + "/";
    this.time = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
  }

  /** Opens a stream. */
  interface Content {
    InputStream open() throws IOException;
  }

  /** Writes text. */
  interface Text {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Adds a text below {@code data/}, packed. */
  void addText(String name, Text text) throws IOException {
    MessageDigest digest = Sha256.newDigest();
    zip.putNextEntry(entry("data/" + name));
    OutputStream counted =
        new FilterOutputStream(zip) {
          @Override
          public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int offset, int count) throws IOException {
            digest.update(bytes, offset, count);
            payloadBytes += count;
            zip.write(bytes, offset, count);
          }
        };
    text.writeTo(counted);
    zip.closeEntry();
    payload.put("data/" + name, Sha256.ofRaw(digest.digest()));
  }

  /**
   * Adds content below {@code data/} as it is. It is read twice, because a zip states size and CRC
   * of what is not packed before it.
   */
  void addStored(String name, Sha256 sha256, long size, Content content) throws IOException {
    ZipEntry entry = entry("data/" + name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(size);
    entry.setCrc(crc(content));
    zip.putNextEntry(entry);
    try (InputStream in = content.open()) {
      in.transferTo(zip);
    }
    zip.closeEntry();
    payload.put("data/" + name, sha256);
    payloadBytes += size;
  }

  /** Size and number of the payload files, as {@code bag-info.txt} states them. */
  String oxum() {
    return payloadBytes + "." + payload.size();
  }

  /** Adds the four tag files and ends the zip; the stream below stays open. */
  void finish(String info) throws IOException {
    addTag("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    addTag("bag-info.txt", info);
    addTag(PAYLOAD, lines(payload));
    addTag("tagmanifest-sha256.txt", lines(tags));
    zip.finish();
  }

  private void addTag(String name, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    zip.putNextEntry(entry(name));
    zip.write(bytes);
    zip.closeEntry();
    tags.put(name, Sha256.hash(bytes));
  }

  private ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(top + name);
    entry.setTimeLocal(time);
    return entry;
  }

  private static long crc(Content content) throws IOException {
    CRC32 crc = new CRC32();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = content.open()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        crc.update(buffer, 0, n);
      }
    }
    return crc.getValue();
  }

  private static String lines(SortedMap<String, Sha256> hashes) {
    StringBuilder lines = new StringBuilder();
    hashes.forEach(
        // RFC 8493, section 2.1.3; line ends cannot occur in these names
        (name, hash) ->
            lines.append(hash).append("  ").append(name.replace("%", "%25")).append('\n'));
    return lines.toString();
  }
}
