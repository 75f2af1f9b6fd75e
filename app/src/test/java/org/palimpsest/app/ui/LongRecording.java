package org.palimpsest.app.ui;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.RecordingReader;
import org.palimpsest.analysis.audio.SampleRate;

/** The recordings of the demo one after another, again and again, as PCM of 16 bits. */
final class LongRecording {
  private static final List<String> NAMES =
      List.of("slt-protected", "rms-protected", "slt-known", "rms-known");
  private static final int HEADER = 44;

  private LongRecording() {}

  static void write(Path file, int hertz, int seconds) throws IOException, RefusedException {
    byte[] once = once(new SampleRate(hertz));
    int size = Math.multiplyExact(2 * hertz, seconds);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      header(new DataOutputStream(out), hertz, size);
      for (int done = 0; done < size; ) {
        int next = Math.min(once.length, size - done);
        out.write(once, 0, next);
        done += next;
      }
    }
  }

  private static byte[] once(SampleRate rate) throws IOException, RefusedException {
    ByteBuffer pcm = ByteBuffer.allocate(64 * rate.hertz() * 2).order(ByteOrder.LITTLE_ENDIAN);
    for (String name : NAMES) {
      AudioClip clip = read(name).resampled(rate);
      for (int i = 0; i < clip.length(); i++) {
        pcm.putShort((short) Math.max(-32768, Math.min(32767, Math.round(clip.at(i) * 32768))));
      }
    }
    byte[] bytes = new byte[pcm.position()];
    pcm.flip().get(bytes);
    return bytes;
  }

  private static AudioClip read(String name) throws IOException, RefusedException {
    Path copy = Files.createTempFile(name, ".flac");
    try (InputStream in =
        LongRecording.class.getResourceAsStream("/org/palimpsest/app/demo/" + name + ".flac")) {
      Files.write(copy, in.readAllBytes());
      return new RecordingReader().read(copy, OptionalInt.of(1)).clip();
    } finally {
      Files.delete(copy);
    }
  }

  private static void header(DataOutputStream out, int hertz, int size) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + size);
    bytes.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    bytes.putShort((short) 1).putShort((short) 1).putInt(hertz).putInt(2 * hertz);
    bytes.putShort((short) 2).putShort((short) 16);
    bytes.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(size);
    out.write(bytes.array());
  }
}
