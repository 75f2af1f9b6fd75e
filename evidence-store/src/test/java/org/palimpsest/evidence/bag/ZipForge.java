package org.palimpsest.evidence.bag;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A zip, written field by field, in which every field can be a lie. */
final class ZipForge {
  static final int UTF8 = 1 << 11;

  private final List<Part> parts = new ArrayList<>();
  byte[] before = {};
  byte[] beforeDirectory = {};
  byte[] after = {};
  String comment = "";
  int countLie;
  boolean zip64;
  Consumer<ByteBuffer> endLie = end -> {};

  /** One file, with what the local header and the directory say of it. */
  static final class Part {
    String name;
    String localName;
    byte[] packed;
    int method;
    int localMethod;
    int flags = UTF8;
    int localFlags = UTF8;
    long crc;
    long localCrc;
    long size;
    long localSize;
    long packedSize;
    int mode;
    int time = 0x5c610000;
    int localTime = 0x5c610000;
    byte[] extra = {};
    byte[] localExtra = {};
    byte[] descriptor = {};
    String comment = "";
    int offsetLie;
  }

  Part add(String name, byte[] content) {
    return add(name, content, false);
  }

  Part add(String name, String content) {
    return add(name, content.getBytes(StandardCharsets.UTF_8), false);
  }

  Part add(String name, byte[] content, boolean deflated) {
    Part part = new Part();
    part.name = name;
    part.localName = name;
    part.packed = deflated ? deflate(content) : content;
    part.method = deflated ? 8 : 0;
    part.localMethod = part.method;
    CRC32 crc = new CRC32();
    crc.update(content);
    part.crc = crc.getValue();
    part.localCrc = part.crc;
    part.size = content.length;
    part.localSize = part.size;
    part.packedSize = part.packed.length;
    parts.add(part);
    return part;
  }

  /** As somebody writes it who does not know the sizes yet: they follow the content. */
  static void describe(Part part, boolean named, boolean wide) {
    ByteBuffer descriptor = little((named ? 4 : 0) + 4 + (wide ? 16 : 8));
    if (named) {
      descriptor.putInt(0x08074b50);
    }
    descriptor.putInt((int) part.crc);
    if (wide) {
      descriptor.putLong(part.packedSize).putLong(part.size);
    } else {
      descriptor.putInt((int) part.packedSize).putInt((int) part.size);
    }
    part.descriptor = bytes(descriptor);
    part.flags |= 8;
    part.localFlags |= 8;
    part.localCrc = 0;
    part.localSize = 0;
  }

  Path write(Path file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    out.writeBytes(before);
    for (Part part : parts) {
      directory.writeBytes(central(part, out.size() + part.offsetLie));
      out.writeBytes(local(part));
      out.writeBytes(part.packed);
      out.writeBytes(part.descriptor);
    }
    out.writeBytes(beforeDirectory);
    int begin = out.size();
    out.writeBytes(directory.toByteArray());
    int count = parts.size() + countLie;
    if (zip64) {
      int place = out.size();
      out.writeBytes(
          little(56)
              .putInt(0x06064b50)
              .putLong(44)
              .putInt(0x002d002d)
              .putLong(0)
              .putLong(count)
              .putLong(count)
              .putLong(directory.size())
              .putLong(begin)
              .array());
      out.writeBytes(little(20).putInt(0x07064b50).putInt(0).putLong(place).putInt(1).array());
    }
    ByteBuffer end = little(22 + comment.length());
    end.putInt(0x06054b50).putInt(0).putShort((short) count).putShort((short) count);
    end.putInt(zip64 ? -1 : directory.size()).putInt(zip64 ? -1 : begin);
    end.putShort((short) comment.length()).put(comment.getBytes(StandardCharsets.US_ASCII));
    endLie.accept(end);
    out.writeBytes(bytes(end));
    out.writeBytes(after);
    return Files.write(file, out.toByteArray());
  }

  private static byte[] local(Part part) {
    byte[] name = part.localName.getBytes(StandardCharsets.UTF_8);
    return little(30 + name.length + part.localExtra.length)
        .putInt(0x04034b50)
        .putShort((short) 20)
        .putShort((short) part.localFlags)
        .putShort((short) part.localMethod)
        .putInt(part.localTime)
        .putInt((int) part.localCrc)
        .putInt(part.descriptor.length > 0 ? 0 : (int) part.packedSize)
        .putInt((int) part.localSize)
        .putShort((short) name.length)
        .putShort((short) part.localExtra.length)
        .put(name)
        .put(part.localExtra)
        .array();
  }

  private static byte[] central(Part part, int offset) {
    byte[] name = part.name.getBytes(StandardCharsets.UTF_8);
    return little(46 + name.length + part.extra.length + part.comment.length())
        .putInt(0x02014b50)
        .putShort((short) 0x031e)
        .putShort((short) 20)
        .putShort((short) part.flags)
        .putShort((short) part.method)
        .putInt(part.time)
        .putInt((int) part.crc)
        .putInt((int) part.packedSize)
        .putInt((int) part.size)
        .putShort((short) name.length)
        .putShort((short) part.extra.length)
        .putShort((short) part.comment.length())
        .putInt(0)
        .putInt(part.mode << 16)
        .putInt(offset)
        .put(name)
        .put(part.extra)
        .put(part.comment.getBytes(StandardCharsets.US_ASCII))
        .array();
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.capacity()];
    buffer.rewind().get(bytes);
    return bytes;
  }

  static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  static byte[] deflate(byte[] content) {
    Deflater deflater = new Deflater(9, true);
    deflater.setInput(content);
    deflater.finish();
    byte[] out = new byte[content.length + 100];
    int n = deflater.deflate(out);
    deflater.end();
    return java.util.Arrays.copyOf(out, n);
  }
}
