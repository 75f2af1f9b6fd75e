package org.palimpsest.analysis.ffmpeg.child;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_SKIP_SAMPLES;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_get_side_data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.SizeTPointer;

/** Counts what went well and what did not. */
final class PacketTally {
  private static final int SKIP_BYTES = 10;

  private long packets;
  private long bad;
  private long foreign;
  private long skippedAtStart;
  private long skippedAtEnd;
  private String ending = "";

  /** A packet of the stream that is decoded. */
  void packet(AVPacket packet) {
    packets++;
    if ((packet.flags() & AV_PKT_FLAG_CORRUPT) != 0) {
      bad++;
    }
    try (SizeTPointer size = new SizeTPointer(1)) {
      BytePointer side = av_packet_get_side_data(packet, AV_PKT_DATA_SKIP_SAMPLES, size);
      if (side != null && !side.isNull() && size.get() >= SKIP_BYTES) {
        ByteBuffer skip = side.capacity(SKIP_BYTES).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        skippedAtStart += Integer.toUnsignedLong(skip.getInt(0));
        skippedAtEnd += Integer.toUnsignedLong(skip.getInt(4));
      }
    }
  }

  /** The decoder would not take the last packet. */
  void refused() {
    bad++;
  }

  /** Samples came out at another rate or of another number of channels, and are left out. */
  void foreign() {
    foreign++;
  }

  /** The file could not be read to its end. */
  void endedEarly(String words) {
    ending = words;
  }

  long skippedAtStart() {
    return skippedAtStart;
  }

  long skippedAtEnd() {
    return skippedAtEnd;
  }

  /**
   * @param declared negative where nothing is
   * @param tolerance in samples, by which a whole file may miss it
   */
  List<String> remarks(long declared, long decoded, long tolerance) {
    List<String> remarks = new ArrayList<>();
    if (bad > 0) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "damaged: %d of %d packets are not whole or cannot be decoded; what follows such a"
                  + " place can be too early",
              Math.min(bad, packets),
              packets));
    }
    if (foreign > 0) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "%d pieces have another sample rate or number of channels and are left out",
              foreign));
    }
    if (!ending.isEmpty()) {
      remarks.add("the file cannot be read to its end (" + ending + ")");
    }
    if (declared >= 0 && Math.abs(decoded - declared) > tolerance) {
      remarks.add(
          String.format(
              Locale.ROOT, "the file promises %d samples, %d were decoded", declared, decoded));
    }
    return remarks;
  }
}
