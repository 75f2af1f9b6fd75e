package org.palimpsest.app.casework;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.testing.Bench;
import org.palimpsest.evidence.casefile.CaseFile;

/** A test at a bench with one open case, {@code a}, which it may close and open anew. */
abstract class WithCase {
  @TempDir private Path folder;
  protected Bench bench;
  protected CaseFile file;

  @BeforeEach
  final void openBench() throws Exception {
    bench = new Bench(folder);
    file = bench.newCase("a");
  }

  @AfterEach
  final void closeCase() throws Exception {
    file.close();
  }
}
