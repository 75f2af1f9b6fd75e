package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.casefile.CaseFile;

@DisplayName("a message of the verifier")
final class MessagesTest {
  @TempDir Path desk;

  @Test
  @DisplayName("counts one thing as one")
  void one() throws Exception {
    VerificationReport report = Verdict.anchored(new Laboratory(desk).withCase(0));
    assertThat(report.lines())
        .containsExactly("verified: 1 entry, 1 checkpoint, 0 blobs", "signatures checked: 1 of 1");
    assertThat(PlainWords.entries(0)).isEqualTo("0 entries");
    assertThat(PlainWords.entries(2)).isEqualTo("2 entries");
    Flags flags = new Flags();
    Findings findings = new Findings();
    for (int i = 0; i < 201; i++) {
      flags.add(FlagCause.REMAINS, "r");
    }
    for (int i = 0; i < 1001; i++) {
      findings.add(Cause.UNREADABLE, Subject.LEDGER, "f");
    }
    assertThat(flags.list().get(200).words()).isEqualTo("1 more remark is left out");
    assertThat(findings.list().get(1000).words()).isEqualTo("1 more finding is left out");
  }

  @ParameterizedTest
  @CsvSource({"1, 1 entry", "2, 2 entries"})
  @DisplayName("says of an old copy by how much it is older, and nothing of damage")
  void oldCopy(int later, String words) throws Exception {
    Laboratory lab = new Laboratory(desk).withCase(2);
    Path database = lab.folder().resolve("case.db");
    Path kept = Files.copy(database, desk.resolve("kept.db"));
    try (CaseFile open = lab.open()) {
      for (int i = 0; i < later; i++) {
        Laboratory.importRecording(open, "later " + i);
      }
    }
    Files.copy(kept, database, StandardCopyOption.REPLACE_EXISTING);
    assertThat(Verdict.anchored(lab).findings())
        .singleElement()
        .matches(f -> f.words().contains("the case has 3: it is older by " + words + "; "));
  }

  @Test
  @DisplayName("about the schema comes in one order, whatever the run")
  void order() throws Exception {
    Laboratory lab = new Laboratory(desk).withCase(1);
    try (var stranger = lab.stranger();
        var statement = stranger.createStatement()) {
      for (String name : new String[] {"ledger_update", "checkpoint_delete", "ledger_delete"}) {
        statement.execute("DROP TRIGGER " + name);
      }
      statement.execute("DROP INDEX blob_use_sha256");
    }
    assertThat(Verdict.anchored(lab).findings())
        .extracting(Finding::words)
        .containsExactly(
            "blob_use_sha256 is missing from the schema",
            "checkpoint_delete is missing from the schema",
            "ledger_delete is missing from the schema",
            "ledger_update is missing from the schema");
  }

  @Test
  @DisplayName("gives a reason in words, and does not take a file's name for one")
  void reasons() {
    assertThat(Reason.of(new NoSuchFileException("/a/b"))).isEqualTo("it is not there");
    assertThat(Reason.of(new AccessDeniedException("/a/b"))).isEqualTo("you may not read it");
    assertThat(Reason.of(new FileSystemException("/a/b", null, "Is a directory")))
        .isEqualTo("Is a directory");
    assertThat(Reason.of(new FileSystemException("/a/b"))).isEqualTo("the system does not give it");
    assertThat(Reason.of(new IOException("first\nsecond"))).isEqualTo("first");
    assertThat(Reason.of(new IllegalStateException())).isEqualTo("its content makes no sense");
    String file = desk.resolve("nowhere.txt").toString();
    assertThat(OutsideCheckpoint.ofFile(Path.of(file)).problem())
        .isEqualTo(Optional.of("the checkpoint " + file + " cannot be read: it is not there"));
  }
}
