package org.palimpsest.analysis.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.RefusedException;

@DisplayName("An answer of FFmpeg's process")
final class AnswerReaderTest {
  private static final StreamFacts FACTS =
      new StreamFacts("ogg", "opus", "opus", "8", "libavcodec 62", 5, 1, 2, List.of("odd"));

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  /** What was heard, as words. */
  private static final class Heard implements FrameSink {
    private final List<String> words = new ArrayList<>();

    @Override
    public void begin(int hertz, int channels) {
      words.add(hertz + "/" + channels);
    }

    @Override
    public void frames(double[][] block, int count) {
      for (double[] channel : block) {
        words.add(Arrays.toString(Arrays.copyOf(channel, count)));
      }
    }
  }

  private void format(int hertz, int channels) throws IOException {
    out.write(Answer.FORMAT);
    out.writeInt(hertz);
    out.writeInt(channels);
  }

  private void frames(int count, double... samples) throws IOException {
    out.write(Answer.FRAMES);
    out.writeInt(count);
    for (double sample : samples) {
      out.writeDouble(sample);
    }
  }

  private void line(int part, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.write(part);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  private List<String> read() throws IOException, RefusedException {
    Heard heard = new Heard();
    assertThat(AnswerReader.frames(input(), "call.ogg", heard)).isEqualTo(FACTS);
    return heard.words;
  }

  private DataInputStream input() {
    return new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
  }

  @Test
  @DisplayName("is frames, channel by channel, and then the facts")
  void isFramesAndFacts() throws Exception {
    format(8000, 2);
    frames(2, 0.5, -0.25, 1, -1);
    frames(1, 0, 0.125);
    line(Answer.FACTS, new Gson().toJson(FACTS));
    assertThat(read()).containsExactly("8000/2", "[0.5, -0.25]", "[1.0, -1.0]", "[0.0]", "[0.125]");
    assertThat(FACTS.declared()).isEqualTo(OptionalLong.of(5));
  }

  @Test
  @DisplayName("may be a refusal, which names the file")
  void isRefusal() throws Exception {
    line(Answer.REFUSAL, "holds no\naudio");
    assertThatThrownBy(this::read)
        .isInstanceOf(RefusedException.class)
        .hasMessage("call.ogg: holds no audio");
  }

  @Test
  @DisplayName("may be a coded file in parts")
  void isFile() throws Exception {
    for (String part : List.of("abc", "de")) {
      out.write(Answer.BYTES);
      out.writeInt(part.length());
      out.writeBytes(part);
    }
    line(Answer.FACTS, "{}");
    assertThat(AnswerReader.bytes(input(), "lame")).asString().isEqualTo("abcde");
  }

  @Test
  @DisplayName("is not believed where a count or a length is beyond its bound")
  void isBounded() throws Exception {
    for (int channels : new int[] {0, -1, Answer.MOST_CHANNELS + 1, Integer.MAX_VALUE}) {
      bytes.reset();
      format(8000, channels);
      assertNoSense();
    }
    for (int count : new int[] {0, -1, Answer.MOST_FRAMES + 1, Integer.MAX_VALUE}) {
      bytes.reset();
      format(8000, 1);
      frames(count, 0);
      assertNoSense();
    }
    for (int length : new int[] {-1, Integer.MAX_VALUE}) {
      bytes.reset();
      out.write(Answer.REFUSAL);
      out.writeInt(length);
      assertNoSense();
    }
  }

  @Test
  @DisplayName("is not believed where its facts are none")
  void needsFacts() throws Exception {
    for (String json : List.of("{}", "[]", "null", "{\"codec\":[]}", "no", "{\"remarks\":[]}")) {
      bytes.reset();
      format(8000, 1);
      line(Answer.FACTS, json);
      assertNoSense();
    }
  }

  private void assertNoSense() {
    assertThatThrownBy(this::read)
        .isInstanceOf(IOException.class)
        .hasMessage("FFmpeg's process gave no sense");
  }

  @Test
  @DisplayName("is no answer without a beginning, with two, or with nothing behind")
  void needsOrder() throws Exception {
    frames(1, 0);
    assertBrokenOff();
    bytes.reset();
    format(8000, 1);
    format(8000, 1);
    assertBrokenOff();
    bytes.reset();
    format(8000, 1);
    assertBrokenOff();
    bytes.reset();
    assertBrokenOff();
  }

  private void assertBrokenOff() {
    assertThatThrownBy(this::read)
        .isInstanceOf(IOException.class)
        .hasMessage(AnswerReader.BROKEN_OFF);
  }

  @Test
  @DisplayName("that is cut anywhere is no answer")
  void isWholeOrNone() throws Exception {
    format(8000, 1);
    frames(3, 1, 2, 3);
    line(Answer.FACTS, new Gson().toJson(FACTS));
    byte[] whole = bytes.toByteArray();
    for (int length = 0; length < whole.length; length++) {
      bytes.reset();
      bytes.write(whole, 0, length);
      assertThatThrownBy(this::read).as("%d bytes", length).isInstanceOf(IOException.class);
    }
  }

  @Test
  @DisplayName("of any bytes ends in an exception that the reader of recordings knows")
  void survivesAnything() {
    Random random = new Random(12);
    for (int round = 0; round < 2_000; round++) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      if (noise.length > 0) {
        noise[0] = (byte) "FSBEX".charAt(random.nextInt(5));
      }
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(noise));
      assertThatThrownBy(() -> AnswerReader.frames(in, "call.ogg", new Heard()))
          .isInstanceOfAny(IOException.class, EOFException.class, RefusedException.class);
    }
  }
}
