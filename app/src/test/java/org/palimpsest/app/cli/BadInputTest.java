package org.palimpsest.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.casework.Passwords;
import org.palimpsest.app.testing.Bench;
import org.palimpsest.evidence.casefile.CaseFile;

@DisplayName("bad input is refused with status 2 and one line, and leaves the case's bytes alone:")
final class BadInputTest {
  @TempDir private Path folder;
  private Bench bench;
  private Path dir;

  @BeforeEach
  void makeCase() throws Exception {
    bench = new Bench(folder);
    try (CaseFile file = bench.newCase("a.palimpsest")) {
      dir = file.folder();
    }
  }

  @Test
  @DisplayName("something that is not audio")
  void notAudio() throws Exception {
    refusedImport(write("letter.wav", "Dear Sir or Madam".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  @DisplayName("a truncated recording")
  void truncated() throws Exception {
    byte[] whole = Files.readAllBytes(bench.voice("whole.wav", 120, 1));
    refusedImport(write("cut.wav", Arrays.copyOf(whole, whole.length / 2)));
  }

  @Test
  @DisplayName("an empty file")
  void empty() throws Exception {
    refusedImport(write("empty.wav", new byte[0]));
  }

  @Test
  @DisplayName("a recording of no samples")
  void noSamples() throws Exception {
    refusedImport(write("none.wav", wav(1, 1, 16_000, 16, new byte[0])));
  }

  @Test
  @DisplayName("a sample that is not a number")
  void nan() throws Exception {
    ByteBuffer data = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    data.putFloat(0.5f).putFloat(Float.NaN);
    refusedImport(write("nan.wav", wav(3, 1, 16_000, 32, data.array())));
  }

  @Test
  @DisplayName("a folder")
  void aFolder() throws Exception {
    refusedImport(Files.createDirectory(bench.path("folder.wav")));
  }

  @Test
  @DisplayName("a file that is not there")
  void missing() throws Exception {
    refusedImport(bench.path("missing.wav"));
  }

  @Test
  @DisplayName("a file that may not be read")
  void unreadable() throws Exception {
    Path file = bench.voice("secret.wav", 120, 1);
    Assumptions.assumeTrue(
        file.toFile().setReadable(false) && !Files.isReadable(file), "run as root");
    refusedImport(file);
  }

  @Test
  @DisplayName("twelve channels without a choice")
  void twelveChannels() throws Exception {
    Path file = write("twelve.wav", wav(1, 12, 16_000, 16, new byte[24 * 16_000]));
    refusedImport(file);
    Bench.Run chosen =
        bench.run("import", dir.toString(), file.toString(), "--role", "known", "--channel", "7");
    assertThat(chosen.status()).isZero();
  }

  @Test
  @DisplayName("a rate of 0 Hz or 10 MHz")
  void rates() throws Exception {
    refusedImport(write("zero.wav", wav(1, 1, 0, 16, new byte[3200])));
    refusedImport(write("ten.wav", wav(1, 1, 10_000_000, 16, new byte[3200])));
  }

  @Test
  @DisplayName("a model package with a wrong hash")
  void wrongHash() throws Exception {
    Path model = copyOfProtector();
    byte[] bytes = Files.readAllBytes(model.resolve("model.onnx"));
    bytes[bytes.length / 2] ^= 1;
    Files.write(model.resolve("model.onnx"), bytes);
    refusedRestore(model, "wrong hash");
  }

  @Test
  @DisplayName("a model package of a wrong shape")
  void wrongShape() throws Exception {
    Path model = bench.path("encoder-as-protector");
    Bench.copyFolder(Bench.shipped("palimpsest-encoder"), model);
    Path json = model.resolve("model.json");
    Files.writeString(json, Files.readString(json).replace("\"speaker-encoder\"", "\"protector\""));
    refusedRestore(model, "wrong shape");
  }

  @Test
  @DisplayName("a model package whose golden vector does not hold")
  void wrongGolden() throws Exception {
    Path model = copyOfProtector();
    byte[] out = Files.readAllBytes(model.resolve("golden/out.f32"));
    Arrays.fill(out, 0, 4000, (byte) 0x3d);
    Files.write(model.resolve("golden/out.f32"), out);
    refusedRestore(model, "golden vector");
  }

  @Test
  @DisplayName("a case that another process has open for writing")
  void lockedCase() throws Exception {
    Path voice = bench.voice("v.wav", 120, 1);
    try (CaseFile open = bench.workbench().openCase().forWriting(dir, Passwords.NONE)) {
      Bench.Run run = bench.run("import", dir.toString(), voice.toString(), "--role", "known");
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.err().lines()).hasSize(1).first().asString().contains(dir.toString());
      assertThat(open.size()).isEqualTo(1);
    }
    assertThat(bench.run("verify", dir.toString()).status()).isZero();
  }

  @Test
  @DisplayName("a case of a newer format")
  void newerFormat() throws Exception {
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("case.db"));
        Statement statement = db.createStatement()) {
      statement.execute("PRAGMA user_version = 2");
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    refused("import", dir.toString(), bench.voice("v.wav", 120, 1).toString(), "--role", "known");
    refused("case", "info", dir.toString());
  }

  @Test
  @DisplayName("usage: unknown commands, options, methods, parameters, ids and time zones")
  void usage() throws Exception {
    refused("frobnicate");
    refused("case");
    refused("import", dir.toString());
    refused(
        "restore", dir.toString(), "Q9", "--method", "inversion", "--protector", "ssed-protector");
    refused("restore", dir.toString(), "Q1", "--method", "magic");
    refused("case", "info", bench.path("nowhere").toString());
    refused(
        "case",
        "create",
        bench.path("b").toString(),
        "--title",
        "t",
        "--authority",
        " ",
        "--purpose",
        "p",
        "--examiner",
        "e");
    refused(
        "case",
        "create",
        bench.path("c").toString(),
        "--title",
        "t",
        "--authority",
        "a",
        "--purpose",
        "p",
        "--examiner",
        "e",
        "--time-zone",
        "Middle/Earth");
    for (String later : LaterCommand.NAMES) {
      refused(later, dir.toString(), "Q1");
    }
  }

  @Test
  @DisplayName("a comparison of a recording with itself or with a questioned one")
  void senselessComparisons() throws Exception {
    String voice = bench.voice("v.wav", 120, 1).toString();
    bench.run("import", dir.toString(), voice, "--role", "questioned");
    bench.run("import", dir.toString(), voice, "--role", "questioned");
    refused("compare", dir.toString(), "Q1", "--known", "Q1");
    refused("compare", dir.toString(), "Q1", "--known", "Q2");
  }

  @Test
  @DisplayName("a place for results within the case, in no folder, or taken")
  void placesForResults() throws Exception {
    bench.run("import", dir.toString(), bench.voice("v.wav", 120, 1).toString(), "--role", "known");
    String taken = bench.voice("taken.wav", 120, 1).toString();
    for (String out :
        List.of(dir.resolve("blobs/x").toString(), bench.path("no/x").toString(), taken)) {
      refused("extract", dir.toString(), "K1", "--out", out);
      refused("report", dir.toString(), "--out", out);
    }
  }

  @Test
  @DisplayName("a file that holds no checkpoint, to verify against")
  void noCheckpoint() throws Exception {
    String voice = bench.voice("v.wav", 120, 1).toString();
    refused("verify", dir.toString(), "--checkpoint", voice);
    refused("verify", dir.toString(), "--checkpoint", bench.path("missing").toString());
  }

  @Test
  @DisplayName("a word that was lost in a locale, and a sample far beyond full scale")
  void lostWords() throws Exception {
    refused("case", "info", "\ufffd\ufffdbung");
    ByteBuffer data = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(1e30f);
    refusedImport(write("huge.wav", wav(3, 1, 16_000, 32, data.array())));
  }

  private void refusedImport(Path file) throws Exception {
    Bench.Run run = refused("import", dir.toString(), file.toString(), "--role", "questioned");
    assertThat(run.err()).contains(file.getFileName().toString());
  }

  private void refusedRestore(Path model, String reason) throws Exception {
    bench.run(
        "import", dir.toString(), bench.voice("v.wav", 120, 1).toString(), "--role", "questioned");
    Bench.Run run =
        refused(
            "restore",
            dir.toString(),
            "Q1",
            "--method",
            "inversion",
            "--protector",
            model.toString());
    assertThat(run.err()).contains(reason);
  }

  private Bench.Run refused(String... args) throws Exception {
    SortedMap<String, String> before = Bench.bytesOf(dir);
    Bench.Run run = bench.run(args);
    assertThat(run.status()).as(run.err()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1);
    assertThat(Bench.bytesOf(dir)).isEqualTo(before);
    return run;
  }

  private Path copyOfProtector() throws Exception {
    Path model = bench.path("copy");
    Bench.copyFolder(Bench.shipped("ssed-protector"), model);
    return model;
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(bench.path(name), bytes);
  }

  private static byte[] wav(int tag, int channels, int rate, int bits, byte[] data) {
    ByteBuffer out = ByteBuffer.allocate(44 + data.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + data.length);
    out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    out.putShort((short) tag).putShort((short) channels).putInt(rate);
    out.putInt(rate * channels * bits / 8).putShort((short) (channels * bits / 8));
    out.putShort((short) bits).put("data".getBytes(StandardCharsets.US_ASCII));
    return out.putInt(data.length).put(data).array();
  }
}
