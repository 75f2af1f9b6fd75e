package org.palimpsest.analysis.audio;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes mono 16-bit PCM WAV: 44 bytes of header, then the samples. The same clip, the same bytes.
 */
public final class WavWriter {
  private static final int HEADER = 44;
  private static final int BLOCK = 8192;

  private WavWriter() {}

  /** Writes {@code clip}, rounded to 16 bit, and leaves {@code out} open. */
  public static void write(AudioClip clip, OutputStream out) throws IOException {
    int dataBytes = Math.multiplyExact(2, clip.length());
    int hertz = clip.rate().hertz();
    ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.put(ascii("RIFF")).putInt(Math.addExact(dataBytes, HEADER - 8)).put(ascii("WAVE"));
    header.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
    header.putInt(hertz).putInt(2 * hertz).putShort((short) 2).putShort((short) 16);
    header.put(ascii("data")).putInt(dataBytes);
    out.write(header.array());
    ByteBuffer block = ByteBuffer.allocate(2 * BLOCK).order(ByteOrder.LITTLE_ENDIAN);
    for (int start = 0; start < clip.length(); start += BLOCK) {
      block.clear();
      int end = Math.min(clip.length(), start + BLOCK);
      for (int i = start; i < end; i++) {
        block.putShort(Pcm16.code(clip.at(i)));
      }
      out.write(block.array(), 0, block.position());
    }
  }

  private static byte[] ascii(String id) {
    return id.getBytes(StandardCharsets.US_ASCII);
  }
}
