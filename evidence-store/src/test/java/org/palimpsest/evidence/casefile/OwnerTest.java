package org.palimpsest.evidence.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.JsonParser;

@DisplayName("the file that says who writes a case")
final class OwnerTest {
  @TempDir Path desk;
  private Laboratory lab;
  private Path file;

  @BeforeEach
  void make() throws Exception {
    lab = new Laboratory(desk).withCase(1);
    file = lab.folder().resolve("case.owner");
  }

  @Test
  @DisplayName("is there while the case is open for writing, with four fields, and then gone")
  void lives() throws Exception {
    assertThat(file).doesNotExist();
    try (CaseFile open = lab.open()) {
      JsonObject owner =
          JsonParser.parseObject(Files.readString(file).strip().getBytes(StandardCharsets.UTF_8));
      assertThat(owner.members().keySet()).containsExactly("host", "name", "process", "since");
      assertThat(owner.string("name")).isEqualTo("E. Xaminer");
      assertThat(owner.integer("process")).isEqualTo(ProcessHandle.current().pid());
      assertThat(owner.string("since")).isEqualTo("2026-03-01T12:00:00.123Z");
      CaseFile.openReadOnly(lab.folder()).close();
      assertThat(file).as("a reader takes nobody's word back").exists();
      assertThat(open.writable()).isTrue();
    }
    assertThat(file).doesNotExist();
    assertThat(new Owner(lab.folder()).describe()).isEqualTo("another program");
  }

  @Test
  @DisplayName("stays as it is when somebody else is refused")
  void refused() throws Exception {
    try (CaseFile open = lab.open()) {
      byte[] before = Files.readAllBytes(file);
      assertThatThrownBy(lab::open).hasMessageContaining("E. Xaminer (process ");
      assertThat(file).hasBinaryContent(before);
      assertThat(open.writable()).isTrue();
    }
  }

  @Test
  @DisplayName("is in nobody's way when a crash left it")
  void leftByACrash() throws Exception {
    Files.writeString(file, "{\"host\":\"h\",\"name\":\"Ghost\",\"process\":1,\"since\":\"then\"}");
    try (CaseFile open = lab.open()) {
      assertThat(Files.readString(file)).contains("E. Xaminer").doesNotContain("Ghost");
      assertThat(Laboratory.importRecording(open, "after").seq()).isEqualTo(2);
    }
    assertThat(file).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "rubbish",
        "[]",
        "{}",
        "{\"host\":\"h\",\"name\":\"n\",\"process\":\"1\",\"since\":\"s\"}",
        "{\"host\":\"h\",\"name\":7,\"process\":1,\"since\":\"s\"}",
        "{\"host\":\"h\",\"name\":\"n\",\"process\":1,\"since\":\"s\"} and more",
      })
  @DisplayName("names another program where it says nothing that can be read")
  void unreadable(String content) throws Exception {
    try (CaseFile open = lab.open()) {
      Files.writeString(file, content);
      assertThatThrownBy(lab::open)
          .isInstanceOf(CaseException.class)
          .hasMessageContaining("is open for writing by another program: close it there.");
      assertThat(open.writable()).isTrue();
    }
  }

  @Test
  @DisplayName("is read no further than a name needs, and sends nothing to a terminal but signs")
  void hostile() throws Exception {
    String owner = "{\"host\":\"h\\u0007\",\"name\":\"%s\",\"process\":1,\"since\":\"s\\ns\"}";
    Files.writeString(file, owner.formatted("\\u001b[31mE\u202e\\r\\n"));
    assertThat(new Owner(lab.folder()).describe())
        .isEqualTo("\ufffd[31mE\ufffd\ufffd\ufffd (process 1 on h\ufffd, since s\ufffds)");
    Files.writeString(file, owner.formatted("x".repeat(1 << 20)));
    assertThat(new Owner(lab.folder()).describe()).isEqualTo("another program");
  }

  @Test
  @DisplayName("is not written through a link that somebody left in its place")
  void link() throws Exception {
    Path diary = Files.writeString(desk.resolve("diary"), "dear diary");
    Files.createSymbolicLink(file, diary);
    try (CaseFile open = lab.open()) {
      assertThat(diary).hasContent("dear diary");
      assertThat(Files.isSymbolicLink(file)).isFalse();
      assertThat(Files.readString(file)).contains("E. Xaminer");
      assertThat(open.writable()).isTrue();
    }
    assertThat(file).doesNotExist();
    assertThat(diary).hasContent("dear diary");
  }

  @Test
  @DisplayName("may be impossible to write or to remove: the case is written all the same")
  void inTheWay() throws IOException, CaseException {
    Files.createDirectories(file.resolve("inside"));
    try (CaseFile open = lab.open()) {
      assertThat(Laboratory.importRecording(open, "one more").seq()).isEqualTo(2);
      assertThatThrownBy(lab::open).hasMessageContaining("by another program");
    }
    assertThat(file.resolve("inside")).isDirectory();
    try (CaseFile open = lab.open()) {
      assertThat(open.size()).isEqualTo(3);
    }
  }
}
