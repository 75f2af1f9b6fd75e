package org.palimpsest.analysis.audio;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import org.palimpsest.analysis.RefusedException;

/** The {@code fmt } chunk: RIFF/WAVE, Microsoft and IBM 1991, with WAVE_FORMAT_EXTENSIBLE. */
record WavFormat(SampleCoding coding, SampleRate rate, int channels) {
  private static final int EXTENSIBLE = 0xFFFE;
  // a sub-format is a coding's tag, then these bytes (KSDATAFORMAT_SUBTYPE_WAVEFORMATEX)
  private static final byte[] FAMILY = HexFormat.of().parseHex("000000001000800000aa00389b71");
  private static final int MOST_CHANNELS = 64;
  // Microsoft ADPCM, IMA ADPCM, GSM 06.10, G.726, MP2, MP3, G.726 again
  private static final Set<Integer> COMPRESSED = Set.of(2, 0x11, 0x31, 0x45, 0x50, 0x55, 0x64);

  /** Whether the samples must be decoded, not only converted. */
  static boolean isCompressed(ByteBuffer chunk) {
    return chunk.remaining() >= 2
        && COMPRESSED.contains(Short.toUnsignedInt(chunk.getShort(chunk.position())));
  }

  static WavFormat parse(ByteBuffer chunk, Path file) throws RefusedException {
    if (chunk.remaining() < 16) {
      throw new RefusedException(file + ": the WAV format chunk is too short");
    }
    int tag = Short.toUnsignedInt(chunk.getShort());
    int channels = Short.toUnsignedInt(chunk.getShort());
    long hertz = Integer.toUnsignedLong(chunk.getInt());
    chunk.getInt(); // bytes per second: derived, and often wrong
    int frameBytes = Short.toUnsignedInt(chunk.getShort());
    int bits = Short.toUnsignedInt(chunk.getShort());
    if (tag == EXTENSIBLE) {
      if (chunk.remaining() < 24) {
        throw new RefusedException(file + ": the extensible WAV format chunk is too short");
      }
      chunk.position(chunk.position() + 8);
      tag = Short.toUnsignedInt(chunk.getShort());
      byte[] family = new byte[FAMILY.length];
      chunk.get(family);
      if (!Arrays.equals(family, FAMILY)) {
        throw new RefusedException(file + ": the extensible WAV coding is not supported");
      }
    }
    if (!SampleRate.isPlausible(hertz)) {
      throw new RefusedException(file + ": a sample rate of " + hertz + " Hz is not audio");
    }
    if (channels == 0 || channels > MOST_CHANNELS) {
      throw new RefusedException(file + ": " + channels + " channels are not supported");
    }
    String coded =
        String.format("%s: WAV coding %d with %d bits is not supported", file, tag, bits);
    SampleCoding coding =
        SampleCoding.find(tag, bits).orElseThrow(() -> new RefusedException(coded));
    if (frameBytes != channels * coding.bytes()) {
      throw new RefusedException(file + ": the WAV frame size contradicts its sample size");
    }
    return new WavFormat(coding, new SampleRate((int) hertz), channels);
  }

  int frameBytes() {
    return channels * coding.bytes();
  }
}
