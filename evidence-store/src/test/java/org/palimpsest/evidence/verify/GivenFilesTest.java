package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palimpsest.evidence.Laboratory;

@DisplayName("a file that is not what it was named for says nothing about the case:")
final class GivenFilesTest {
  @TempDir Path desk;
  private Laboratory lab;

  @BeforeEach
  void makeCase() throws Exception {
    lab = new Laboratory(desk).withCase(1);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "--checkpoint, holds no checkpoint: give a signed note",
    "--authority, holds no certificate: give that of the authority",
    "--consistency, is no consistency proof: give a file of the format palimpsest-consistency/1",
  })
  @DisplayName("the answer is 2 and one line with the file and what to do, for")
  void notWhatItIs(String option, String words) throws Exception {
    Path file = desk.resolve("given");
    for (String content : List.of("rubbish", "", "{}", "{\"format\":\"x\"}", "[1,2]", "{\"a\":")) {
      Files.writeString(file, content);
      assertThat(run(option)).isEqualTo(2);
      assertThat(err()).startsWith(file + " " + words).hasLineCount(1);
      assertThat(out()).isEmpty();
    }
    Files.write(file, new byte[3 << 20]);
    assertThat(run(option)).isEqualTo(2);
    Files.delete(file);
    assertThat(run(option)).isEqualTo(2);
    assertThat(err()).startsWith(file + " cannot be read: give a plain file").hasLineCount(1);
    Files.createDirectory(file);
    assertThat(run(option)).isEqualTo(2);
    assertThat(err()).startsWith(file + " cannot be read: give a plain file").hasLineCount(1);
  }

  @Test
  @DisplayName("a proof of a later format is not read, and the answer names both formats")
  void laterProof() throws Exception {
    Path file =
        Files.writeString(desk.resolve("given"), "{\"format\":\"palimpsest-consistency/2\"}\n");
    assertThat(run("--consistency")).isEqualTo(2);
    assertThat(err())
        .isEqualTo(
            file
                + " has the format palimpsest-consistency/2, this program reads"
                + " palimpsest-consistency/1: use a newer program.\n");
  }

  @Test
  @DisplayName("the second certificate is looked at as the first is")
  void secondAuthority() throws Exception {
    Path sound = Files.writeString(desk.resolve("a.pem"), new AttacksOnTimeStamps.Stamp().pem());
    Path odd = Files.writeString(desk.resolve("b.pem"), "rubbish");
    VerifyOptions options = VerifyOptions.plain();
    assertThat(GivenFiles.fault(with(options, List.of(sound)))).isEmpty();
    assertThat(GivenFiles.fault(with(options, List.of(sound, odd))).orElseThrow())
        .startsWith(odd.toString());
    assertThat(GivenFiles.fault(options)).isEmpty();
  }

  @Test
  @DisplayName("help is printed where answers are, and is no failure")
  void help() {
    Main main = new Main(stream(printed), stream(complained), desk);
    assertThat(main.run(List.of("--help"))).isZero();
    assertThat(out()).startsWith("Usage: verify ").contains("--consistency", "Status: 0 it holds");
    assertThat(err()).isEmpty();
  }

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

  private int run(String option) {
    printed.reset();
    complained.reset();
    List<String> words = List.of(option, desk.resolve("given").toString());
    List<String> all =
        option.equals("--consistency")
            ? words
            : List.of(words.get(0), words.get(1), lab.folder().toString());
    return new Main(stream(printed), stream(complained), desk.resolve("anchors")).run(all);
  }

  private static VerifyOptions with(VerifyOptions options, List<Path> authorities) {
    return new VerifyOptions(
        options.everySignature(), options.checkpoint(), authorities, options.now());
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private String out() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return complained.toString(StandardCharsets.UTF_8);
  }
}
