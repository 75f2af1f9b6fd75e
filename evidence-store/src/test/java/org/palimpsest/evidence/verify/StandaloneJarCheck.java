package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.bundle.Omission;
import org.palimpsest.evidence.bundle.SealedCase;

/** Runs after packing, by an execution of its own. */
@DisplayName("the verifier's jar, alone in an empty folder,")
final class StandaloneJarCheck {
  private static final Path JAR = Path.of("target", "palimpsest-verify.jar").toAbsolutePath();

  @TempDir Path desk;
  @TempDir Path elsewhere;
  private Laboratory lab;
  private Path jar;

  @BeforeEach
  void copyJar() throws Exception {
    lab = new Laboratory(desk).withCase(2);
    jar = Files.copy(JAR, elsewhere.resolve("palimpsest-verify.jar"));
  }

  @Test
  @DisplayName("verifies a case, and finds what was changed in one")
  void verifies() throws Exception {
    Answer sound = run(lab.folder().toString());
    assertThat(sound.words()).startsWith("verified: 3 entries, 3 checkpoints, 2 blobs");
    assertThat(sound.status()).isZero();
    lab.tamper("UPDATE ledger SET body = x'00' WHERE seq = 1");
    Answer spoilt = run("--json", lab.folder().toString());
    assertThat(spoilt.words()).contains("\"cause\":\"ENTRY_EDITED\"", "\"anchored\":false");
    assertThat(spoilt.status()).isEqualTo(1);
  }

  @Test
  @DisplayName("checks a time stamp, against a trusted certificate too")
  void timeStamps() throws Exception {
    Path stamped = Files.createDirectory(desk.resolve("stamped"));
    ReviewedCase reviewed = new ReviewedCase(new Laboratory(stamped)).write();
    AttacksOnTimeStamps.Stamp stamp = new AttacksOnTimeStamps.Stamp();
    stamp.over(AttacksOnTimeStamps.newest(reviewed).root()).receive(reviewed);
    String folder = reviewed.lab().folder().toString();
    assertThat(run(folder).words()).startsWith("verified: 11 entries").contains("--authority");
    Path pem = Files.writeString(elsewhere.resolve("root.pem"), stamp.pem());
    Answer trusted = run("--authority", pem.toString(), folder);
    assertThat(trusted.words()).startsWith("verified: 11 entries").doesNotContain("--authority");
    String other = new AttacksOnTimeStamps.Stamp().pem();
    Files.writeString(pem, other);
    assertThat(run("--authority", pem.toString(), folder).words())
        .contains("does not lead to one that is trusted");
  }

  @Test
  @DisplayName("verifies a bundle, and a proof without the case")
  void bundles() throws Exception {
    Path packed = Files.createDirectory(desk.resolve("packed"));
    SealedCase sealed = new SealedCase(new Laboratory(packed)).withCase();
    sealed.seal("whole.zip", Omission.NONE);
    assertThat(run(sealed.file("whole.zip").toString()).words())
        .startsWith("verified: 5 entries, 5 checkpoints, 5 blobs");
    assertThat(run("--consistency", desk.resolve("nowhere").toString()).status()).isEqualTo(2);
    assertThat(run().status()).isEqualTo(2);
  }

  @Test
  @DisplayName("says what it is, how large, and what it carries")
  void about() throws Exception {
    assertThat(run("--about").words())
        .startsWith("Palimpsest verifier 0.1.0, " + Files.size(jar) + " bytes")
        .contains("GPL-3.0-or-later", "SQLite", "Bouncy Castle");
  }

  @Test
  @DisplayName("carries neither a window, audio, models nor the code that writes a case")
  void carries() throws Exception {
    List<String> names = new ArrayList<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      file.stream().map(java.util.zip.ZipEntry::getName).forEach(names::add);
    }
    assertThat(names)
        .contains("org/palimpsest/evidence/verify/Main.class", "META-INF/LICENSE")
        .contains("org/sqlite/native/Linux/x86_64/libsqlitejdbc.so")
        .contains("org/sqlite/native/Windows/x86_64/sqlitejdbc.dll")
        .contains("org/sqlite/native/Mac/aarch64/libsqlitejdbc.dylib")
        .noneMatch(name -> name.matches("org/palimpsest/evidence/(casefile|ledger|key|blob)/.*"))
        .noneMatch(name -> name.matches("(javafx|ai/djl|be/tarsos)/.*"));
  }

  private record Answer(int status, String words) {}

  private Answer run(String... arguments) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>(List.of(java, "-jar", jar.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(elsewhere.toFile());
    builder.environment().put("XDG_DATA_HOME", elsewhere.resolve("data").toString());
    builder.environment().remove("CLASSPATH");
    Path printed = elsewhere.resolve("printed");
    Process process = builder.redirectErrorStream(true).redirectOutput(printed.toFile()).start();
    int status = process.waitFor();
    return new Answer(status, Files.readString(printed, StandardCharsets.UTF_8));
  }
}
