package org.palimpsest.analysis.ffmpeg.child;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.palimpsest.analysis.ffmpeg.Answer;

/** Writes the parts of an answer; {@link Answer} says how they look. */
final class AnswerWriter {
  private final DataOutputStream out;
  private final Patience patience;
  private ByteBuffer bytes = ByteBuffer.allocate(0);

  AnswerWriter(DataOutputStream out, Patience patience) {
    this.out = out;
    this.patience = patience;
  }

  void format(int hertz, int channels) throws IOException {
    out.writeByte(Answer.FORMAT);
    out.writeInt(hertz);
    out.writeInt(channels);
  }

  /** At most {@link Answer#MOST_FRAMES}. */
  void frames(double[][] block, int count) throws IOException {
    out.writeByte(Answer.FRAMES);
    out.writeInt(count);
    if (bytes.capacity() < 8 * count) {
      bytes = ByteBuffer.allocate(8 * count);
    }
    for (double[] channel : block) {
      bytes.clear().asDoubleBuffer().put(channel, 0, count);
      out.write(bytes.array(), 0, 8 * count);
    }
    patience.renew();
  }

  void bytes(byte[] coded, int count) throws IOException {
    out.writeByte(Answer.BYTES);
    out.writeInt(count);
    out.write(coded, 0, count);
    patience.renew();
  }

  /** Work goes on, though there is nothing to say yet. */
  void alive() {
    patience.renew();
  }

  void facts(String json) throws IOException {
    line(Answer.FACTS, json);
  }

  void refusal(String line) throws IOException {
    line(Answer.REFUSAL, line);
  }

  private void line(int part, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeByte(part);
    out.writeInt(utf8.length);
    out.write(utf8);
  }
}
