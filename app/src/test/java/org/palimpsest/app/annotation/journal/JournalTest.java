package org.palimpsest.app.annotation.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.app.annotation.AnnotatedSignal;
import org.palimpsest.app.annotation.Annotation;
import org.palimpsest.app.annotation.Mark;
import org.palimpsest.app.annotation.Marked;

@DisplayName("a journal of annotations")
final class JournalTest {
  private static final UUID CASE = UUID.fromString("6f1c2a34-5b6d-4e7f-8091-a2b3c4d5e6f7");

  @TempDir Path root;
  private JournalFolder journals;

  @BeforeEach
  void make() {
    journals = new JournalFolder(root, Clock.systemUTC());
  }

  private Journal open() throws RefusedException {
    return open(journals);
  }

  private static Journal open(JournalFolder folder) throws RefusedException {
    return folder.open(CASE, Marked.SIGNAL, () -> new Basis(CASE, Marked.of(), ""));
  }

  private Path file() {
    return journals.file(CASE, Marked.SIGNAL);
  }

  static Change add(Annotation one) {
    return new Change("Add " + one.label(), List.of(), List.of(one), one.author(), one.made());
  }

  private static List<String> labels(Journal journal) {
    return journal.annotations().list().stream().map(Annotation::label).toList();
  }

  @Test
  @DisplayName("undoes and does again without limit, also after a restart")
  void undo() throws Exception {
    try (Journal journal = open()) {
      for (int i = 0; i < 300; i++) {
        journal.make(add(Marked.click(i)));
      }
      journal.undo();
    }
    try (Journal journal = open()) {
      assertThat(journal.annotations().list()).hasSize(299);
      assertThat(journal.redoTitle()).contains("Add click 299");
      journal.redo();
      assertThat(journal.redoTitle()).isEmpty();
      journal.redo(); // nothing is left: nothing happens
      for (int i = 300; i > 0; i--) {
        assertThat(journal.undoTitle()).contains("Add click " + (i - 1));
        journal.undo();
      }
      journal.undo();
      assertThat(journal.annotations().list()).isEmpty();
    }
    try (Journal journal = open()) {
      for (int i = 0; i < 300; i++) {
        journal.redo();
      }
      assertThat(journal.annotations().list()).hasSize(300);
    }
  }

  @Test
  @DisplayName("keeps what was undone, also when something else was done instead")
  void branches() throws Exception {
    try (Journal journal = open()) {
      journal.make(add(Marked.click(1)));
      journal.make(add(Marked.click(2)));
      journal.undo();
      journal.make(add(Marked.click(3)));
      assertThat(labels(journal)).containsExactly("click 1", "click 3");
      journal.undo();
      journal.undo();
    }
    assertThat(Files.readString(file())).contains("click 2", "click 3");
    try (Journal journal = open()) {
      assertThat(journal.size()).isEqualTo(3);
      journal.redo();
      journal.redo();
      assertThat(labels(journal)).containsExactly("click 1", "click 3"); // the branch left last
    }
  }

  @Test
  @DisplayName("edits, moves and removes by exchanging one for the other")
  void edits() throws Exception {
    Annotation before = Marked.click(5);
    Annotation after =
        before.changed(new Mark.Point(9), "other", "tock", "B. Verdi", Marked.NOON.plusSeconds(1));
    try (Journal journal = open()) {
      journal.make(add(before));
      journal.make(new Change("Edit", List.of(before), List.of(after), "B", Marked.NOON));
      assertThat(journal.annotations().list()).containsExactly(after);
      assertThatThrownBy(
              () -> journal.make(new Change("Edit", List.of(before), List.of(), "B", Marked.NOON)))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("not there");
      assertThatThrownBy(() -> journal.make(add(after))).hasMessageContaining("adds what is there");
      assertThatThrownBy(() -> journal.make(add(Marked.click(160_000))))
          .hasMessageContaining("behind the end");
      journal.undo();
      assertThat(journal.annotations().list()).containsExactly(before);
    }
    try (Journal journal = open()) {
      assertThat(journal.size()).isEqualTo(2);
      assertThat(journal.annotations().list()).containsExactly(before);
    }
  }

  @Test
  @DisplayName("begins with what the ledger has, once")
  void basis() throws Exception {
    JournalFolder.Beginning entered = () -> new Basis(CASE, Marked.some(), "A3");
    int there;
    try (Journal journal = journals.open(CASE, Marked.SIGNAL, entered)) {
      there = journal.annotations().list().size();
      assertThat(journal.basis().entry()).isEqualTo("A3");
      assertThat(journal.undoTitle()).isEmpty();
      journal.make(add(Marked.click(77)));
    }
    try (Journal journal =
        journals.open(
            CASE,
            Marked.SIGNAL,
            () -> {
              throw new AssertionError("the journal is there");
            })) {
      assertThat(journal.annotations().list()).hasSize(there + 1);
      assertThat(journal.basis().entry()).isEqualTo("A3");
    }
  }

