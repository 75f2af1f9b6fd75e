package org.palimpsest.analysis.audio;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** WAV files built byte by byte, sound or broken. */
final class WavBytes {
  private WavBytes() {}

  static byte[] file(int tag, int bits, int channels, int hertz, byte[] data) {
    return riff(format(tag, bits, channels, hertz), chunk("data", data));
  }

  static byte[] riff(byte[]... chunks) {
    byte[] body = join(chunks);
    return join(ascii("RIFF"), int32(body.length + 4), ascii("WAVE"), body);
  }

  static byte[] format(int tag, int bits, int channels, int hertz) {
    return format(tag, bits, channels, hertz, channels * bits / 8);
  }

  static byte[] format(int tag, int bits, int channels, int hertz, int frameBytes) {
    return chunk("fmt ", fields(tag, bits, channels, hertz, frameBytes));
  }

  /** WAVE_FORMAT_EXTENSIBLE with the sub-format {@code tag} of the standard family. */
  static byte[] extensible(int tag, int bits, int channels, int hertz) {
    return extensible(
        tag,
        bits,
        channels,
        hertz,
        new byte[] {
          0, 0, 0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xAA, 0, 0x38, (byte) 0x9B, 0x71
        });
  }

  static byte[] extensible(int tag, int bits, int channels, int hertz, byte[] family) {
    byte[] tail = join(int16(22), int16(bits), int32(0), int16(tag), family);
    return chunk("fmt ", join(fields(0xFFFE, bits, channels, hertz, channels * bits / 8), tail));
  }

  static byte[] chunk(String id, byte[] body) {
    return join(ascii(id), int32(body.length), body, new byte[body.length % 2]);
  }

  /** A chunk header that states a size which need not be true. */
  static byte[] header(String id, int size) {
    return join(ascii(id), int32(size));
  }

  static byte[] pcm16(int... codes) {
    byte[] data = new byte[2 * codes.length];
    ByteBuffer out = wrap(data);
    for (int code : codes) {
      out.putShort((short) code);
    }
    return data;
  }

  static byte[] floats(float... values) {
    byte[] data = new byte[4 * values.length];
    wrap(data).asFloatBuffer().put(values);
    return data;
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] fields(int tag, int bits, int channels, int hertz, int frameBytes) {
    return join(
        int16(tag),
        int16(channels),
        int32(hertz),
        int32(hertz * frameBytes),
        int16(frameBytes),
        int16(bits));
  }

  static byte[] int32(int value) {
    return new byte[] {
      (byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)
    };
  }

  static byte[] int16(int value) {
    return new byte[] {(byte) value, (byte) (value >> 8)};
  }

  static ByteBuffer wrap(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
