package org.palimpsest.app.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.app.testing.StampAuthority;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.BlobUse;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.timestamp.TimeStampQuery;

@DisplayName("a checkpoint that is stamped")
final class StampCheckpointTest extends WithCase {
  private StampCheckpoint stamps;
  private StampAuthority authority;

  @BeforeEach
  void makeCase() throws Exception {
    bench.workbench().amendCase().run(file, "purpose", "to test more", "a wish");
    stamps = bench.workbench().stampCheckpoint();
    authority = new StampAuthority();
  }

  @Test
  @DisplayName("is the newest or another one, and the query is over its root")
  void query() throws Exception {
    assertThat(stamps.query(file, OptionalLong.empty(), bench.path("q.tsq"))).isEqualTo(2);
    TimeStampQuery newest = TimeStampQuery.parse(Files.readAllBytes(bench.path("q.tsq")));
    assertThat(newest.root()).isEqualTo(file.latestCheckpoint().root());
    assertThat(stamps.query(file, OptionalLong.of(1), bench.path("one.tsq"))).isEqualTo(1);
    TimeStampQuery first = TimeStampQuery.parse(Files.readAllBytes(bench.path("one.tsq")));
    assertThat(first.root()).isEqualTo(file.entry(0).leafHash());
    for (long size : new long[] {0, -1, 3, Long.MAX_VALUE}) {
      refused(
          () -> stamps.query(file, OptionalLong.of(size), bench.path("no.tsq")), "size " + size);
    }
    refused(() -> stamps.query(file, OptionalLong.of(1), bench.path("q.tsq")), "overwritten");
    refused(() -> stamps.query(file, OptionalLong.of(1), bench.path("a/q.tsq")), "outside");
    assertThat(bench.path("no.tsq")).doesNotExist();
    assertThat(file.size()).isEqualTo(2);
  }

  @Test
  @DisplayName("gets an entry with all that is needed to check it again")
  void entry() throws Exception {
    StampCheckpoint.Received received = received(List.of(certificate(authority)));
    Path later = bench.voice("later.wav", 120, 0.5);
    bench.take(file, later, ExhibitRole.KNOWN); // the case may have gone on meanwhile
    LedgerEntry entry = stamps.receive(file, received);
    JsonObject body = entry.body();
    assertThat(entry.kind()).isEqualTo("time-stamp-received");
    assertThat(body.string("id")).isEqualTo("T1");
    assertThat(body.integer("checkpointSize")).isEqualTo(2);
    assertThat(body.string("authority")).isEqualTo("CN=Test Authority");
    assertThat(body.string("serial")).isEqualTo("42");
    assertThat(body.string("policy")).isEqualTo("1.2.3.4.5");
    assertThat(body.integer("accuracyMs")).isEqualTo(2000);
    assertThat(body.string("stampedTime")).matches("20..-..-..T..:..:..\\.\\d{3}Z");
    assertThat(entry.blobs())
        .extracting(BlobUse::role)
        .containsExactly("time-stamp-query", "time-stamp-response", "time-stamp-certificate");
    assertThat(file.blobs().path(entry.blobs().get(1).blob().sha256()))
        .hasSameBinaryContentAs(received.response());
    LedgerEntry again = stamps.receive(file, received(List.of()));
    assertThat(again.body().string("id")).isEqualTo("T2");
    assertThat(again.blobs()).hasSize(2);
    assertThat(bench.workbench().checkCase().verify(file.folder(), Optional.empty()).findings())
        .isEmpty();
  }

  @Test
  @DisplayName("is entered once under one response")
  void onceOnly() throws Exception {
    StampCheckpoint.Received received = received(List.of());
    stamps.receive(file, received);
    refused(() -> stamps.receive(file, received), "this very time stamp already, as T1 (entry 2)");
    Path certificate = certificate(authority);
    refused(() -> receive(received.query(), received.response(), List.of(certificate)), "as T1");
    assertThat(file.size()).isEqualTo(3);
  }

  @Test
  @DisplayName("gets none where the response is another's, changed, or over another case")
  void refusals() throws Exception {
    StampCheckpoint.Received good = received(List.of());
    Path q = good.query();
    Path stranger = new StampAuthority().certificate(bench.path("stranger.der"));
    refused(() -> receive(q, good.response(), List.of(stranger)), "does not lead to one");
    refused(() -> receive(q, q, List.of()), "is no valid time stamp");
    refused(() -> receive(good.response(), good.response(), List.of()), "cannot be read");
    refused(() -> receive(q, good.response(), List.of(q)), "q.tsq");
    refused(() -> receive(q, bench.path("absent"), List.of()), "absent: cannot be read");
    Path second = bench.path("second.tsq");
    stamps.query(file, OptionalLong.empty(), second);
    refused(() -> receive(second, good.response(), List.of()), "nonce differs");
    try (CaseFile other = bench.newCase("b")) {
      stamps.query(other, OptionalLong.empty(), bench.path("other.tsq"));
    }
    Path answer = authority.answer(bench.path("other.tsq"), bench.path("other.tsr"));
    refused(() -> receive(bench.path("other.tsq"), answer, List.of()), "is over no checkpoint of");
    assertThat(file.size()).isEqualTo(2);
  }

  private StampCheckpoint.Received received(List<Path> certificates) throws Exception {
    Path query = bench.path("q.tsq");
    if (!Files.exists(query)) {
      stamps.query(file, OptionalLong.empty(), query);
    }
    Path response = authority.answer(query, bench.path("r.tsr"));
    return new StampCheckpoint.Received(query, response, certificates);
  }

  private Path certificate(StampAuthority of) throws Exception {
    return of.certificate(bench.path("authority.der"));
  }

  private LedgerEntry receive(Path query, Path response, List<Path> certificates) throws Exception {
    return stamps.receive(file, new StampCheckpoint.Received(query, response, certificates));
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt, String words) {
    assertThatThrownBy(attempt)
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(words)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }
}
