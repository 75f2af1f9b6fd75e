package org.palimpsest.evidence.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.CanonicalJson;
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.NoteSignature;
import org.palimpsest.evidence.format.SignedNote;
import org.palimpsest.evidence.key.SigningKey;
import org.palimpsest.evidence.ledger.MerkleFrontier;

@DisplayName("a glance at a case")
final class GlanceTest {
  @TempDir Path desk;

  @Test
  @DisplayName("shows nothing where nothing is wrong")
  void sound() throws Exception {
    Laboratory lab = new Laboratory(desk).withCase(2);
    try (CaseFile open = CaseFile.openReadOnly(lab.folder())) {
      assertThat(open.damage()).isEmpty();
    }
  }

  @Test
  @DisplayName("shows an entry that its author may not write, though tree and signature are right")
  void misfit() throws Exception {
    Laboratory lab = new Laboratory(desk).withCase(1);
    JsonObject amendment =
        JsonObject.empty().with("field", "timeZone").with("value", "UTC").with("reason", "moved");
    forge(lab, EntryDraft.of(EntryKind.CASE_AMENDED, amendment, List.of()), lab.key());
    String words = "entry 2: only title, authority and purpose change";
    try (CaseFile open = CaseFile.openReadOnly(lab.folder())) {
      assertThat(open.damage()).contains(words);
      assertThat(open.size()).isEqualTo(3);
      assertThat(open.description()).isEqualTo(Laboratory.DESCRIPTION);
    }
    assertThatThrownBy(lab::open)
        .isInstanceOf(CaseException.class)
        .hasMessageContaining("is damaged, " + words + ": run verify.");
  }

  @Test
  @DisplayName("shows a case that is created a second time within itself")
  void createdTwice() throws Exception {
    Laboratory lab = new Laboratory(desk).withCase(0);
    JsonObject fields;
    try (CaseFile open = CaseFile.openReadOnly(lab.folder())) {
      fields = Laboratory.DESCRIPTION.toFields(open.caseId(), lab.key().verifyingKey());
    }
    forge(lab, EntryDraft.of(EntryKind.CASE_CREATED, fields, List.of()), lab.key());
    try (CaseFile open = CaseFile.openReadOnly(lab.folder())) {
      assertThat(open.damage()).contains("entry 1: a case is created once");
    }
  }

  @Test
  @DisplayName("shows a newest checkpoint of another size, of another case, or by a stranger")
  void checkpoint() throws Exception {
    Laboratory lab = new Laboratory(desk).withCase(2);
    Path database = lab.folder().resolve("case.db");
    byte[] before = Files.readAllBytes(database);
    String note;
    try (CaseFile open = CaseFile.openReadOnly(lab.folder())) {
      note = open.latestCheckpoint().note();
    }
    lab.tamper("DELETE FROM checkpoint WHERE size = 3");
    shows(lab, "the newest checkpoint is not the ledger's");
    Files.write(database, before);
    SignedNote signed = SignedNote.parse(note);
    String other = signed.text().replaceFirst("case/[0-9a-f]{8}", "case/00000000");
    for (String forged :
        List.of(
            note(signed.text(), lab.keyOf("S. Tranger")),
            note(other, lab.key()),
            signed.text() + "\n\u2014 somebody/else AAAAAAAAAAAA\n")) {
      lab.tamper("UPDATE checkpoint SET note = '" + forged + "' WHERE size = 3");
      shows(lab, "the newest checkpoint is not the ledger's");
      Files.write(database, before);
    }
    lab.open().close();
  }

  private static void shows(Laboratory lab, String words) throws CaseException {
    try (CaseFile open = CaseFile.openReadOnly(lab.folder())) {
      assertThat(open.damage()).contains(words);
    }
    assertThatThrownBy(lab::open).hasMessageContaining(words);
  }

  private static String note(String text, SigningKey key) {
    String origin = text.substring(0, text.indexOf('\n'));
    byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
    NoteSignature line = NoteSignature.of(origin, key.verifyingKey(), signature);
    return new SignedNote(text, List.of(line)).format();
  }

  /** Writes an entry that our own writer refuses, with everything right but what it says. */
  private static void forge(Laboratory lab, EntryDraft draft, SigningKey key) throws Exception {
    List<LedgerEntry> entries;
    String origin;
    try (CaseFile open = CaseFile.openReadOnly(lab.folder())) {
      entries = new ArrayList<>(open.entries());
      origin = open.latestCheckpoint().origin();
    }
    long seq = entries.size();
    byte[] body = CanonicalJson.bytes(draft.body(seq, Laboratory.NOON, entries.get(0).actor()));
    MerkleFrontier tree = MerkleFrontier.empty();
    for (LedgerEntry entry : entries) {
      tree = tree.with(entry.leafHash());
    }
    tree = tree.with(MerkleFrontier.leafHash(body));
    try (Connection connection = lab.stranger();
        PreparedStatement entry = connection.prepareStatement("INSERT INTO ledger VALUES (?,?,?)");
        PreparedStatement note =
            connection.prepareStatement("INSERT INTO checkpoint VALUES (?,?)")) {
      entry.setLong(1, seq);
      entry.setBytes(2, body);
      entry.setBytes(3, MerkleFrontier.leafHash(body).raw());
      entry.executeUpdate();
      note.setLong(1, tree.size());
      note.setString(2, note(Checkpoint.textOf(origin, tree.size(), tree.root()), key));
      note.executeUpdate();
    }
  }
}
