package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.evidence.Laboratory;

@DisplayName("a time stamp in a case")
final class TimeStampPassTest {
  @TempDir Path desk;
  private ReviewedCase reviewed;
  private AttacksOnTimeStamps.Stamp stamp;

  @BeforeEach
  void stampCase() throws Exception {
    reviewed = new ReviewedCase(new Laboratory(desk)).write();
    stamp = new AttacksOnTimeStamps.Stamp();
    stamp.over(AttacksOnTimeStamps.newest(reviewed).root()).receive(reviewed);
  }

  @Test
  @DisplayName("holds, with a remark where nobody said whom to trust")
  void untrusted() {
    VerificationReport report = verify(List.of());
    assertThat(report.findings()).isEmpty();
    assertThat(report.flags())
        .extracting(Flag::cause)
        .contains(FlagCause.AUTHORITY_NOT_CHECKED, FlagCause.NOT_ANCHORED);
  }

  @Test
  @DisplayName("holds without remark where its certificate leads to a trusted one")
  void trusted() throws Exception {
    Path pem = Files.writeString(desk.resolve("root.pem"), stamp.pem());
    VerificationReport report = verify(List.of(pem));
    assertThat(report.findings()).isEmpty();
    assertThat(report.flags()).extracting(Flag::cause).containsOnly(FlagCause.NOT_ANCHORED);
  }

  @Test
  @DisplayName("does not hold where its certificate does not lead to the trusted one")
  void distrusted() throws Exception {
    String other = new AttacksOnTimeStamps.Stamp().pem();
    Path pem = Files.writeString(desk.resolve("root.pem"), other);
    assertThat(verify(List.of(pem)).findings())
        .singleElement()
        .matches(f -> f.cause() == Cause.TIME_STAMP_INVALID && f.seq().equals(Optional.of(10L)));
  }

  @Test
  @DisplayName("is not trusted by a file that is no certificate: that is a finding")
  void noCertificate() throws Exception {
    Path pem = Files.writeString(desk.resolve("root.pem"), "x");
    assertThat(verify(List.of(pem, desk.resolve("nowhere"))).findings())
        .hasSize(2)
        .allMatch(f -> f.words().contains("cannot be used"));
  }

  private VerificationReport verify(List<Path> authorities) {
    VerifyOptions options = new VerifyOptions(false, Optional.empty(), authorities, Instant.now());
    return new CaseVerifier().verify(reviewed.lab().folder(), AnchorSource.none(), options);
  }
}
