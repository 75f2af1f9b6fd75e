package org.palimpsest.evidence.bag;

/**
 * One file of a zip, as the central directory has it.
 *
 * @param name as it stands there
 * @param header where its local header begins
 * @param flags general purpose bits
 * @param method 0 (stored) or 8 (deflated)
 * @param time DOS date and time
 * @param crc CRC-32 of the content
 * @param packed bytes in the zip
 * @param size bytes of the content
 * @param data where the packed bytes begin; −1 before the local header was read
 */
record ZipMember(
    String name,
    long header,
    int flags,
    int method,
    long time,
    long crc,
    long packed,
    long size,
    long data) {
  static final int STORED = 0;
  static final int DEFLATED = 8;

  private static final int DESCRIPTOR = 1 << 3;

  boolean folder() {
    return name.endsWith("/");
  }

  /** Whether sizes and CRC follow the content instead of standing before it. */
  boolean described() {
    return (flags & DESCRIPTOR) != 0;
  }

  ZipMember at(long place) {
    return new ZipMember(name, header, flags, method, time, crc, packed, size, place);
  }
}
