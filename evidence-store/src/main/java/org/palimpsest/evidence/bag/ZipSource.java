package org.palimpsest.evidence.bag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** A bag in a zip file. Everything about it is checked when it is opened, but for its content. */
final class ZipSource implements BagSource {
  private static final int BUFFER = 1 << 16;

  private final FileChannel channel;
  private final ZipBytes zip;
  private final Map<String, ZipMember> members = new HashMap<>();
  private final SortedMap<String, Long> files = new TreeMap<>();

  private ZipSource(FileChannel channel) throws IOException {
    this.channel = channel;
    this.zip = new ZipBytes(channel);
  }

  static ZipSource open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      ZipSource source = new ZipSource(channel);
      source.readMembers();
      return source;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public SortedMap<String, Long> files() {
    return Collections.unmodifiableSortedMap(files);
  }

  @Override
  public InputStream open(String name) throws IOException {
    ZipMember member = members.get(name);
    if (member == null) {
      throw new IOException("there is no " + SafeNames.shown(name) + " in the bag");
    }
    long end = member.data() + member.packed();
    InputStream packed = zip.stream(member.data(), end);
    InputStream content =
        member.method() == ZipMember.STORED ? packed : new Inflating(packed, member.packed());
    return new ExactInputStream(content, name, member.size(), OptionalLong.of(member.crc()));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void readMembers() throws IOException {
    ZipDirectory directory = new ZipDirectory(zip);
    List<ZipMember> inZip = directory.read();
    SafeNames names = new SafeNames();
    String top = null;
    for (ZipMember member : new ZipLayout(zip).check(inZip, directory.begin())) {
      String name = member.name();
      String plain = member.folder() ? name.substring(0, name.length() - 1) : name;
      names.add(plain, member.folder());
      int slash = name.indexOf('/');
      String folder = slash < 0 ? "" : name.substring(0, slash + 1);
      if (slash < 0 || (top != null && !top.equals(folder))) {
        throw new BagException("it has not one top folder, as a bag has");
      }
      top = folder;
      if (!member.folder()) {
        members.put(name.substring(slash + 1), member);
        files.put(name.substring(slash + 1), member.size());
      }
    }
  }

  /** Inflates, and minds that nothing is left over behind the deflated stream. */
  private static final class Inflating extends InflaterInputStream {
    private final long packed;

    Inflating(InputStream in, long packed) {
      super(in, new Inflater(true), BUFFER);
      this.packed = packed;
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
      int n = super.read(buffer, offset, count);
      if (n < 0 && inf.getBytesRead() != packed) {
        throw new IOException("a packed file has data behind its end");
      }
      return n;
    }

    @Override
    public void close() throws IOException {
      inf.end();
      super.close();
    }
  }
}
