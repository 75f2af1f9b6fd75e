package org.palimpsest.evidence.bag;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Whether the files of a zip lie one behind the other from its first byte to its central directory,
 * each with a local header that says the same as the directory. Then no byte is read twice (which
 * is how a small zip unpacks to petabytes), none is hidden, and no program sees other files.
 */
final class ZipLayout {
  private static final int LOCAL = 0x04034b50;
  private static final int LOCAL_BYTES = 30;
  private static final int DESCRIPTOR = 0x08074b50;

  private final ZipBytes zip;

  ZipLayout(ZipBytes zip) {
    this.zip = zip;
  }

  /** The members with the place of their data. */
  List<ZipMember> check(List<ZipMember> members, long end) throws IOException {
    List<ZipMember> inOrder = new ArrayList<>(members);
    inOrder.sort(Comparator.comparingLong(ZipMember::header));
    List<ZipMember> placed = new ArrayList<>();
    long place = 0;
    for (int i = 0; i < inOrder.size(); i++) {
      if (inOrder.get(i).header() != place) {
        throw new BagException("there is other data before or between its files, or they overlap");
      }
      ZipMember member = local(inOrder.get(i));
      long next = i + 1 < inOrder.size() ? inOrder.get(i + 1).header() : end;
      requireDescriptor(member, next);
      placed.add(member);
      place = next;
    }
    if (place != end) {
      throw new BagException("it holds no file, or other data between them");
    }
    return placed;
  }

  private ZipMember local(ZipMember member) throws IOException {
    ByteBuffer local = zip.at(member.header(), LOCAL_BYTES);
    int nameLength = ZipDirectory.unsigned(local, 26);
    int extraLength = ZipDirectory.unsigned(local, 28);
    long place = member.header() + LOCAL_BYTES;
    byte[] name = new byte[nameLength];
    zip.at(place, nameLength).get(name);
    ByteBuffer extra = zip.at(place + nameLength, extraLength);
    boolean same =
        local.getInt(0) == LOCAL
            && ZipDirectory.unsigned(local, 6) == member.flags()
            && ZipDirectory.unsigned(local, 8) == member.method()
            && (local.getInt(10) & 0xffffffffL) == member.time()
            && Arrays.equals(name, member.name().getBytes(StandardCharsets.UTF_8));
    ZipSizes sizes = ZipSizes.of(local.getInt(22), local.getInt(18), 0, extra);
    long crc = local.getInt(14) & 0xffffffffL;
    boolean stated =
        crc == member.crc() && sizes.packed() == member.packed() && sizes.size() == member.size();
    // who packs without going back writes zeros here and the sizes behind the content
    boolean open = member.described() && crc == 0 && sizes.packed() == 0 && sizes.size() == 0;
    if (!same || !(stated || open)) {
      throw new BagException(
          SafeNames.shown(member.name()) + " is described differently in two places of it");
    }
    return member.at(place + nameLength + extraLength);
  }

  private void requireDescriptor(ZipMember member, long next) throws IOException {
    long rest = next - member.data() - member.packed();
    boolean fits = rest == 0;
    if (member.described() && rest >= 12 && rest <= 24) {
      ByteBuffer after = zip.at(next - rest, (int) rest);
      boolean named = rest == 16 || rest == 24;
      boolean wide = rest == 20 || rest == 24;
      fits =
          (!named || after.getInt() == DESCRIPTOR)
              && (after.getInt() & 0xffffffffL) == member.crc()
              && number(after, wide) == member.packed()
              && number(after, wide) == member.size()
              && !after.hasRemaining();
    } else if (member.described()) {
      fits = false;
    }
    if (!fits) {
      throw new BagException(
          "there is other data behind " + SafeNames.shown(member.name()) + ", or it overlaps");
    }
  }

  private static long number(ByteBuffer bytes, boolean wide) {
    if (wide) {
      return bytes.remaining() < 8 ? -1 : bytes.getLong();
    }
    return bytes.remaining() < 4 ? -1 : bytes.getInt() & 0xffffffffL;
  }
}
