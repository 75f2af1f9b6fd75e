package org.palimpsest.evidence.bag;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The central directory of a zip, read strictly: it ends where the file ends, and everything in it
 * is understood. A reader that skips what it does not know sees other files than the next reader.
 */
final class ZipDirectory {
  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int END64 = 0x06064b50;
  private static final int END64_BYTES = 56;
  private static final int LOCATOR = 0x07064b50;
  private static final int LOCATOR_BYTES = 20;
  private static final int ENTRY = 0x02014b50;
  private static final int ENTRY_BYTES = 46;

  /** Two bits say how hard was packed, one that sizes follow, one that the name is UTF-8. */
  private static final int KNOWN_FLAGS = 0x080e;

  private static final int UTF8 = 1 << 11;
  private static final int FILE_TYPE = 0170000;
  private static final int REGULAR = 0100000;
  private static final int FOLDER = 0040000;

  /** No deflated stream grows by more. */
  private static final int LARGEST_RATIO = 1032;

  private final ZipBytes zip;
  private long begin;
  private long end;
  private long count;

  ZipDirectory(ZipBytes zip) {
    this.zip = zip;
  }

  /** Where the central directory begins: the files end there. */
  long begin() {
    return begin;
  }

  List<ZipMember> read() throws IOException {
    findEnd();
    List<ZipMember> members = new ArrayList<>();
    long place = begin;
    while (place < end) {
      ByteBuffer entry = zip.at(place, ENTRY_BYTES);
      int rest = unsigned(entry, 28) + unsigned(entry, 30) + unsigned(entry, 32);
      members.add(member(entry, zip.at(place + ENTRY_BYTES, rest)));
      place += ENTRY_BYTES + rest;
    }
    if (place != end || members.size() != count) {
      throw new BagException("its central directory has another length than it says");
    }
    return members;
  }

  private void findEnd() throws IOException {
    if (zip.length() < END_BYTES) {
      throw new BagException("it is no zip file");
    }
    long place = zip.length() - END_BYTES;
    ByteBuffer last = zip.at(place, END_BYTES);
    if (last.getInt(0) != END || unsigned(last, 20) != 0) {
      throw new BagException("it is no zip file, or has a comment or other data after its end");
    }
    count = unsigned(last, 10);
    begin = last.getInt(16) & 0xffffffffL;
    end = begin + (last.getInt(12) & 0xffffffffL);
    boolean whole = last.getInt(4) == 0 && unsigned(last, 8) == count && end == place;
    // some programs look for the larger record always, others only where it is needed
    if (hasLocator(place)) {
      whole = findEnd64(place - LOCATOR_BYTES - END64_BYTES, last);
    }
    if (!whole || begin < 0) {
      throw new BagException("its central directory does not end where the file ends");
    }
  }

  private boolean hasLocator(long place) throws IOException {
    return place >= LOCATOR_BYTES + END64_BYTES
        && zip.at(place - LOCATOR_BYTES, LOCATOR_BYTES).getInt(0) == LOCATOR;
  }

  private boolean findEnd64(long place, ByteBuffer narrow) throws IOException {
    ByteBuffer wide = zip.at(place, END64_BYTES);
    count = wide.getLong(32);
    begin = wide.getLong(48);
    end = begin + wide.getLong(40);
    return zip.at(place + END64_BYTES, LOCATOR_BYTES).getLong(8) == place
        && wide.getInt(0) == END64
        && wide.getLong(4) == END64_BYTES - 12
        && wide.getLong(16) == 0
        && wide.getLong(24) == count
        && agrees(unsigned(narrow, 10), 0xffff, count)
        && agrees(narrow.getInt(12) & 0xffffffffL, 0xffffffffL, wide.getLong(40))
        && agrees(narrow.getInt(16) & 0xffffffffL, 0xffffffffL, begin)
        && end == place;
  }

  private static boolean agrees(long narrow, long full, long wide) {
    return narrow == full || narrow == wide;
  }

  private static ZipMember member(ByteBuffer entry, ByteBuffer rest) throws IOException {
    int flags = unsigned(entry, 8);
    byte[] raw = new byte[unsigned(entry, 28)];
    if (entry.getInt(0) != ENTRY || unsigned(entry, 32) != 0 || unsigned(entry, 34) != 0) {
      throw new BagException("its central directory is damaged, or has a comment");
    }
    rest.get(raw);
    String name = name(raw, flags);
    if ((flags & ~KNOWN_FLAGS) != 0) {
      throw new BagException(SafeNames.shown(name) + " is encrypted, or packed in an unusual way");
    }
    ZipSizes sizes =
        ZipSizes.of(
            entry.getInt(24), entry.getInt(20), entry.getInt(42), slice(rest, unsigned(entry, 30)));
    ZipMember member =
        new ZipMember(
            name,
            sizes.offset(),
            flags,
            unsigned(entry, 10),
            entry.getInt(12) & 0xffffffffL,
            entry.getInt(16) & 0xffffffffL,
            sizes.packed(),
            sizes.size(),
            -1);
    requireKind(member, entry.getInt(38) >>> 16);
    return member;
  }

  private static void requireKind(ZipMember member, int mode) throws BagException {
    String name = SafeNames.shown(member.name());
    int type = mode & FILE_TYPE;
    if (type != 0 && type != (member.folder() ? FOLDER : REGULAR)) {
      throw new BagException(name + " is a link or a special file");
    }
    boolean stored = member.method() == ZipMember.STORED && member.packed() == member.size();
    boolean deflated =
        member.method() == ZipMember.DEFLATED
            && member.size() / LARGEST_RATIO <= member.packed()
            && member.packed() >= 2;
    if (!stored && !deflated) {
      throw new BagException(name + " is packed in an unusual way, or smaller than is possible");
    }
    if (member.folder() && member.size() != 0) {
      throw new BagException(name + " is a folder with content");
    }
  }

  private static String name(byte[] raw, int flags) throws BagException {
    try {
      var charset = (flags & UTF8) != 0 ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII;
      return charset.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException e) {
      throw new BagException("a name in it is not UTF-8", e);
    }
  }

  private static ByteBuffer slice(ByteBuffer bytes, int count) {
    return bytes.slice(bytes.position(), count).order(ByteOrder.LITTLE_ENDIAN);
  }

  static int unsigned(ByteBuffer bytes, int place) {
    return bytes.getShort(place) & 0xffff;
  }
}
