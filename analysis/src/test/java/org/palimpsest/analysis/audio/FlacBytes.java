package org.palimpsest.analysis.audio;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;

/** A small FLAC encoder after RFC 9639, to have files whose every sample and bit is known. */
final class FlacBytes {
  /** How the samples of a frame are coded. */
  enum Subframe {
    CONSTANT,
    VERBATIM,
    FIXED_2
  }

  /** Where the audio frames begin if there is no metadata but STREAMINFO. */
  static final int FIRST_FRAME = 42;

  private final int hertz;
  private final int bits;
  private final int blockSize;
  private final Subframe subframe;
  private final boolean midSide;

  FlacBytes(int hertz, int bits, int blockSize, Subframe subframe, boolean midSide) {
    this.hertz = hertz;
    this.bits = bits;
    this.blockSize = blockSize;
    this.subframe = subframe;
    this.midSide = midSide;
  }

  /** The file of {@code samples[channel][frame]}. */
  byte[] encode(int[][] samples) throws Exception {
    int length = samples[0].length;
    byte[] md5 = md5(samples);
    return WavBytes.join(streamInfo(samples.length, length, md5, true), frames(samples));
  }

  /** {@code fLaC} and STREAMINFO; {@code last} unless more metadata follow. */
  byte[] streamInfo(int channels, long length, byte[] md5, boolean last) {
    Bits out = new Bits();
    out.put(0x664C6143, 32);
    out.put(last ? 0x80 : 0, 8);
    out.put(34, 24);
    out.put(blockSize, 16);
    out.put(blockSize, 16);
    out.put(0, 48);
    out.put(hertz, 20);
    out.put(channels - 1, 3);
    out.put(bits - 1, 5);
    out.put(length, 36);
    return WavBytes.join(out.bytes(), md5);
  }

  byte[] frames(int[][] samples) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    int number = 0;
    for (int start = 0; start < samples[0].length; start += blockSize) {
      int count = Math.min(blockSize, samples[0].length - start);
      all.writeBytes(frame(samples, start, count, number++));
    }
    return all.toByteArray();
  }

  byte[] md5(int[][] samples) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("MD5");
    for (int i = 0; i < samples[0].length; i++) {
      for (int[] channel : samples) {
        for (int b = 0; b < (bits + 7) / 8; b++) {
          digest.update((byte) (channel[i] >> (8 * b)));
        }
      }
    }
    return digest.digest();
  }

  private byte[] frame(int[][] samples, int start, int count, int number) {
    Bits out = new Bits();
    out.put(0x3FFE, 14);
    out.put(0, 2); // fixed block size
    out.put(7, 4); // block size in 16 bits at the end of the header
    out.put(0, 4); // sample rate of STREAMINFO
    out.put(midSide ? 10 : samples.length - 1, 4);
    out.put(0, 4); // sample size of STREAMINFO
    if (number < 0x80) {
      out.put(number, 8);
    } else {
      out.put(0xC0 | (number >> 6), 8);
      out.put(0x80 | (number & 0x3F), 8);
    }
    out.put(count - 1, 16);
    out.put(crc(out.bytes(), 0x07, 8), 8);
    for (int c = 0; c < samples.length; c++) {
      int[] values = new int[count];
      for (int i = 0; i < count; i++) {
        values[i] = samples[c][start + i];
        if (midSide) {
          int left = samples[0][start + i];
          int right = samples[1][start + i];
          values[i] = c == 0 ? (left + right) >> 1 : left - right;
        }
      }
      subframe(out, values, midSide && c == 1 ? bits + 1 : bits);
    }
    out.align();
    out.put(crc(out.bytes(), 0x8005, 16), 16);
    return out.bytes();
  }

  private void subframe(Bits out, int[] values, int width) {
    out.put(0, 1);
    out.put(
        switch (subframe) {
          case CONSTANT -> 0;
          case VERBATIM -> 1;
          case FIXED_2 -> 8 + 2;
        },
        6);
    out.put(0, 1); // no wasted bits
    if (subframe == Subframe.CONSTANT) {
      out.put(values[0], width);
    } else if (subframe == Subframe.VERBATIM) {
      for (int value : values) {
        out.put(value, width);
      }
    } else {
      fixed(out, values, width);
    }
  }

  private static void fixed(Bits out, int[] values, int width) {
    int rice = Math.min(14, width / 2);
    out.put(values[0], width);
    out.put(values[1], width);
    out.put(0, 2); // Rice coding with parameters of 4 bits
    out.put(0, 4); // one partition
    out.put(rice, 4);
    for (int i = 2; i < values.length; i++) {
      int residual = values[i] - 2 * values[i - 1] + values[i - 2];
      int folded = (residual << 1) ^ (residual >> 31);
      for (int q = folded >>> rice; q > 0; q--) {
        out.put(0, 1);
      }
      out.put(1, 1);
      out.put(folded, rice);
    }
  }

  private static int crc(byte[] bytes, int polynomial, int width) {
    int crc = 0;
    for (byte b : bytes) {
      crc ^= (b & 0xFF) << (width - 8);
      for (int i = 0; i < 8; i++) {
        crc = (crc & (1 << (width - 1))) != 0 ? (crc << 1) ^ polynomial : crc << 1;
      }
    }
    return crc & ((1 << width) - 1);
  }

  private static final class Bits {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int pending;
    private int used;

    void put(long value, int width) {
      for (int i = width - 1; i >= 0; i--) {
        pending = (pending << 1) | (int) ((value >> i) & 1);
        if (++used == 8) {
          out.write(pending);
          pending = 0;
          used = 0;
        }
      }
    }

    void align() {
      while (used != 0) {
        put(0, 1);
      }
    }

    byte[] bytes() {
      return out.toByteArray();
    }
  }
}
