package org.palimpsest.evidence.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.blob.BlobRef;
import org.palimpsest.evidence.entry.v1.BlobUse;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.Person;
import org.palimpsest.evidence.entry.v1.ReportState;
import org.palimpsest.evidence.entry.v1.Role;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.ReportName;
import org.palimpsest.evidence.format.Sha256;
import org.palimpsest.evidence.format.UtcTime;

@DisplayName("a report")
final class ReportStatesTest {
  private static final String REVIEWER = "R. Eviewer";

  @TempDir Path desk;
  private Laboratory lab;
  private CaseFile open;
  private ReportName report;

  @BeforeEach
  void issue() throws Exception {
    lab = new Laboratory(desk).withCase(1);
    open = lab.open();
    admit(REVIEWER, REVIEWER, Role.REVIEWER);
    BlobRef pdf = Laboratory.put(open, "a report");
    JsonObject fields =
        JsonObject.empty().with("id", "P1").with("fileName", "r.pdf").with("checkpointSize", 1);
    open.append(
        EntryDraft.of(EntryKind.REPORT_ISSUED, fields, List.of(new BlobUse(pdf, "report"))));
    report = new ReportName("P1", pdf.sha256());
  }

  @AfterEach
  void close() throws Exception {
    open.close();
  }

  @Test
  @DisplayName("is a draft, then reviewed, then released")
  void threeStates() throws Exception {
    assertThat(state()).isEqualTo(ReportState.DRAFT);
    review(REVIEWER, REVIEWER, "agrees");
    assertThat(state()).isEqualTo(ReportState.REVIEWED);
    release();
    assertThat(state()).isEqualTo(ReportState.RELEASED);
    assertThatThrownBy(this::release).hasMessageContaining("is released");
  }

  @Test
  @DisplayName("is not released as a draft")
  void notAsADraft() {
    assertThatThrownBy(this::release)
        .isInstanceOf(CaseException.class)
        .hasMessageContaining("the report P1 is draft");
  }

  @Test
  @DisplayName("is not released over an objection, until it is withdrawn")
  void objection() throws Exception {
    admit("T. Hird", "T. Hird", Role.REVIEWER);
    review(REVIEWER, REVIEWER, "agrees");
    review("T. Hird", "T. Hird", "objects");
    assertThat(state()).isEqualTo(ReportState.OBJECTED);
    assertThatThrownBy(this::release).hasMessageContaining("objected to");
    review("T. Hird", "T. Hird", "agrees");
    release();
    assertThat(state()).isEqualTo(ReportState.RELEASED);
  }

  @Test
  @DisplayName("is not reviewed by who made it, whatever name or key is used")
  void notByOneself() throws Exception {
    assertThatThrownBy(() -> admit("e. XAMINER", "another key", Role.REVIEWER))
        .hasMessageContaining("could be taken for \"E. Xaminer\"");
    admit("E. Xaminer", "another key", Role.REVIEWER);
    review("E. Xaminer", "another key", "agrees");
    assertThat(state()).isEqualTo(ReportState.DRAFT);
    review("E. Xaminer", "E. Xaminer", "agrees");
    assertThat(state()).isEqualTo(ReportState.DRAFT);
  }

  @Test
  @DisplayName("is not reviewed by a stranger, a reader, or a reviewer under another name")
  void notByStrangers() throws Exception {
    admit("L. Ooker", "L. Ooker", Role.READER);
    review("S. Tranger", "S. Tranger", "agrees");
    review("L. Ooker", "L. Ooker", "agrees");
    review("Other name", REVIEWER, "agrees");
    review(REVIEWER, REVIEWER, "comments");
    assertThat(state()).isEqualTo(ReportState.DRAFT);
  }

  @Test
  @DisplayName("is the one with these bytes, and no other")
  void theseBytes() throws Exception {
    report = new ReportName("P1", Sha256.hash());
    assertThatThrownBy(() -> review(REVIEWER, REVIEWER, "agrees"))
        .hasMessageContaining("P1 was not issued so");
    report = new ReportName("P2", Sha256.hash());
    assertThatThrownBy(this::release).hasMessageContaining("P2 was not issued so");
  }

  private ReportState state() {
    return open.reports().find("P1").orElseThrow().state();
  }

  private void admit(String name, String keyName, Role role) throws Exception {
    Person person = new Person(name, lab.keyOf(keyName).verifyingKey(), role);
    open.append(
        EntryDraft.of(
            EntryKind.PERSON_ADMITTED,
            JsonObject.empty().with("person", person.toJson()),
            List.of()));
  }

  private void review(String name, String keyName, String verdict) throws Exception {
    JsonObject reviewer =
        JsonObject.empty()
            .with("name", name)
            .with("publicKey", lab.keyOf(keyName).verifyingKey().base64());
    JsonObject fields =
        JsonObject.empty()
            .with("id", "V" + open.size())
            .with("reviewer", reviewer)
            .with("verdict", verdict)
            .with("comments", 0)
            .with("signedTime", UtcTime.format(Laboratory.NOON.plusSeconds(open.size())))
            .with("report", report.toJson());
    open.append(EntryDraft.of(EntryKind.REVIEW_RECEIVED, fields, List.of()));
  }

  private void release() throws CaseException {
    open.append(
        EntryDraft.of(
            EntryKind.REPORT_RELEASED,
            JsonObject.empty().with("report", report.toJson()),
            List.of()));
  }
}
