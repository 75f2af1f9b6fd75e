package org.palimpsest.analysis.audio;

import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.util.Optional;

/**
 * How one sample lies in a WAV file (little-endian). Integers are scaled by a power of two, so that
 * their values are exact; A-law and µ-law are expanded by ITU-T G.711 to 13 and 14 bits.
 */
enum SampleCoding {
  PCM_8(1, 8, "PCM 8 bit") {
    @Override
    double next(ByteBuffer in) {
      return (Byte.toUnsignedInt(in.get()) - 128) / 128.0;
    }
  },
  PCM_16(1, 16, "PCM 16 bit") {
    @Override
    double next(ByteBuffer in) {
      return in.getShort() / 32768.0;
    }

    @Override
    void next(ByteBuffer in, double[] out, int count) { // most recordings are such
      ShortBuffer codes = in.asShortBuffer();
      for (int i = 0; i < count; i++) {
        out[i] = codes.get(i) / 32768.0;
      }
      in.position(in.position() + 2 * count);
    }
  },
  PCM_24(1, 24, "PCM 24 bit") {
    @Override
    double next(ByteBuffer in) {
      int low = Short.toUnsignedInt(in.getShort());
      return ((in.get() << 16) | low) / 8388608.0;
    }
  },
  PCM_32(1, 32, "PCM 32 bit") {
    @Override
    double next(ByteBuffer in) {
      return in.getInt() / 2147483648.0;
    }
  },
  FLOAT_32(3, 32, "float 32 bit") {
    @Override
    double next(ByteBuffer in) {
      return in.getFloat();
    }
  },
  FLOAT_64(3, 64, "float 64 bit") {
    @Override
    double next(ByteBuffer in) {
      return in.getDouble();
    }
  },
  A_LAW(6, 8, "A-law") {
    @Override
    double next(ByteBuffer in) {
      int code = in.get() ^ 0x55;
      int exponent = (code >> 4) & 7;
      int mantissa = ((code & 15) << 4) + 8;
      int magnitude = exponent == 0 ? mantissa : (mantissa + 0x100) << (exponent - 1);
      return ((code & 0x80) != 0 ? magnitude : -magnitude) / 32768.0;
    }
  },
  MU_LAW(7, 8, "µ-law") {
    @Override
    double next(ByteBuffer in) {
      int code = ~in.get();
      int magnitude = ((((code & 15) << 3) + 0x84) << ((code >> 4) & 7)) - 0x84;
      return ((code & 0x80) != 0 ? -magnitude : magnitude) / 32768.0;
    }
  };

  private final int tag;
  private final int bits;
  private final String title;

  SampleCoding(int tag, int bits, String title) {
    this.tag = tag;
    this.bits = bits;
    this.title = title;
  }

  /** The next sample, full scale ±1. */
  abstract double next(ByteBuffer in);

  /** The next {@code count} samples. */
  void next(ByteBuffer in, double[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = next(in);
    }
  }

  int bytes() {
    return bits / 8;
  }

  String title() {
    return title;
  }

  static Optional<SampleCoding> find(int tag, int bits) {
    for (SampleCoding coding : values()) {
      if (coding.tag == tag && coding.bits == bits) {
        return Optional.of(coding);
      }
    }
    return Optional.empty();
  }
}
