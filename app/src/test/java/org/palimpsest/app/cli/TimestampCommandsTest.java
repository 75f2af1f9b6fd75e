package org.palimpsest.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.testing.Bench;
import org.palimpsest.app.testing.StampAuthority;

@DisplayName("the commands for time stamps")
final class TimestampCommandsTest {
  @TempDir private Path folder;

  @Test
  @DisplayName("write a query, take the answer in, and refuse another in one line")
  void both() throws Exception {
    Bench bench = new Bench(folder);
    bench.newCase("a").close();
    String dir = bench.path("a").toString();
    Path query = bench.path("q.tsq");
    Bench.Run asked = bench.run("timestamp", "query", dir, "--out", query.toString(), "--json");
    assertThat(asked.status()).isZero();
    assertThat(asked.one().get("checkpointSize").getAsLong()).isEqualTo(1);
    StampAuthority authority = new StampAuthority();
    Path response = authority.answer(query, bench.path("r.tsr"));
    Path certificate = authority.certificate(bench.path("c.der"));
    String[] take = {
      "timestamp",
      "import",
      dir,
      "--query",
      query.toString(),
      "--response",
      response.toString(),
      "--certificate",
      certificate.toString()
    };
    Bench.Run taken = bench.run(take);
    assertThat(taken.status()).isZero();
    assertThat(taken.out())
        .startsWith("entry 1  T1  checkpoint of 1 entry stamped at ")
        .contains(" by CN=Test Authority");
    take[6] = query.toString();
    Bench.Run refused = bench.run(take);
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).hasLineCount(1).contains("no valid time stamp");
    String other = bench.path("x.tsq").toString();
    Bench.Run noSize = bench.run("timestamp", "query", dir, "--out", other, "--size", "7");
    assertThat(noSize.err()).hasLineCount(1).contains("no checkpoint of size 7");
    JsonObject last = bench.run("ledger", dir, "--json").json().get(1).getAsJsonObject("body");
    assertThat(last.get("kind").getAsString()).isEqualTo("time-stamp-received");
  }
}