  @Test
  @DisplayName("loses at most a last line that broke off, wherever it did, and goes on from there")
  void torn() throws Exception {
    try (Journal journal = open()) {
      journal.make(add(Marked.click(1)));
      journal.make(add(Marked.click(2)));
      journal.undo();
    }
    byte[] whole = Files.readAllBytes(file());
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(whole, length);
      long lines = new String(cut, StandardCharsets.UTF_8).chars().filter(c -> c == '\n').count();
      Files.write(file(), cut);
      try (Journal journal = open()) {
        assertThat(journal.size()).isEqualTo((int) Math.max(0, Math.min(2, lines - 1)));
        journal.make(add(Marked.click(9)));
      }
      String kept = Files.readString(file());
      assertThat(kept).endsWith("\n").contains("click 9");
      assertThat(kept.lines().count()).isEqualTo(Math.max(1, lines) + 1);
    }
    // a crash may leave the length of a line without its content
    byte[] hole = java.util.Arrays.copyOf(whole, whole.length + 50);
    hole[hole.length - 1] = '\n';
    Files.write(file(), hole);
    try (Journal journal = open()) {
      assertThat(labels(journal)).containsExactly("click 1");
    }
  }

  @Test
  @DisplayName("that was spoilt in the middle is refused with its line, and left as it is")
  void spoilt() throws Exception {
    try (Journal journal = open()) {
      journal.make(add(Marked.click(1)));
      journal.make(add(Marked.click(2)));
    }
    String text = Files.readString(file());
    String spoilt = text.replaceFirst("\"on\":0", "\"on\":1");
    assertThat(spoilt).isNotEqualTo(text);
    Files.writeString(file(), spoilt);
    assertThatThrownBy(this::open)
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("line 2 of this journal")
        .hasMessageContaining("move the file away")
        .hasMessageStartingWith(file().toString());
    assertThat(Files.readString(file())).isEqualTo(spoilt);
    Files.writeString(file(), text);
    try (Journal journal = open()) { // the refusal gave the lock back
      assertThat(journal.writable()).isTrue();
    }
  }

  @Test
  @DisplayName("of another case or another channel is another one")
  void keyed() throws Exception {
    AnnotatedSignal right =
        new AnnotatedSignal("Q2", Marked.SIGNAL.sha256(), 2, 16_000, Marked.SIGNAL.samples());
    try (Journal journal = open()) {
      journal.make(add(Marked.click(1)));
    }
    assertThat(journals.file(CASE, right)).isNotEqualTo(file());
    assertThat(journals.file(UUID.randomUUID(), Marked.SIGNAL)).isNotEqualTo(file());
    Files.copy(file(), journals.file(CASE, right));
    assertThatThrownBy(() -> journals.open(CASE, right, () -> new Basis(CASE, Marked.of(), "")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("another case or signal");
  }

  @Test
  @DisplayName("that is open already can be looked at only")
  void locked() throws Exception {
    try (Journal first = open()) {
      first.make(add(Marked.click(1)));
      try (Journal second = open()) {
        assertThat(second.writable()).isFalse();
        assertThat(labels(second)).containsExactly("click 1");
        assertThatThrownBy(() -> second.make(add(Marked.click(2))))
            .isInstanceOf(RefusedException.class)
            .hasMessageContaining("another program has these annotations open");
      }
      first.make(add(Marked.click(3)));
    }
    try (Journal third = open()) {
      assertThat(third.writable()).isTrue();
      assertThat(labels(third)).containsExactly("click 1", "click 3");
    }
  }

  @Test
  @DisplayName("keeps everything that it acknowledged when its program is killed")
  void killed() throws Exception {
    Random random = new Random(5);
    int acknowledged = 0;
    for (int round = 0; round < 3; round++) {
      Path log = root.resolve("acknowledged");
      ProcessBuilder builder =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  RestlessAnnotator.class.getName(),
                  root.toString(),
                  Integer.toString(acknowledged))
              .redirectError(ProcessBuilder.Redirect.to(root.resolve("errors").toFile()))
              .redirectOutput(log.toFile());
      builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
      Process annotator = builder.start();
      while (annotator.isAlive() && Files.readAllLines(log).size() < 5) {
        annotator.waitFor(20, TimeUnit.MILLISECONDS);
      }
      if (round == 0) { // another process has it
        try (Journal looked = open()) {
          assertThat(looked.writable()).isFalse();
        }
      }
      annotator.waitFor(random.nextInt(200), TimeUnit.MILLISECONDS);
      annotator.destroyForcibly().waitFor();
      assertThat(Files.readString(root.resolve("errors"))).isEmpty();
      String text = Files.readString(log);
      List<String> told =
          new ArrayList<>(text.substring(0, text.lastIndexOf('\n') + 1).lines().toList());
      try (Journal journal = open()) {
        assertThat(journal.writable()).isTrue();
        assertThat(labels(journal)).containsAll(told);
        acknowledged = journal.size();
      }
      assertThat(told).hasSizeGreaterThanOrEqualTo(5);
    }
  }
}
