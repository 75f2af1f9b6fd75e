package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.palimpsest.evidence.casefile.CaseFile;

@DisplayName("of a case that verifies, the verifier names the cause when somebody tries to")
final class TamperingMatrixTest {
  @TempDir static Path original;
  private static ReviewedCase sound;

  @TempDir Path desk;

  static Stream<Attack> attacks() {
    return Stream.of(
            AttacksOnLedger.all(),
            AttacksOnPeople.all(),
            AttacksOnReferences.all(),
            AttacksOnTimeStamps.all())
        .flatMap(all -> all);
  }

  @BeforeAll
  static void writeCase() throws Exception {
    sound = new ReviewedCase(new org.palimpsest.evidence.Laboratory(original)).write();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  @DisplayName("do what follows:")
  void named(Attack attack) throws Exception {
    ReviewedCase reviewed = sound.copyTo(desk);
    assertThat(anchored(reviewed).findings()).isEmpty();
    assertThat(anchored(reviewed).flags()).isEmpty();
    assertThat(Verdict.thorough(reviewed.lab()).findings()).isEmpty();

    attack.act().on(reviewed);

    VerificationReport alone = Verdict.alone(reviewed.lab());
    switch (attack.found()) {
      case ALONE -> assertThat(causes(alone)).contains(attack.cause().orElseThrow());
      case BY_EVERY_SIGNATURE -> {
        assertThat(causes(alone)).isEmpty();
        assertThat(causes(Verdict.thorough(reviewed.lab())))
            .containsExactly(attack.cause().orElseThrow());
      }
      case FROM_OUTSIDE -> {
        assertThat(causes(alone)).isEmpty();
        assertThat(alone.flags())
            .extracting(Flag::words)
            .contains("not anchored: truncation would not be seen");
        assertThat(causes(anchored(reviewed))).contains(attack.cause().orElseThrow());
        assertThat(causes(againstExport(reviewed))).contains(attack.cause().orElseThrow());
      }
      case REMARKED -> {
        assertThat(causes(alone)).isEmpty();
        assertThat(alone.flags()).extracting(Flag::cause).contains(attack.flag().orElseThrow());
      }
    }
  }

  @Test
  @DisplayName("any of more than sixty things, with every cause of a finding in a case among them")
  void complete() {
    List<Attack> all = attacks().toList();
    assertThat(all).hasSizeGreaterThan(60);
    assertThat(all).extracting(Attack::name).doesNotHaveDuplicates();
    assertThat(all.stream().flatMap(a -> a.cause().stream()))
        .contains(
            Cause.SCHEMA_CHANGED,
            Cause.PROJECTION_CHANGED,
            Cause.ENTRY_EDITED,
            Cause.ENTRY_MISSING,
            Cause.ENTRY_MOVED,
            Cause.TAIL_CUT,
            Cause.OLD_COPY,
            Cause.REWRITTEN,
            Cause.KEY_SWAPPED,
            Cause.REFERENCE_INVALID,
            Cause.MODEL_CHANGED);
  }

  private static List<Cause> causes(VerificationReport report) {
    assertThat(report.findings()).allMatch(f -> f.line().lines().count() == 1);
    return report.findings().stream().map(Finding::cause).toList();
  }

  private static VerificationReport anchored(ReviewedCase reviewed) {
    return Verdict.anchored(reviewed.lab());
  }

  /**
   * Against a checkpoint that was exported before the attack: here, the anchor's text in a file.
   */
  private VerificationReport againstExport(ReviewedCase reviewed) throws Exception {
    String id;
    try (CaseFile open = CaseFile.openReadOnly(reviewed.lab().folder())) {
      id = open.caseId().toString();
    }
    byte[] note = Files.readAllBytes(desk.resolve("anchors").resolve(id));
    Path exported =
        Files.writeString(desk.resolve("c.txt"), new String(note, StandardCharsets.UTF_8));
    return new CaseVerifier()
        .verify(reviewed.lab().folder(), AnchorSource.none(), Optional.of(exported));
  }
}
