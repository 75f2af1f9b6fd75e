package org.palimpsest.evidence.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.verify.CaseVerifier;
import org.palimpsest.evidence.verify.VerificationReport;

@DisplayName("a case in many hands")
final class ManyHandsTest {
  private static final int HANDS = 6;
  private static final int EACH = 8;

  @TempDir Path desk;
  private final ExecutorService hands = Executors.newFixedThreadPool(HANDS);
  private Laboratory lab;

  @BeforeEach
  void setUp() {
    lab = new Laboratory(desk);
  }

  @AfterEach
  void tearDown() {
    hands.shutdownNow();
  }

  @Test
  @DisplayName("gives every entry a place of its own and stores equal content once")
  void manyWriters() throws Exception {
    try (CaseFile open = lab.create()) {
      List<Long> places =
          together(
              hand -> {
                List<Long> own = new ArrayList<>();
                for (int i = 0; i < EACH; i++) {
                  own.add(Laboratory.importRecording(open, "shared " + i).seq());
                }
                return own;
              });
      assertThat(places)
          .containsExactlyInAnyOrderElementsOf(
              LongStream.rangeClosed(1, (long) HANDS * EACH).boxed().toList());
    }
    VerificationReport report = verify();
    assertThat(report.findings()).isEmpty();
    assertThat(report.remarks()).isEmpty();
    assertThat(report.blobs()).isEqualTo(EACH);
  }

  @Test
  @DisplayName("shows every reader a whole ledger while it grows")
  void readersBesideAWriter() throws Exception {
    try (CaseFile open = lab.create()) {
      together(
          hand -> {
            List<Long> sizes = new ArrayList<>();
            for (int i = 0; i < EACH; i++) {
              if (hand == 0) {
                sizes.add(Laboratory.importRecording(open, "recording " + i).seq());
              } else if (hand % 2 == 0) {
                sizes.add(readConsistently());
              } else {
                assertThat(verify().findings()).isEmpty();
              }
            }
            assertThat(sizes).isSorted();
            return sizes;
          });
      assertThat(open.size()).isEqualTo(EACH + 1);
    }
  }

  @Test
  @DisplayName("hands out lists that do not change under a reader's eyes")
  void snapshots() throws Exception {
    try (CaseFile open = lab.create()) {
      List<LedgerEntry> before = open.entries();
      Laboratory.importRecording(open, "one");
      assertThat(before).hasSize(1);
      assertThat(open.entries()).hasSize(2);
      Laboratory.importRecording(open, "two");
      assertThat(CaseFile.openReadOnly(lab.folder()).entries()).isEqualTo(open.entries());
    }
  }

  private long readConsistently() throws CaseException {
    try (CaseFile reader = CaseFile.openReadOnly(lab.folder())) {
      assertThat(reader.latestCheckpoint().size()).isEqualTo(reader.size());
      assertThat(reader.entry(reader.size() - 1).seq()).isEqualTo(reader.size() - 1);
      return reader.size();
    }
  }

  private VerificationReport verify() {
    return new CaseVerifier().verify(lab.folder(), lab.anchors()::read, Optional.empty());
  }

  private List<Long> together(Work work) throws Exception {
    List<Callable<List<Long>>> all = new ArrayList<>();
    for (int hand = 0; hand < HANDS; hand++) {
      int number = hand;
      all.add(() -> work.of(number));
    }
    List<Long> results = new ArrayList<>();
    for (Future<List<Long>> result : hands.invokeAll(all)) {
      results.addAll(result.get());
    }
    return results;
  }

  private interface Work {
    List<Long> of(int hand) throws Exception;
  }
}
