package org.palimpsest.analysis.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.analysis.RefusedException;

@DisplayName("FFmpeg, in a process of its own")
final class FfmpegTest {
  private static final FrameSink NOWHERE =
      new FrameSink() {
        @Override
        public void begin(int hertz, int channels) {}

        @Override
        public void frames(double[][] block, int count) {}
      };

  @TempDir private Path folder;
  private Ffmpeg ffmpeg;

  @BeforeEach
  void requireFfmpeg() {
    ffmpeg = HereFfmpeg.require();
  }

  @Test
  @DisplayName("says which version it is, and is the one that is named elsewhere")
  void statesVersion() throws Exception {
    StreamFacts facts = ffmpeg.decode(aiff(), NOWHERE);
    assertThat(facts.version()).isEqualTo(Ffmpeg.VERSION);
    assertThat(facts.decoder()).isEqualTo("pcm_s16be");
    assertThat(facts.container()).isEqualTo("aiff");
    assertThat(facts.declared()).hasValue(4_000);
  }

  @Test
  @DisplayName("gives back each sample of what was not coded lossily")
  void isExact() throws Exception {
    short[] sent = TestSignal.sweep(4_000);
    List<Double> received = new ArrayList<>();
    ffmpeg.decode(
        aiff(),
        new FrameSink() {
          @Override
          public void begin(int hertz, int channels) {
            assertThat(hertz).isEqualTo(16_000);
            assertThat(channels).isEqualTo(1);
          }

          @Override
          public void frames(double[][] block, int count) {
            for (int i = 0; i < count; i++) {
              received.add(block[0][i]);
            }
          }
        });
    assertThat(received).hasSize(4_000);
    for (int i = 0; i < sent.length; i++) {
      assertThat(received.get(i)).isEqualTo(sent[i] / 32768.0);
    }
  }

  @Test
  @DisplayName("unpacks its libraries where it is told to, for this user only, and nowhere else")
  void unpacksWhereTold() throws Exception {
    Path cache = folder.resolve("a/b");
    new Ffmpeg(cache).decode(aiff(), NOWHERE);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache)))
        .isEqualTo("rwx------");
    try (var files = Files.walk(cache)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .contains("libavcodec.so.62", "libavformat.so.62")
          .doesNotContain("libavfilter.so.11", "libavdevice.so.62");
    }
  }

  @Test
  @DisplayName("is ended when what it says is refused")
  void endsWhenRefused() throws Exception {
    FrameSink refusing =
        new FrameSink() {
          @Override
          public void begin(int hertz, int channels) throws RefusedException {
            throw new RefusedException("not this");
          }

          @Override
          public void frames(double[][] block, int count) {
            throw new AssertionError("there was no beginning");
          }
        };
    assertThatThrownBy(() -> ffmpeg.decode(aiff(), refusing)).hasMessage("not this");
  }

  @Test
  @DisplayName("refuses encoders, containers and rates that it has not")
  void refusesWhatItHasNot() {
    assertRefused(new Coding("libnothing", "mp3", 1), 16_000, "libnothing: ", "no such encoder");
    assertRefused(new Coding("libmp3lame", "nothing", 1), 16_000, "libmp3lame: ", "nothing");
    assertRefused(new Coding("libmp3lame", "mp3", 64_000), 16_001, "libmp3lame: ", "16001 Hz");
    assertRefused(new Coding("libmp3lame", "amr", 64_000), 16_000, "libmp3lame: ", "cannot hold");
  }

  private void assertRefused(Coding coding, int hertz, String begin, String words) {
    assertThatThrownBy(() -> ffmpeg.encode(coding, hertz, new short[100]))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith(begin)
        .hasMessageContaining(words);
  }

  @Test
  @DisplayName("opens no other file: playlists and references are none of its formats")
  void opensNothingElse() throws Exception {
    Path secret = aiff();
    for (String text :
        List.of(
            "ffconcat version 1.0\nfile '" + secret + "'\n",
            "#EXTM3U\n#EXTINF:1,\n" + secret + "\n",
            "#EXTM3U\n#EXTINF:1,\nfile://" + secret + "\n#EXT-X-ENDLIST\n")) {
      Path list = Files.writeString(folder.resolve("list"), text, StandardCharsets.UTF_8);
      assertThatThrownBy(() -> ffmpeg.decode(list, NOWHERE))
          .isInstanceOf(RefusedException.class)
          .hasMessageStartingWith(list + ": damaged, or none of the formats");
    }
  }

  @Test
  @DisplayName("says so where it breaks off, whatever ended it")
  void breaksOff() throws Exception {
    Path noFolder = Files.createFile(folder.resolve("file")).resolve("cache");
    assertThatThrownBy(() -> new Ffmpeg(noFolder).decode(aiff(), NOWHERE))
        .isInstanceOf(IOException.class);
    String java = System.getProperty("java.class.path");
    Path file = aiff();
    System.setProperty("java.class.path", folder.toString());
    try {
      assertThatThrownBy(() -> ffmpeg.decode(file, NOWHERE))
          .isInstanceOf(IOException.class)
          .hasMessage("FFmpeg's process ended in the middle of its answer");
    } finally {
      System.setProperty("java.class.path", java);
    }
  }

  @Test
  @DisplayName("is missed in one line where its libraries did not come with the program")
  void isMissed() throws Exception {
    Path file = aiff();
    List<URL> without = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (!entry.contains("linux-x86_64")) {
        without.add(Path.of(entry).toUri().toURL());
      }
    }
    try (URLClassLoader loader =
        new URLClassLoader(without.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      Class<?> other = loader.loadClass(Ffmpeg.class.getName());
      Object missing = other.getConstructor(Path.class).newInstance(folder);
      var decode =
          other.getMethod("decode", Path.class, loader.loadClass(FrameSink.class.getName()));
      assertThat(other.getMethod("isThere").invoke(null)).isEqualTo(false);
      assertThatThrownBy(() -> decode.invoke(missing, file, null))
          .isInstanceOf(InvocationTargetException.class)
          .cause()
          .hasMessage(
              file + ": needs FFmpeg's libraries, which this program has for Linux on x86-64 only");
    }
  }

  private Path aiff() throws Exception {
    Coding coding = new Coding("pcm_s16be", "aiff", 0);
    byte[] bytes = ffmpeg.encode(coding, 16_000, TestSignal.sweep(4_000));
    return Files.write(folder.resolve("sound.aiff"), bytes);
  }
}
